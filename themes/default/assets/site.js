// Switches for the display settings, reading aloud, copying citations, the scroll boxes of wide tables. display.js
// applies what was chosen; nothing is stored until a switch is used.
(function () {
  'use strict';
  var root = document.documentElement;
  var settings = [
    { name: 'elder', label: '长者模式' },
    { name: 'contrast', label: '高对比度' },
    { name: 'dark', label: '深色背景' }
  ];
  var own = document.currentScript.src;
  var dark = window.matchMedia('(prefers-color-scheme: dark)');

  function isOn(name) {
    var chosen = root.getAttribute('data-' + name);
    return name === 'dark' && !chosen ? dark.matches : chosen === 'on';
  }

  function store() {
    var chosen = {};
    settings.forEach(function (setting) {
      if (root.hasAttribute('data-' + setting.name)) chosen[setting.name] = isOn(setting.name);
    });
    try {
      localStorage.setItem('gongkai-display', JSON.stringify(chosen));
    } catch (error) {
      return;
    }
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
        root.setAttribute('data-' + setting.name, isOn(setting.name) ? 'off' : 'on');
        button.setAttribute('aria-pressed', String(isOn(setting.name)));
        boxWideTables();
        store();
      });
      box.appendChild(button);
    });
    if ('speechSynthesis' in window && document.querySelector('.document')) addReadAloud(box);
  }

  // The voice's script is fetched when it is first wanted.
  function addReadAloud(box) {
    var button = document.createElement('button');
    button.type = 'button';
    button.id = 'read-aloud';
    button.textContent = '朗读';
    button.setAttribute('aria-pressed', 'false');
    button.addEventListener('click', function () {
      var script = document.createElement('script');
      script.src = own.replace('site.js', 'read-aloud.js');
      document.head.appendChild(script);
    }, { once: true });
    box.appendChild(button);
  }

  // A citation is copied with the day it is read on, where it has a place for it.
  function addCopying() {
    if (!navigator.clipboard) return;
    Array.prototype.forEach.call(document.querySelectorAll('.quotable'), function (quotable) {
      var text = quotable.textContent;
      var button = document.createElement('button');
      button.type = 'button';
      button.textContent = '复制';
      button.addEventListener('click', function () {
        var now = new Date();
        var day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].join('-').replace(/-(?=\d(?:-|$))/g, '-0');
        navigator.clipboard.writeText(text.replace('引用日期', day)).then(function () {
          button.textContent = '已复制';
        });
      });
      quotable.appendChild(button);
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
        box.setAttribute('aria-label', (caption ? caption.textContent : table.getAttribute('aria-label') || '表格') + '，可以左右滚动');
      } else {
        ['tabindex', 'role', 'aria-label'].forEach(function (name) { box.removeAttribute(name); });
      }
    });
  }

  addSwitches();
  addCopying();
  boxWideTables();
  var timer = 0;
  window.addEventListener('resize', function () {
    clearTimeout(timer);
    timer = setTimeout(boxWideTables, 150);
  });
})();
