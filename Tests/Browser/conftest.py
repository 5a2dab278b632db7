"""Browser tests of a built site: `make browser-test` builds the demo site and runs every `test_*.py` here.

A test that takes `page_path` runs once for each kind of page (`page_kinds.py`); one that takes `open_page` gets a
function that opens a page of the site in Chromium. Whatever a page asks of another host, reports on its console or
is refused by its Content-Security-Policy fails the test that opened it.
"""
import functools
import http.server
import os
import pathlib
import threading

import pytest
from page_kinds import page_kinds
from playwright.sync_api import sync_playwright

DESKTOP = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2, "has_touch": True}

WATCH_VIOLATIONS = """
  window.violations = [];
  document.addEventListener('securitypolicyviolation', event =>
    window.violations.push(event.violatedDirective + ' ' + event.blockedURI));
"""


class SiteHandler(http.server.SimpleHTTPRequestHandler):
    """Serves the site below the path it is built for, as a column of a portal, and the folders beside it."""

    base = "/zfxxgk/"

    def __init__(self, site, *arguments):
        self.site = site
        super().__init__(*arguments, directory=site.parent)

    def translate_path(self, path):
        if path.startswith(self.base):
            path = f"/{self.site.name}/{path.removeprefix(self.base)}"
        return super().translate_path(path)

    def do_GET(self):
        # The host's icon is the portal's, not the column's.
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, *arguments):
        pass


def pytest_addoption(parser):
    parser.addoption("--site", default="public", help="folder of the built site")


def pytest_generate_tests(metafunc):
    if "page_path" in metafunc.fixturenames:
        kinds = page_kinds(site_folder(metafunc.config))
        metafunc.parametrize("page_path", kinds.values(), ids=kinds.keys(), scope="session")


def site_folder(config):
    return pathlib.Path(config.getoption("--site")).resolve()


@pytest.fixture(scope="session")
def site(request):
    """The folder of the built site."""
    return site_folder(request.config)


@pytest.fixture(scope="session")
def origin(site):
    """The site's address while it is served."""
    handler = functools.partial(SiteHandler, site)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{SiteHandler.base}"
        server.shutdown()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"))
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, origin):
    """Opens a page of the site; keywords are those of a Playwright context, of a desktop unless told otherwise."""
    contexts, complaints = [], []
    host = origin.removesuffix(SiteHandler.base.lstrip("/"))

    def note_request(request):
        if not request.url.startswith((host, "data:", "blob:")):
            complaints.append(f"asks for {request.url}")

    def open_path(path, **settings):
        context = browser.new_context(**{**DESKTOP, **settings})
        contexts.append(context)
        context.add_init_script(WATCH_VIOLATIONS)
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.on("request", note_request)
        page.on("console", lambda message: message.type in ("error", "warning") and complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(origin + path)
        return page

    yield open_path
    for context in contexts:
        for page in context.pages:
            complaints += page.evaluate("window.violations || []")
        context.close()
    assert complaints == []
