"""axe-core finds nothing, and the page works at 320 pixels."""
import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import DESKTOP, PHONE


@pytest.mark.parametrize("view", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_no_violation(open_page, page_path, view):
    page = open_page(page_path, **view)
    for scheme in ["light", "dark"]:
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page).response["violations"]
        assert [(scheme, rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []


def test_nothing_scrolls_sideways(open_page, page_path):
    page = open_page(page_path, **PHONE)
    for width in [360, 320]:
        page.set_viewport_size({"width": width, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_text_grows_with_the_readers_setting(open_page, page_path):
    page = open_page(page_path)
    size = "parseFloat(getComputedStyle(document.querySelector('main')).fontSize)"
    before = page.evaluate(size)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(size) >= before * 1.7
    assert page.evaluate("document.documentElement.scrollWidth") <= DESKTOP["viewport"]["width"]
