"""Without a script readers get the same text, and nothing that does nothing."""

# The display switches are the script's own.
TEXT = "document.body.innerText.replace(document.getElementById('display').innerText, '').replace(/\\s/g, '')"


def test_text_is_there_without_a_script(open_page, page_path):
    scripted = open_page(page_path).evaluate(TEXT)
    plain = open_page(page_path, java_script_enabled=False).locator("body").inner_text()
    assert len("".join(plain.split())) >= 0.98 * len(scripted)


def test_no_button_is_dead(open_page, page_path):
    page = open_page(page_path, java_script_enabled=False)
    dead = page.locator("button:visible:not(form button)")
    assert [dead.nth(i).inner_text() for i in range(dead.count())] == []
