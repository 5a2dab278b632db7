// The search page: finds every substring of titles and bodies in search/search.json.
(function () {
  'use strict';
  var input = document.getElementById('site-search');
  var status = document.getElementById('search-status');
  var list = document.getElementById('search-results');
  var shown = 50;
  var entries = null;

  // The same text however it was typed: full width, letter case and spaces make no difference.
  function fold(text) {
    return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  }

  function load() {
    if (entries) return Promise.resolve(entries);
    return fetch('search.json').then(function (response) {
      if (!response.ok) throw new Error(String(response.status));
      return response.json();
    }).then(function (index) {
      entries = index.entries.map(function (entry) {
        entry.foldedTitle = fold(entry.title);
        entry.folded = fold(entry.title + entry.id + entry.text);
        return entry;
      });
      return entries;
    });
  }

  function matches(words) {
    var found = entries.filter(function (entry) {
      return words.every(function (word) { return entry.folded.indexOf(word) >= 0; });
    });
    function inTitle(entry) {
      return words.every(function (word) { return entry.foldedTitle.indexOf(word) >= 0; }) ? 0 : 1;
    }
    return found.sort(function (a, b) {
      return inTitle(a) - inTitle(b) || (a.date < b.date ? 1 : a.date > b.date ? -1 : a.id < b.id ? 1 : -1);
    });
  }

  function item(entry) {
    var li = document.createElement('li');
    var link = document.createElement('a');
    link.href = '../' + entry.url;
    link.textContent = entry.title;
    li.appendChild(link);
    var note = document.createElement('p');
    note.textContent = entry.date + ' ' + entry.text.slice(0, 80);
    li.appendChild(note);
    return li;
  }

  function show() {
    var words = input.value.split(/\s+/).map(fold).filter(Boolean);
    list.textContent = '';
    if (words.length === 0) {
      status.textContent = '在上方的检索框输入文字。';
      return;
    }
    load().then(function () {
      var found = matches(words);
      status.textContent = found.length === 0
        ? '没有找到含有“' + input.value + '”的内容。请换一个较短的词，或者按分类浏览。'
        : '找到 ' + found.length + ' 条' + (found.length > shown ? '，列出前 ' + shown + ' 条。' : '。');
      found.slice(0, shown).forEach(function (entry) { list.appendChild(item(entry)); });
    }).catch(function () {
      status.textContent = '检索数据没有载入，请按分类浏览目录。';
    });
  }

  input.value = new URLSearchParams(location.search).get('q') || '';
  var timer = 0;
  input.addEventListener('input', function () {
    clearTimeout(timer);
    timer = setTimeout(show, 150);
  });
  show();
})();
