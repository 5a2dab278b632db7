"""The files for CI and git are what their programs accept."""
import subprocess
import sys

import pytest
from conftest import REPOSITORY
from dockerfile_parse import DockerfileParser

INSTRUCTIONS = {"FROM", "RUN", "COPY", "WORKDIR", "CMD"}


def run_module(name, *arguments):
    result = subprocess.run([sys.executable, "-m", name, *arguments], capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("gitlab-ci", ".gitlab-ci.yml"),
        ("github-workflows", ".github/workflows/publish.yml"),
        ("github-workflows", ".gitea/workflows/publish.yml"),
    ])
def test_workflows_follow_their_schema(new_site, schema, path):
    run_module("check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(new_site / path))


def test_yaml_files_are_clean(new_site):
    files = [str(path) for path in new_site.rglob("*.yml")]
    assert len(files) >= 4
    rules = "{extends: default, rules: {line-length: {max: 160}, document-start: disable, truthy: disable," \
        " comments-indentation: disable, comments: {min-spaces-from-content: 2}, braces: {max-spaces-inside: 0}}}"
    run_module("yamllint", "--strict", "-d", rules, *files)


def test_shell_scripts_are_clean(new_site):
    scripts = [new_site / ".githooks/pre-commit", REPOSITORY / "packaging/build-deb.sh"]
    subprocess.run(["shellcheck", *map(str, scripts)], check=True)


def test_dockerfile_copies_what_the_build_makes(tmp_path):
    parser = DockerfileParser(str(tmp_path))
    parser.content = (REPOSITORY / "packaging/Dockerfile").read_text(encoding="utf-8")
    structure = [step for step in parser.structure if step["instruction"] != "COMMENT"]
    assert {step["instruction"] for step in structure} == INSTRUCTIONS
    assert [step["value"].split()[0] for step in structure if step["instruction"] == "FROM"][-1].startswith("debian:")
    assert any(step["value"] == "--from=build /src/dist/gongkai /usr/local/bin/gongkai" for step in structure)
    assert "dist:" in (REPOSITORY / "Makefile").read_text(encoding="utf-8")


def test_the_hook_keeps_mistakes_out_of_git(program, wrong_site):
    def git(*arguments, check=True):
        return subprocess.run(
            ["git", "-c", "user.name=t", "-c", "user.email=t@example.gov.cn", *arguments],
            cwd=wrong_site, check=check, capture_output=True, text=True, env={"PATH": f"{program.parent}:/usr/bin:/bin"})

    git("init", "-q")
    git("config", "core.hooksPath", ".githooks")
    git("add", "-A")
    refused = git("commit", "-qm", "写错的一条", check=False)
    assert refused.returncode != 0
    assert "content/catalog/2026/wrong.md" in refused.stderr
    (wrong_site / "content/catalog/2026/wrong.md").unlink()
    git("add", "-A")
    assert git("commit", "-qm", "新建网站", check=False).returncode == 0
