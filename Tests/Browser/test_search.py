"""The search page as readers use it: typing, an input method, filters, the keyboard, odd queries, no index, no script."""
import json
import shutil
import urllib.parse

import pytest

PAGE = "search/index.html"
RESULTS = "#search-results > li"


@pytest.fixture(scope="module")
def title(site):
    """The title of an entry of the site."""
    entries = json.loads((site / "data/catalog.json").read_text())["entries"]
    return max((entry["title"] for entry in entries), key=len)


def wait_for_status(page, text):
    page.wait_for_function("text => document.getElementById('search-status').textContent.includes(text)", arg=text)


def open_query(open_page, query, **settings):
    return open_page(f"{PAGE}?q={urllib.parse.quote(query)}", **settings)


def open_searching(open_page):
    """The page once a reader has come to the box, and the index is there."""
    page = open_page(PAGE)
    with page.expect_response("**/search/search.json*"):
        page.locator("#site-search").focus()
    page.locator("#search-options").wait_for()
    return page


def test_the_page_itself_loads_no_search(open_page):
    asked = []
    page = open_page(PAGE)
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[1]))
    page.reload(wait_until="networkidle")
    assert len(asked) <= 5 and not [name for name in asked if "search" in name]
    page.locator("#site-search").focus()
    page.locator("#search-options").wait_for()
    assert {"search-page.js", "search.js", "search.json"} <= set(asked)


def test_results_follow_the_typing(open_page, title):
    page = open_searching(open_page)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("#site-search").press_sequentially(title[:6], delay=20)
    wait_for_status(page, "找到")
    assert page.locator(f"{RESULTS} mark").first.inner_text() == title[:6]
    assert urllib.parse.parse_qs(urllib.parse.urlsplit(page.url).query)["q"] == [title[:6]]
    # Six letters in quick succession are one query: the shards of the first five are not fetched.
    assert len([url for url in asked if "/search/g/" in url]) == 1


def test_a_composition_is_not_looked_up(open_page):
    page = open_searching(open_page)
    page.clock.install()
    session = page.context.new_cdp_session(page)
    for letters in ["k", "ke", "ke j", "ke ji"]:
        session.send("Input.imeSetComposition", {"text": letters, "selectionStart": len(letters), "selectionEnd": len(letters)})
    # Long after a query that was typed would have been looked up.
    page.clock.run_for(5_000)
    assert "输入文字" in page.locator("#search-status").inner_text()
    page.clock.resume()
    session.send("Input.insertText", {"text": "科技"})
    wait_for_status(page, "找到")
    assert page.locator("#site-search").input_value() == "科技"


def test_the_query_of_the_address_is_looked_up(open_page, title):
    page = open_query(open_page, title)
    wait_for_status(page, "找到")
    page.locator(f"{RESULTS} a").first.click()
    page.wait_for_load_state()
    assert page.locator("h1").inner_text() == title


def test_a_hit_within_a_title_leaves_it_whole(open_page, title):
    page = open_query(open_page, title[2:8])
    wait_for_status(page, "找到")
    assert title in page.locator(f"{RESULTS} a").all_inner_texts()


def test_other_ways_to_write_it_find_the_same(open_page):
    found = []
    for query in ["〔2017〕", "[2017]", "［２０１７］", "【2017】"]:
        page = open_query(open_page, query)
        wait_for_status(page, "找到")
        found.append(page.locator("#search-status").inner_text())
    assert len(set(found)) == 1
    page = open_query(open_page, "科學技術")
    wait_for_status(page, "找到")
    assert page.locator(f"{RESULTS} mark").first.inner_text() == "科学技术"


def test_filters_count_and_narrow(open_page):
    page = open_query(open_page, "科")
    wait_for_status(page, "找到")
    page.locator("#search-options summary").click()
    year = page.locator("#filter-year")
    year.wait_for()
    chosen = year.locator("option").nth(1)
    value, count = chosen.get_attribute("value"), chosen.inner_text().split("（")[1].rstrip("）")
    # With the keyboard alone; the box keeps the focus though it is drawn anew.
    year.focus()
    page.keyboard.press("ArrowDown")
    wait_for_status(page, f"找到 {count} 条")
    page.wait_for_function("() => document.activeElement.id === 'filter-year'")
    assert f"year={value}" in page.url
    assert year.locator("option").count() > 2
    dates = page.locator(f"{RESULTS} .note").all_inner_texts()
    assert all(date.startswith(value) for date in dates)


def test_results_can_be_in_the_order_of_dates(open_page):
    page = open_page(f"{PAGE}?q={urllib.parse.quote('科')}&sort=date")
    wait_for_status(page, "找到")
    dates = [note[:10] for note in page.locator(f"{RESULTS} .note").all_inner_texts()]
    assert len(dates) > 1 and dates == sorted(dates, reverse=True)
    page.locator("#filter-sort").wait_for()
    assert page.locator("#filter-sort").input_value() == "date"


def test_the_keyboard_reaches_the_next_results(open_page):
    page = open_query(open_page, "的")
    wait_for_status(page, "列出 10 条")
    page.locator("#search-more").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelectorAll('#search-results > li').length > 10")
    page.wait_for_function("() => document.activeElement === document.querySelectorAll('#search-results > li a')[10]")


@pytest.mark.parametrize("query, sentence", [
    ("长" * 10_000, "太长"),
    ("，。！？、；：", ""),
    ("🙂👨‍👩‍👧", "没有找到"),
    ("\u0001\u0007\u200b\u202e", "输入文字"),
    ("<img src=x onerror=alert(1)><script>alert(1)</script>", "没有找到"),
    ("\"'`${}\\\\%00%", "没有找到"),
])
def test_odd_queries_get_a_sentence(open_page, query, sentence):
    page = open_searching(open_page)
    page.evaluate("document.getElementById('search-status').textContent = ''")
    page.locator("#site-search").fill(query)
    page.wait_for_function("() => document.getElementById('search-status').textContent")
    wait_for_status(page, sentence)
    assert page.locator("#main img, #main script").count() == 0


def test_the_outcome_is_announced(open_page):
    page = open_query(open_page, "科")
    wait_for_status(page, "找到")
    assert page.get_by_role("status").inner_text().startswith("找到")


def test_a_missing_index_is_said(browser, origin):
    page = browser.new_page()
    page.route("**/search/*.json*", lambda route: route.abort())
    page.goto(f"{origin}{PAGE}?q=x")
    wait_for_status(page, "没有载入")
    page.close()


def test_a_page_from_the_disk_says_why(browser, site, tmp_path):
    shutil.copytree(site / "assets", tmp_path / "assets")
    shutil.copytree(site / "search", tmp_path / "search")
    page = browser.new_page()
    page.goto((tmp_path / PAGE).as_uri() + "?q=x")
    assert "从磁盘打开" in page.locator("#main").inner_text()
    assert page.locator(RESULTS).count() == 0
    page.close()


def test_without_a_script_the_form_leads_to_the_lists(open_page, title):
    page = open_page("index.html", java_script_enabled=False)
    page.locator("#site-search").fill(title)
    page.locator("form[role=search] button").click()
    page.wait_for_url(f"**/{PAGE}?q=*")
    assert "不能检索" in page.locator("#main").inner_text()
    page.locator("#main section a").first.click()
    page.wait_for_load_state()
    assert "/catalog/" in page.url


def test_no_result_is_wider_than_a_phone(open_page):
    page = open_query(open_page, "科", viewport={"width": 360, "height": 740})
    wait_for_status(page, "找到")
    page.locator("#search-options summary").click()
    page.locator("#filter-year").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= 360")
