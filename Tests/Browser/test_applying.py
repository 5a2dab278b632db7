"""The calculators and the form of the pages on applying."""
import datetime
import itertools
import json

import pytest

# By 国办函〔2020〕109号.
PIECES = {0: 0, 10: 0, 11: 100, 30: 2000, 31: 2200, 41: 4300}
PAGES = {30: 0, 31: 10, 100: 700, 200: 2700, 250: 4700}


@pytest.fixture
def calculators(open_page):
    """The page on applying once a reader has come near the calculators."""
    page = open_page("apply/index.html")
    page.locator("#deadline-calculator").scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('#deadline-calculator [role=status]').textContent")
    return page


def deadlines(page, day):
    """The three last days that are shown for an application of `day`, and what is said of the counting."""
    page.get_by_label("机关收到申请之日").fill(day)
    shown = page.locator("#deadline-calculator output").all_inner_texts()
    return [text.split("日，")[0] for text in shown], page.locator("#deadline-calculator [role=status]").inner_text()


@pytest.mark.parametrize("label, fees", [("按件", PIECES), ("按量", PAGES)])
def test_fees_are_those_of_the_rules(calculators, label, fees):
    field = calculators.get_by_label(label)
    for count, fee in fees.items():
        field.fill(str(count))
        assert calculators.locator(f"output[for={field.get_attribute('id')}]").inner_text() == f"{fee} 元"


def test_deadlines_count_working_days(calculators):
    # A Friday: the first working day counted is the Monday after.
    days, said = deadlines(calculators, "2025-06-06")
    assert days == ["2025年6月17", "2025年7月4", "2025年8月1"]
    assert "节假日 0 天" in said


def test_deadlines_leave_out_holidays_and_count_worked_weekends(calculators):
    # Off from 1 to 8 October 2025, six weekdays; worked on Sunday 28 September and Saturday 11 October.
    days, said = deadlines(calculators, "2025年9月26日")
    assert days[:2] == ["2025年10月13", "2025年10月30"]
    assert "节假日 6 天" in said and "周末 2 天" in said and "国办发明电〔2024〕12号" in said


def test_deadlines_agree_with_another_count(calculators, site):
    years = json.loads((site / "data/holidays.json").read_text())["years"]
    off = {day for year in years for day in year["days_off"]}
    worked = {day for year in years for day in year["worked_weekends"]}

    def is_working_day(day):
        return day.isoformat() in worked or day.weekday() < 5 and day.isoformat() not in off

    for start in [datetime.date(2008, 1, 1) + datetime.timedelta(days=97 * step) for step in range(66)]:
        after = (start + datetime.timedelta(days=days) for days in itertools.count(1))
        last = list(itertools.islice(filter(is_working_day, after), 40))
        expected = [f"{day.year}年{day.month}月{day.day}" for day in (last[6], last[19], last[39])]
        assert deadlines(calculators, start.isoformat())[0] == expected, start


def test_years_without_announcement_are_named(calculators):
    days, said = deadlines(calculators, "2099-03-02")
    assert days[0] == "2099年3月11"
    assert "还没有2099年的放假" in said and "扣除" not in said


def test_a_day_that_is_none_gets_a_sentence(calculators):
    days, said = deadlines(calculators, "2025-02-30")
    assert days == ["", "", ""] and "请写成" in said


def test_the_calculators_wait_until_a_reader_is_near(open_page):
    page = open_page("apply/index.html", viewport={"width": 360, "height": 740})
    page.wait_for_load_state("networkidle")
    loaded = "document.querySelectorAll('script[src*=calculators]').length"
    assert page.evaluate(loaded) == 0
    page.locator("#received").focus()
    page.wait_for_function(f"() => {loaded} === 1")


def test_without_holidays_the_days_are_counted_and_it_is_said(browser, origin):
    page = browser.new_page()
    page.route("**/holidays.json", lambda route: route.abort())
    page.goto(f"{origin}apply/index.html")
    page.locator("#deadline-calculator").scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('#deadline-calculator [role=status]').textContent")
    days, said = deadlines(page, "2025-09-26")
    assert days[0] == "2025年10月7" and "只按周一至周五" in said
    page.close()


def test_a_document_is_named_in_the_form(open_page):
    page = open_page("apply/form.html?000000000/2018-00001")
    assert "000000000/2018-00001" in page.get_by_label("名称、文号或者").input_value()


def test_the_form_can_send_nothing(open_page):
    page = open_page("apply/form.html")
    assert page.locator("main form, main [name]").count() == 0
    page.get_by_label("姓名").fill("测试")
    page.get_by_label("姓名").press("Enter")
    assert page.url.endswith("apply/form.html")


def test_the_form_prints_with_what_was_typed(open_page):
    page = open_page("apply/form.html")
    page.get_by_label("姓名").fill("测试")
    page.emulate_media(media="print")
    assert page.locator(".hint:visible, main button:visible").count() == 0
    assert page.get_by_label("姓名").is_visible()
