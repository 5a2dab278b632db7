// The deadline and fee calculators of the page on applying. Nothing typed here leaves the page.
(function () {
  'use strict';
  var DAY = 24 * 60 * 60 * 1000;

  // 2025-06-06, 2025/6/6 or 2025年6月6日; nothing for a day the calendar lacks.
  function day(text) {
    var numbers = (text.match(/\d+/g) || []).map(Number);
    var date = new Date(Date.UTC(numbers[0], numbers[1] - 1, numbers[2]));
    var isDay = numbers.length === 3 && date.getUTCMonth() === numbers[1] - 1 && date.getUTCDate() === numbers[2];
    return isDay ? date : null;
  }

  function written(date) {
    return date.getUTCFullYear() + '年' + (date.getUTCMonth() + 1) + '月' + date.getUTCDate() + '日，星期' +
      '日一二三四五六'.charAt(date.getUTCDay());
  }

  // The working days after `start`, and what was left out or counted in on the way.
  function deadline(start, days, calendar) {
    var counted = { date: start, daysOff: 0, worked: 0, years: {} };
    while (days > 0) {
      counted.date = new Date(counted.date.getTime() + DAY);
      var text = counted.date.toISOString().slice(0, 10);
      var isWeekend = counted.date.getUTCDay() % 6 === 0;
      counted.years[text.slice(0, 4)] = true;
      if (isWeekend && calendar.worked[text]) counted.worked += 1;
      if (!isWeekend && calendar.daysOff[text]) counted.daysOff += 1;
      if (isWeekend ? calendar.worked[text] : !calendar.daysOff[text]) days -= 1;
    }
    return counted;
  }

  // Of data/holidays.json.
  function calendarOf(years) {
    var calendar = { daysOff: {}, worked: {}, notices: {} };
    years.forEach(function (year) {
      calendar.notices[year.year] = year.notices;
      year.days_off.forEach(function (date) { calendar.daysOff[date] = true; });
      year.worked_weekends.forEach(function (date) { calendar.worked[date] = true; });
    });
    return calendar;
  }

  // What was counted, in a sentence for the years that are known and one for those that are not.
  function basis(counted, calendar) {
    var years = Object.keys(counted.years);
    var known = years.filter(function (year) { return calendar.notices[year]; });
    var unknown = years.filter(function (year) { return !calendar.notices[year]; });
    var notices = known.reduce(function (all, year) { return all.concat(calendar.notices[year]); }, []);
    var sentences = [];
    if (known.length) {
      sentences.push('数到延长后的期限，扣除了周一至周五中的节假日 ' + counted.daysOff + ' 天，计入了调休上班的周末 ' + counted.worked +
        ' 天（' + (notices.join('、') || known.join('、') + '年的安排') + '）。');
    }
    if (unknown.length) {
      sentences.push('注意：本站还没有' + unknown.join('年、') + '年的放假和调休安排，' + (known.length ? '这部分' : '') +
        '只按周一至周五计算，结果可能有出入。');
    }
    return sentences.join('');
  }

  function addDeadlines(box) {
    var input = box.querySelector('input');
    var outputs = box.querySelectorAll('output[data-days]');
    var note = box.querySelector('[role="status"]');
    var calendar = calendarOf([]);
    var today = new Date();
    // The last deadline is the longest, so that what was counted on the way to it holds for all.
    function show() {
      var start = day(input.value);
      note.textContent = '日期请写成 2025-06-06 的样子。';
      Array.prototype.forEach.call(outputs, function (output) {
        var counted = start && deadline(start, Number(output.getAttribute('data-days')), calendar);
        output.textContent = counted ? written(counted.date) : '';
        if (counted) note.textContent = basis(counted, calendar);
      });
    }
    if (!input.value) input.value = [today.getFullYear(), today.getMonth() + 1, today.getDate()].join('-');
    input.addEventListener('input', show);
    fetch(box.getAttribute('data-holidays')).then(function (answer) {
      return answer.json();
    }).then(function (data) {
      calendar = calendarOf(data.years);
      show();
    }, show);
  }

  // 国办函〔2020〕109号: each tier's price holds for the part within it.
  var fees = {
    pieces: function (pieces) {
      var sum = 100 * (Math.min(pieces, 30) - Math.min(pieces, 10));
      for (var band = 0; pieces > 30 + 10 * band; band += 1) {
        sum += Math.min(10, pieces - 30 - 10 * band) * 100 * (band + 2);
      }
      return sum;
    },
    pages: function (pages) {
      return [[30, 10], [100, 10], [200, 20]].reduce(function (sum, tier) {
        return sum + Math.max(0, pages - tier[0]) * tier[1];
      }, 0);
    }
  };

  function addFee(output) {
    var input = document.getElementById(output.getAttribute('for'));
    function show() {
      var count = Math.floor(Number(input.value));
      output.textContent = count >= 0 && count <= 100000 ? fees[input.id](count) + ' 元' : '';
    }
    input.addEventListener('input', show);
    show();
  }

  addDeadlines(document.getElementById('deadline-calculator'));
  Array.prototype.forEach.call(document.querySelectorAll('#fee-calculator output'), addFee);
})();
