// Display settings (elder mode, contrast, dark) and the scroll boxes of wide tables.
// Runs before the first paint, so a stored choice does not flash; stores nothing until a switch is used.
(function () {
  'use strict';
  var root = document.documentElement;
  var key = 'gongkai-display';
  var settings = [
    { name: 'elder', label: '长者模式' },
    { name: 'contrast', label: '高对比度' },
    { name: 'dark', label: '深色背景' }
  ];
  var dark = window.matchMedia('(prefers-color-scheme: dark)');
  var chosen = {};
  try {
    chosen = JSON.parse(localStorage.getItem(key)) || {};
  } catch (error) {
    chosen = {};
  }

  function isOn(name) {
    return name === 'dark' && !('dark' in chosen) ? dark.matches : chosen[name] === true;
  }

  function apply() {
    settings.forEach(function (setting) {
      if (setting.name in chosen) root.setAttribute('data-' + setting.name, isOn(setting.name) ? 'on' : 'off');
    });
  }

  function addSwitches() {
    var box = document.getElementById('display');
    if (!box) return;
    box.setAttribute('role', 'group');
    box.setAttribute('aria-label', '显示设置');
    settings.forEach(function (setting) {
      var button = document.createElement('button');
      button.type = 'button';
      button.textContent = setting.label;
      button.setAttribute('aria-pressed', String(isOn(setting.name)));
      button.addEventListener('click', function () {
        chosen[setting.name] = !isOn(setting.name);
        button.setAttribute('aria-pressed', String(chosen[setting.name]));
        apply();
        boxWideTables();
        try {
          localStorage.setItem(key, JSON.stringify(chosen));
        } catch (error) {
          return;
        }
      });
      box.appendChild(button);
    });
  }

  // A table wider than the text scrolls in a region that the keyboard can reach.
  function boxWideTables() {
    Array.prototype.forEach.call(document.querySelectorAll('.body table'), function (table) {
      var box = table.parentNode;
      if (box.className !== 'scroll') {
        if (table.scrollWidth <= table.clientWidth) return;
        box = document.createElement('div');
        box.className = 'scroll';
        table.parentNode.insertBefore(box, table);
        box.appendChild(table);
      }
      if (box.scrollWidth > box.clientWidth) {
        var caption = table.querySelector('caption');
        box.tabIndex = 0;
        box.setAttribute('role', 'region');
        box.setAttribute('aria-label', (caption ? caption.textContent : '表格') + '，可以左右滚动');
      } else {
        ['tabindex', 'role', 'aria-label'].forEach(function (name) { box.removeAttribute(name); });
      }
    });
  }

  root.className = 'scripted';
  apply();
  document.addEventListener('DOMContentLoaded', function () {
    addSwitches();
    boxWideTables();
  });
  var timer = 0;
  window.addEventListener('resize', function () {
    clearTimeout(timer);
    timer = setTimeout(boxWideTables, 150);
  });
})();
