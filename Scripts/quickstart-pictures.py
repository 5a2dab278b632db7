#!/usr/bin/env python3
"""Retakes the pictures of docs/quickstart.md: a new site in the preview, and a mistake shown there.

Needs Playwright with Chromium:  python3 Scripts/quickstart-pictures.py .build/release/gongkai
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from playwright.sync_api import sync_playwright

PICTURES = pathlib.Path(__file__).resolve().parent.parent / "docs/pictures"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


def new_site(gongkai, folder):
    details = ["--name", "示例区民政局", "--phone", "0000-0000000", "--today", "2026-01-05"]
    subprocess.run([gongkai, "init", folder, *details], check=True, stdout=subprocess.DEVNULL)


def address_of(preview):
    for line in preview.stdout:
        if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
            return found[0]
    raise SystemExit("the preview told no address")


def take(address, site):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        page = browser.new_page(viewport={"width": 1000, "height": 700})
        page.goto(f"{address}catalog/index.html")
        page.screenshot(path=PICTURES / "preview.png")
        guide = site / "content/guide/index.md"
        text = guide.read_text(encoding="utf-8")
        guide.write_text(text.replace("标题: ", "标题：", 1), encoding="utf-8")
        page.get_by_text("yaml.fullwidth-colon").first.wait_for()
        page.screenshot(path=PICTURES / "preview-mistake.png")
        browser.close()


def main():
    gongkai = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        site = pathlib.Path(folder) / "site"
        new_site(gongkai, site)
        preview = subprocess.Popen(
            [gongkai, "serve", "--source", site], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        try:
            take(address_of(preview), site)
        finally:
            preview.terminate()
            preview.wait()


if __name__ == "__main__":
    main()
