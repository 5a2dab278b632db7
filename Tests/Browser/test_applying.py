"""The calculators and the form of the pages on applying."""
import pytest

# By 国办函〔2020〕109号.
PIECES = {0: 0, 10: 0, 11: 100, 30: 2000, 31: 2200, 41: 4300}
PAGES = {30: 0, 31: 10, 100: 700, 200: 2700, 250: 4700}


@pytest.mark.parametrize("label, fees", [("按件", PIECES), ("按量", PAGES)])
def test_fees_are_those_of_the_rules(open_page, label, fees):
    page = open_page("apply/index.html")
    field = page.get_by_label(label)
    for count, fee in fees.items():
        field.fill(str(count))
        assert page.locator(f"output[for={field.get_attribute('id')}]").inner_text() == f"{fee} 元"


def test_deadlines_count_working_days(open_page):
    page = open_page("apply/index.html")
    page.get_by_label("机关收到申请之日").fill("2025-06-06")
    # A Friday: the first working day counted is the Monday after.
    results = page.locator("#deadline-calculator li").all_inner_texts()
    assert [text.split("不迟于")[1].split("日，")[0] for text in results] == ["2025年6月17", "2025年7月4", "2025年8月1"]
    page.get_by_label("机关收到申请之日").fill("2025-02-30")
    assert "请写成" in page.locator("#deadline-calculator li").inner_text()


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
