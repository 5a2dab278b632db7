"""Nothing is stored or asked of others before a reader wants it, and the policy allows nothing else."""
import re

from conftest import DESKTOP


def test_nothing_is_stored_at_first_view(shown_page):
    page = shown_page(**DESKTOP)
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_policy_forbids_what_is_inline_or_foreign(site, page_path):
    text = (site / page_path).read_text("utf-8")
    policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', text).group(1)
    assert policy.startswith("default-src 'none';")
    assert not re.search(r"unsafe|https?:|\*|data:", policy)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", text)
    assert not re.search(r'<(?:script|img|iframe|link rel="stylesheet")[^>]*(?:src|href)="(?:https?:)?//', text)


def test_a_chosen_display_is_kept_and_applied(open_page):
    page = open_page("index.html")
    page.get_by_role("button", name="长者模式").click()
    page.wait_for_selector("html[data-elder=on]")
    page.reload()
    assert page.evaluate("document.documentElement.dataset.elder") == "on"
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 24
