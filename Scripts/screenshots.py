#!/usr/bin/env python3
"""Takes pictures of a built site, to look at a theme: desktop, phone, dark, elder mode, high contrast and print.

Needs Playwright with Chromium:  python3 Scripts/screenshots.py public --out shots [--base /zfxxgk/] [page ...]
Pages are paths below the site, by default one of each template. With --element NAME=SELECTOR, as often as wanted, takes
only these parts of the pages, for the manual; with --docs, only the pages that the documentation shows, into docs/.
Nothing is sent anywhere but to 127.0.0.1.
"""
import argparse
import functools
import http.server
import os
import pathlib
import threading

from playwright.sync_api import sync_playwright

PAGES = ["index.html", "catalog/index.html", "guide/index.html", "search/index.html", "sitemap.html", "404.html"]
VIEWS = {
    "desktop": {"viewport": {"width": 1280, "height": 900}},
    "phone": {"viewport": {"width": 360, "height": 740}},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "no-script": {"viewport": {"width": 1280, "height": 900}, "java_script_enabled": False},
}
# The pictures in docs/, by page.
DOCUMENTATION = {
    "home": "index.html",
    "list": "catalog/index.html",
    "document": "d/000000000-2019-00001.html",
    "report": "reports/2017.html",
}
SWITCHES = {"elder": "长者模式", "contrast": "高对比度"}


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site below the path it is built for."""

    base = "/"

    def translate_path(self, path):
        return super().translate_path("/" + path.removeprefix(self.base))

    def log_message(self, *arguments):
        pass


def serve(site, base):
    Handler.base = base
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def first_of(site, folder):
    """The first page in a folder, so that documents and reports are seen whatever they are called."""
    found = sorted(path for path in (pathlib.Path(site) / folder).rglob("*.html") if path.name != "index.html")
    return [found[0].relative_to(site).as_posix()] if found else []


def take_elements(browser, address, elements, out):
    """Pictures of parts of a page, as wide as a column of text."""
    context = browser.new_context(viewport={"width": 720, "height": 900})
    tab = context.new_page()
    tab.goto(address)
    for element in elements:
        name, selector = element.split("=", 1)
        tab.locator(selector).first.screenshot(path=out / f"{name}.png")
    context.close()


def take_documentation(browser, origin):
    docs = pathlib.Path(__file__).resolve().parent.parent / "docs"
    tab = browser.new_page(**VIEWS["desktop"])
    for name, page in DOCUMENTATION.items():
        tab.goto(origin + page)
        tab.screenshot(path=docs / f"{name}.png")
    tab.close()


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("site")
    options.add_argument("pages", nargs="*")
    options.add_argument("--out", default="shots")
    options.add_argument("--base", default="/", help="path the site is built for")
    options.add_argument("--element", action="append", default=[], metavar="NAME=SELECTOR", help="take only this part")
    options.add_argument("--docs", action="store_true", help="take the pages that the documentation shows")
    options = options.parse_intermixed_args()
    pages = options.pages or PAGES + first_of(options.site, "d") + first_of(options.site, "reports")
    pages = [page for page in pages if (pathlib.Path(options.site) / page).is_file()]
    out = pathlib.Path(options.out)
    if not options.docs:
        out.mkdir(parents=True, exist_ok=True)
    server = serve(options.site, options.base)
    origin = f"http://127.0.0.1:{server.server_port}{options.base}"
    with sync_playwright() as playwright:
        program = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=program if os.path.exists(program) else None)
        if options.docs:
            take_documentation(browser, origin)
        for page in [] if options.docs else pages:
            if options.element:
                take_elements(browser, origin + page, options.element, out)
                continue
            name = page.removesuffix(".html").replace("/", "-")
            for view, settings in VIEWS.items():
                context = browser.new_context(**settings)
                tab = context.new_page()
                tab.goto(origin + page)
                tab.screenshot(path=out / f"{name}.{view}.png")
                if view == "desktop":
                    tab.pdf(path=out / f"{name}.pdf", prefer_css_page_size=True)
                    for switch, label in SWITCHES.items():
                        button = tab.get_by_role("button", name=label)
                        button.click()
                        tab.screenshot(path=out / f"{name}.{switch}.png")
                        button.click()
                context.close()
        browser.close()
    server.shutdown()
    if not options.docs:
        print(f"{len(list(out.iterdir()))} files in {out}")


if __name__ == "__main__":
    main()
