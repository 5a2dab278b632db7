"""The tables and charts of yearly reports: every number has its headings, every chart its table."""
import json

import pytest

REPORTS = "../county-site/kjj/reports/"
REPORT = f"{REPORTS}2022.html"

# For each number, the texts of the heading cells of its row and of its column, spans taken into account.
HEADINGS = """
  Array.from(document.querySelectorAll('.report-table')).map(table => {
    const grid = [], numbers = [];
    Array.from(table.rows).forEach((row, y) => {
      grid[y] = grid[y] || [];
      for (const cell of row.cells) {
        let x = 0;
        while (grid[y][x]) x += 1;
        for (let down = 0; down < cell.rowSpan; down += 1)
          for (let right = 0; right < cell.colSpan; right += 1)
            (grid[y + down] = grid[y + down] || [])[x + right] = cell;
        if (cell.matches('td.number')) numbers.push({cell, x, y});
      }
    });
    const texts = (cells, scope) =>
      [...new Set(cells)].filter(cell => cell && cell.matches(`th[scope^=${scope}]`)).map(cell => cell.innerText.trim());
    return {
      name: (table.caption ? table.caption.innerText : table.getAttribute('aria-label') || '').trim(),
      isLine: table.matches('.report-across'), scopeless: table.querySelectorAll('th:not([scope])').length,
      numbers: numbers.map(({cell, x, y}) => ({
        value: cell.innerText.trim(), row: texts(grid[y], 'row'),
        column: texts(grid.slice(0, y).map(row => row[x]), 'col')
      }))
    };
  })
"""


@pytest.mark.parametrize("path", [REPORT, f"{REPORTS}2018.html", f"{REPORTS}compare.html"])
def test_every_number_has_its_headings(open_page, path):
    tables = open_page(path).evaluate(HEADINGS)
    assert tables and all(table["name"] and not table["scopeless"] and table["numbers"] for table in tables)
    # The form prescribes one line without a name for reviews and suits.
    bare = [n for table in tables for n in table["numbers"] if not n["column"] or not (n["row"] or table["isLine"])]
    assert bare == []


def test_numbers_stand_under_the_headings_of_the_form(open_page):
    tables = open_page(REPORT).evaluate(HEADINGS)
    numbers = [number for table in tables for number in table["numbers"]]
    received = [n["value"] for n in numbers if any("新收" in text for text in n["row"]) and "自然人" in n["column"]]
    assert received == ["5"]


def test_every_chart_says_what_it_shows_and_has_a_table(open_page):
    page = open_page(REPORT)
    charts = page.locator("svg.report-chart")
    assert charts.count() == 2
    for i in range(charts.count()):
        assert "件" in charts.nth(i).locator("desc").text_content()
    order = page.evaluate("""
      Array.from(document.querySelectorAll('.report-figure, .report-matrix'), part => part.className.split(' ').pop())
    """)
    assert order == ["report-figure", "report-figure", "report-matrix"]


def test_the_downloads_hold_the_numbers(site):
    report = json.loads((site / REPORTS / "2022.json").read_text())
    assert report["tables"]["applications"]["new"]["natural"] == 5
