"""Without a script readers get the same text, and nothing that does nothing."""
from conftest import DESKTOP

# The display switches are the script's own.
TEXT = "document.body.innerText.replace(document.getElementById('display').innerText, '').replace(/\\s/g, '')"


def test_text_is_there_without_a_script(shown_page):
    scripted = shown_page(**DESKTOP).evaluate(TEXT)
    plain = shown_page(java_script_enabled=False).locator("body").inner_text()
    assert len("".join(plain.split())) >= 0.98 * len(scripted)


def test_no_button_is_dead(shown_page):
    page = shown_page(java_script_enabled=False)
    dead = page.locator("button:visible:not(form button)")
    assert [dead.nth(i).inner_text() for i in range(dead.count())] == []
