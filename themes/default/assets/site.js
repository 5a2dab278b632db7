// Switches for the display settings, reading aloud, copying citations, printing forms, the scroll boxes of wide tables.
// display.js applies what was chosen; nothing is stored until a switch is used. What only some readers of a page need
// is a script of its own, fetched when it is wanted.
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

  function fetchScript(name, type) {
    var script = document.createElement('script');
    if (type) script.type = type;
    script.src = own.replace('site.js', name);
    document.head.appendChild(script);
  }

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
        var on = !isOn(setting.name);
        button.setAttribute('aria-pressed', String(on));
        // The button answers at once; laying the page out anew takes an old phone several frames.
        requestAnimationFrame(function () {
          setTimeout(function () {
            root.setAttribute('data-' + setting.name, on ? 'on' : 'off');
            boxWideTables();
            store();
          });
        });
      });
      box.appendChild(button);
    });
    if ('speechSynthesis' in window && document.querySelector('.document')) addReadAloud(box);
  }

  function addReadAloud(box) {
    var button = document.createElement('button');
    button.type = 'button';
    button.id = 'read-aloud';
    button.textContent = '朗读';
    button.setAttribute('aria-pressed', 'false');
    button.addEventListener('click', function () { fetchScript('read-aloud.js'); }, { once: true });
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

  // The search page needs its module once there is something to look for.
  function awaitSearch() {
    var input = document.getElementById('site-search');
    if (!input || !document.getElementById('search-results')) return;
    function begin() { fetchScript('search-page.js', 'module'); }
    if (location.search || location.hash) begin();
    else input.addEventListener('focus', begin, { once: true });
  }

  // The calculators are far down their page: their script is fetched when a reader comes near.
  function awaitCalculators() {
    var calculators = document.querySelectorAll('.calculator');
    if (!calculators.length) return;
    if (!('IntersectionObserver' in window)) {
      fetchScript('calculators.js');
      return;
    }
    var observer = new IntersectionObserver(function (entries) {
      if (!entries.some(function (entry) { return entry.isIntersecting; })) return;
      observer.disconnect();
      fetchScript('calculators.js');
    }, { rootMargin: '100%' });
    Array.prototype.forEach.call(calculators, function (calculator) { observer.observe(calculator); });
  }

  // A document's page leads to the form with its index number.
  function addForm() {
    var button = document.querySelector('[data-print]');
    if (!button) return;
    button.addEventListener('click', function () { window.print(); });
    var wanted = document.getElementById('description');
    var number = location.search.slice(1);
    if (number && !wanted.value) wanted.value = '索引号：' + decodeURIComponent(number);
  }

  // A table wider than the text scrolls in a region that the keyboard can reach.
  function boxWideTables() {
    Array.prototype.forEach.call(document.querySelectorAll('.body table, .scroll table'), function (table) {
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
  addForm();
  awaitSearch();
  awaitCalculators();
  boxWideTables();
  var timer = 0;
  window.addEventListener('resize', function () {
    clearTimeout(timer);
    timer = setTimeout(boxWideTables, 150);
  });
})();
