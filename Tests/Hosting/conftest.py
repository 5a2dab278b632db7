"""Hosting tests: what `gongkai init` writes for git, CI and editors, and what is in `packaging/`, tried for real.

`make hosting-test` runs every `test_*.py` here with the program given by `--gongkai`.
"""
import os
import pathlib
import subprocess

import pytest

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]

WRONG_ENTRY = """---
标题: 写错的一条
索引号: 000000000/2026-00009
发布机构: 某个没有登记的机关
成文日期: 2026-02-30
---
正文。
"""


def pytest_addoption(parser):
    parser.addoption("--gongkai", default=".build/debug/gongkai", help="the program")
    parser.addoption("--site", default=".build/demo-site", help="folder of the built demo site")


@pytest.fixture(scope="session")
def program(request):
    return pathlib.Path(request.config.getoption("--gongkai")).resolve()


@pytest.fixture(scope="session")
def demo_site(request):
    return pathlib.Path(request.config.getoption("--site")).resolve()


@pytest.fixture
def gongkai(program):
    """Runs the program in a folder and returns what it did."""

    def run(*arguments, folder=None, check=True):
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        return subprocess.run(
            [program, *arguments], cwd=folder, check=check, capture_output=True, text=True, env=environment)

    return run


@pytest.fixture
def new_site(gongkai, tmp_path):
    """A site as `gongkai init` leaves it."""
    folder = tmp_path / "site"
    gongkai("init", str(folder), "--name", "示例区民政局", "--today", "2026-03-01")
    return folder


@pytest.fixture
def wrong_site(new_site):
    """The same with an entry that has several mistakes."""
    entry = new_site / "content/catalog/2026/wrong.md"
    entry.write_text(WRONG_ENTRY, encoding="utf-8")
    return new_site
