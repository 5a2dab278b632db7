"""Everything that can be clicked can be reached with the Tab key, where it is seen."""

REACHABLE = """
  Array.from(document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]'))
    .filter(item => !item.disabled && item.getClientRects().length).length
"""
FOCUS = """
  () => {
    const item = document.activeElement;
    if (!item || item === document.body) return null;
    window.visited = window.visited || new Set();
    const known = window.visited.has(item);
    window.visited.add(item);
    const box = item.getBoundingClientRect();
    const style = getComputedStyle(item);
    return {
      known, text: item.outerHTML.slice(0, 120),
      outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
      onScreen: box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight
    };
  }
"""


def test_tab_reaches_everything(open_page, page_path):
    page = open_page(page_path)
    reachable = page.evaluate(REACHABLE)
    seen = []
    for _ in range(reachable + 5):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus is None or focus["known"]:
            break
        seen.append(focus)
    assert [focus["text"] for focus in seen if not focus["outlined"]] == []
    assert [focus["text"] for focus in seen if not focus["onScreen"]] == []
    # The search page's options come while the reader goes on from the box.
    assert len(seen) >= reachable


def test_skip_link_leads_to_the_text(open_page, page_path):
    page = open_page(page_path)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'main'")
