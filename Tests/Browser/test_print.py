"""On paper: the text whole, no navigation, black on white, A4."""
from conftest import DESKTOP

# What a reader came for: the main part less its navigation and what is said about using the page.
TEXT_LENGTH = """
  () => {
    const length = part => part.getClientRects().length && part.innerText.replace(/\\s/g, '').length;
    const main = document.querySelector('main');
    return Array.from(main.querySelectorAll('nav, aside'))
      .reduce((rest, part) => rest - length(part), length(main));
  }
"""


def test_prints_the_text_alone(shown_page):
    page = shown_page(**DESKTOP)
    on_screen = page.evaluate(TEXT_LENGTH)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(TEXT_LENGTH) >= 0.95 * on_screen
    for hidden in ["body > nav", "header nav", "header form", ".display", ".pager", "footer nav"]:
        assert page.locator(f"{hidden}:visible").count() == 0, hidden
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    # 210 mm x 297 mm in points.
    pdf = page.pdf(prefer_css_page_size=True)
    assert b"/MediaBox [0 0 594.95996 841.91998]" in pdf or b"/MediaBox [0 0 595" in pdf
    page.emulate_media(media="screen", color_scheme="light")
