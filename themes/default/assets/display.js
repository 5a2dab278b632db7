// Applies the display settings a reader has chosen, before the first paint so that nothing flashes; site.js has the
// switches. Reads what is stored, stores nothing.
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
