// Applies the chosen display settings (site.js) before the first paint. Stores nothing.
(function () {
  'use strict';
  var root = document.documentElement;
  var chosen = {};
  try {
    chosen = JSON.parse(localStorage.getItem('gongkai-display')) || {};
  } catch (error) {
    chosen = {};
  }
  ['elder', 'contrast', 'dark'].forEach(function (name) {
    if (name in chosen) root.setAttribute('data-' + name, chosen[name] === true ? 'on' : 'off');
  });
  root.className = 'scripted';
})();
