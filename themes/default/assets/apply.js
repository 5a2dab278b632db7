// The deadline and fee calculators of the page on applying, and the form to print. Nothing typed here leaves the page.
(function () {
  'use strict';

  function element(name, properties, children) {
    var made = document.createElement(name);
    Object.keys(properties || {}).forEach(function (key) { made[key] = properties[key]; });
    (children || []).forEach(function (child) {
      made.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
    });
    return made;
  }

  function field(label, input) {
    return element('p', {}, [element('label', { htmlFor: input.id }, [label]), input]);
  }

  // 2025-06-06, 2025/6/6 or 2025年6月6日; nothing for a day the calendar lacks.
  function day(text) {
    var numbers = (text.match(/\d+/g) || []).map(Number);
    var date = new Date(Date.UTC(numbers[0], numbers[1] - 1, numbers[2]));
    return numbers.length === 3 && date.getUTCMonth() === numbers[1] - 1 && date.getUTCDate() === numbers[2] ? date : null;
  }

  // The day after `days` Mondays to Fridays, the first day not counted.
  function deadline(start, days) {
    var date = new Date(start.getTime());
    while (days > 0) {
      date.setUTCDate(date.getUTCDate() + 1);
      if (date.getUTCDay() !== 0 && date.getUTCDay() !== 6) days -= 1;
    }
    return date;
  }

  function written(date) {
    return date.getUTCFullYear() + '年' + (date.getUTCMonth() + 1) + '月' + date.getUTCDate() + '日，星期' +
      '日一二三四五六'.charAt(date.getUTCDay());
  }

  // 国办函〔2020〕109号: each tier's price holds for the part within it.
  function feeForPieces(pieces) {
    var sum = 100 * (Math.min(pieces, 30) - Math.min(pieces, 10));
    for (var band = 0; pieces > 30 + 10 * band; band += 1) {
      sum += Math.min(10, pieces - 30 - 10 * band) * 100 * (band + 2);
    }
    return sum;
  }

  function feeForPages(pages) {
    return [[30, 10], [100, 10], [200, 20]].reduce(function (sum, tier) {
      return sum + Math.max(0, pages - tier[0]) * tier[1];
    }, 0);
  }

  function addDeadlines(box) {
    var today = new Date();
    var input = element('input', { id: 'received', type: 'text', autocomplete: 'off' });
    input.value = [today.getFullYear(), today.getMonth() + 1, today.getDate()].join('-');
    var results = element('ul', { className: 'results' });
    results.setAttribute('aria-live', 'polite');
    function show() {
      results.textContent = '';
      var start = day(input.value);
      if (!start) {
        results.appendChild(element('li', {}, ['请写成 2025-06-06 的样子']));
        return;
      }
      [['告知补正，不迟于', 7], ['答复，不迟于', 20], ['延长后答复，不迟于', 40]].forEach(function (limit) {
        results.appendChild(element('li', {}, [limit[0] + written(deadline(start, limit[1]))]));
      });
    }
    input.addEventListener('input', show);
    box.appendChild(field('机关收到申请之日（年-月-日）', input));
    box.appendChild(results);
    show();
  }

  function addFee(box, id, label, fee) {
    var input = element('input', { id: id, type: 'number', min: '0', max: '100000', value: '0' });
    input.setAttribute('inputmode', 'numeric');
    var result = element('output', { htmlFor: id });
    function show() {
      var count = Math.floor(Number(input.value));
      result.textContent = count >= 0 && count <= 100000 ? fee(count) + ' 元' : '';
    }
    input.addEventListener('input', show);
    var line = field(label, input);
    line.appendChild(result);
    box.appendChild(line);
    show();
  }

  function addPrinting(box) {
    var button = element('button', { type: 'button', className: 'action', textContent: '打印申请表' });
    button.addEventListener('click', function () { window.print(); });
    box.appendChild(button);
    // A document's page leads here with its index number.
    var wanted = document.getElementById('description');
    var number = location.search.slice(1);
    if (number && !wanted.value) wanted.value = '索引号：' + decodeURIComponent(number);
  }

  var deadlines = document.getElementById('deadline-calculator');
  var fees = document.getElementById('fee-calculator');
  var print = document.getElementById('print');
  if (deadlines) addDeadlines(deadlines);
  if (fees) {
    addFee(fees, 'pieces', '按件：同一申请人一个自然月内的件数', feeForPieces);
    addFee(fees, 'pages', '按量：页数', feeForPages);
  }
  if (print) addPrinting(print);
})();
