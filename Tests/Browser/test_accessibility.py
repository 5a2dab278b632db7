"""axe-core finds nothing, and the page works at 320 pixels."""
import pytest
from axe_playwright_python.base import AXE_SCRIPT
from conftest import DESKTOP, PHONE

# A dark page has other colours, and nothing else: the rest need not be looked at twice.
RULES = {
    "light": {"resultTypes": ["violations"]},
    "dark": {"resultTypes": ["violations"], "runOnly": ["cat.color"]},
}


@pytest.mark.parametrize("view", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_no_violation(shown_page, view):
    page = shown_page(**view)
    page.evaluate(AXE_SCRIPT)
    for scheme, options in RULES.items():
        page.emulate_media(color_scheme=scheme)
        found = page.evaluate("options => axe.run(options).then(results => results.violations)", options)
        assert [(scheme, rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []
    page.emulate_media(color_scheme="light")


def test_nothing_scrolls_sideways(shown_page):
    page = shown_page(**PHONE)
    for width in [360, 320]:
        page.set_viewport_size({"width": width, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.set_viewport_size(PHONE["viewport"])


def test_text_grows_with_the_readers_setting(shown_page):
    page = shown_page(**DESKTOP)
    size = "parseFloat(getComputedStyle(document.querySelector('main')).fontSize)"
    before = page.evaluate(size)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(size) >= before * 1.7
    assert page.evaluate("document.documentElement.scrollWidth") <= DESKTOP["viewport"]["width"]
    page.evaluate("document.documentElement.style.fontSize = ''")
