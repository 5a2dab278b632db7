"""The demo site published with rsync to a second folder, served by a real nginx, read with Chromium."""
import pathlib
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request

import pytest
from conftest import REPOSITORY
from playwright.sync_api import sync_playwright


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@pytest.fixture(scope="module")
def published(demo_site, tmp_path_factory):
    """The address of the published site."""
    root = tmp_path_factory.mktemp("srv")
    # The folder may be readable by its owner alone, and nginx's workers are somebody else.
    for folder in [root, *root.parents[:3]]:
        if folder != pathlib.Path("/tmp"):
            folder.chmod(0o755)
    target = root / "zfxxgk"
    for _ in range(2):
        subprocess.run(["rsync", "-rt", "--delete-after", f"{demo_site}/", f"{target}/"], check=True)
    snippet = (REPOSITORY / "packaging/nginx.conf").read_text(encoding="utf-8").replace("/srv/www", str(root))
    port = free_port()
    (root / "nginx.conf").write_text(
        f"daemon off; pid {root}/pid; error_log {root}/error.log; events {{}}\n"
        f"http {{ include /etc/nginx/mime.types; access_log off; server {{ listen 127.0.0.1:{port};\n{snippet}}} }}\n",
        encoding="utf-8")
    command = ["nginx", "-p", str(root), "-c", str(root / "nginx.conf")]
    subprocess.run([*command, "-t", "-q"], check=True)
    server = subprocess.Popen(command)
    try:
        while True:
            assert server.poll() is None, (root / "error.log").read_text()
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except OSError:
                time.sleep(0.01)
        yield f"http://127.0.0.1:{port}/zfxxgk/"
    finally:
        server.terminate()
        server.wait()


def get(address, **headers):
    try:
        return urllib.request.urlopen(urllib.request.Request(address, headers=headers))
    except urllib.error.HTTPError as error:
        return error


def test_headers(published):
    page = get(published, **{"Accept-Encoding": "gzip"})
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert page.headers["Content-Encoding"] == "gzip"
    assert page.headers["Cache-Control"] == "no-cache"
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    style = get(published + "assets/site.css")
    assert style.headers["Cache-Control"] == "max-age=600"
    assert style.headers["X-Content-Type-Options"] == "nosniff"
    unchanged = get(published, **{"If-None-Match": get(published).headers["ETag"]})
    assert unchanged.status == 304


def test_missing_pages_and_writing(published):
    missing = get(published + "nowhere.html")
    assert missing.status == 404
    assert "页面不存在" in missing.read().decode()
    request = urllib.request.Request(published, data=b"x", method="POST")
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request)
    assert refused.value.code == 405


def test_a_reader_finds_a_document(published):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium-headless-shell"), args=["--no-sandbox"])
        page = browser.new_page()
        missing = []
        page.on("response", lambda response: missing.append(response.url) if response.status >= 400 else None)
        page.goto(published)
        page.goto(published + "search/index.html?q=" + "政府信息公开条例")
        page.get_by_role("link", name="政府信息公开条例").first.click()
        page.wait_for_url("**/d/*.html*")
        assert "政府信息公开条例" in page.title()
        # The host's icon is the portal's, not the column's.
        assert [url for url in missing if not url.endswith("/favicon.ico")] == []
        browser.close()
