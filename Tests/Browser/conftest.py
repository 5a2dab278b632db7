"""Browser tests of a built site: `make browser-test` builds the demo site and runs every `test_*.py` here.

A test that takes `page_path` runs once for each kind of page (`page_kinds.py`); one that takes `open_page` gets a
function that opens a page of the site in Chromium, and one that takes `shown_page` gets a page that is there already,
shared by all tests that leave it as it is: the tests of one `page_path` follow each other (`--dist loadgroup`).
Whatever a page asks of another host, reports on its console or is refused by its Content-Security-Policy fails the
test that saw it.
"""
import functools
import http.server
import json
import os
import pathlib
import threading

import pytest
from page_kinds import page_kinds
from playwright.sync_api import sync_playwright

DESKTOP = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}

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
        pages = [pytest.param(path, id=kind, marks=pytest.mark.xdist_group(kind)) for kind, path in kinds.items()]
        metafunc.parametrize("page_path", pages, scope="session")


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
        # Chromium without all that surrounds a page takes a third of the time. Nobody looks at what is painted: a
        # graphics card imitated by the processor takes a fifth of the rest.
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium-headless-shell"),
            args=["--disable-gpu", "--num-raster-threads=1"])
        yield browser
        browser.close()


class Opener:
    """Opens pages of the site, and notes what they should not have done."""

    def __init__(self, browser, origin):
        self.browser = browser
        self.origin = origin
        self.contexts = []
        self.complaints = []

    def __call__(self, path, **settings):
        """Keywords are those of a Playwright context, of a desktop unless told otherwise."""
        context = self.browser.new_context(**{**DESKTOP, **settings})
        self.contexts.append(context)
        context.add_init_script(WATCH_VIOLATIONS)
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.on("request", self.note_request)
        page.on("console", lambda message: message.type in ("error", "warning") and self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(self.origin + path)
        return page

    def note_request(self, request):
        host = self.origin.removesuffix(SiteHandler.base.lstrip("/"))
        if not request.url.startswith((host, "data:", "blob:")):
            self.complaints.append(f"asks for {request.url}")

    def require_no_complaint(self):
        for context in self.contexts:
            for page in context.pages:
                self.complaints += page.evaluate("window.violations || []")
        assert self.complaints == []

    def close(self):
        for context in self.contexts:
            context.close()
        self.contexts = []


@pytest.fixture
def open_page(browser, origin):
    """Opens a page of the site for this test alone."""
    opener = Opener(browser, origin)
    yield opener
    try:
        opener.require_no_complaint()
    finally:
        opener.close()


@pytest.fixture(scope="session")
def shown_pages(browser, origin):
    """The pages that `shown_page` has open: those of the path that was asked for last."""
    opener = Opener(browser, origin)
    opener.shown = {}
    yield opener
    opener.close()


@pytest.fixture
def shown_page(shown_pages, page_path):
    """Answers the page, as a test before left it; keywords as of `open_page`. Whoever changes it changes it back."""
    opener = shown_pages
    opener.complaints = []

    def show(**settings):
        wanted = (page_path, json.dumps(settings, sort_keys=True))
        if any(path != page_path for path, _ in opener.shown):
            opener.close()
            opener.shown = {}
        if wanted not in opener.shown:
            opener.shown[wanted] = opener(page_path, **settings)
        return opener.shown[wanted]

    yield show
    opener.require_no_complaint()
