"""What VS Code is given: schemas that fit the files, and a problem matcher that reads the program's output."""
import json
import re

import pytest
import yaml
from conftest import REPOSITORY
from jsonschema import Draft7Validator


class Texts(yaml.SafeLoader):
    """Scalars as the YAML core schema has them: dates stay text."""


Texts.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.fixture
def schema(new_site):
    def load(name):
        schema = json.loads((new_site / f".vscode/{name}.schema.json").read_text(encoding="utf-8"))
        Draft7Validator.check_schema(schema)
        return Draft7Validator(schema)

    return load


def errors(validator, text):
    return [f"{list(error.path)}: {error.message}" for error in validator.iter_errors(yaml.load(text, Texts))]


def test_settings_fit_their_schema(schema, new_site):
    for path in [new_site / "site.yml", REPOSITORY / "site.yml"]:
        assert errors(schema("site"), path.read_text(encoding="utf-8")) == []
    assert errors(schema("site"), "网站名字: 某局") != []


def test_front_matter_fits_its_schema(schema, new_site):
    checked = 0
    for path in [*(new_site / "content").rglob("*.md"), *(REPOSITORY / "content").rglob("*.md")]:
        front = path.read_text(encoding="utf-8").split("---\n")[1]
        assert errors(schema("front-matter"), front) == [], path
        checked += 1
    assert checked > 60
    assert errors(schema("front-matter"), "标题: 甲\n成文日期: 2017年5月8日") != []


def test_vocabularies_fit_their_schema(schema):
    for path in (REPOSITORY / "Sources/Taxonomy/Resources").glob("*.yml"):
        assert errors(schema("taxonomy"), path.read_text(encoding="utf-8")) == [], path


def test_the_problem_matcher_reads_every_line(gongkai, wrong_site):
    tasks = json.loads((wrong_site / ".vscode/tasks.json").read_text(encoding="utf-8"))["tasks"]
    task = next(task for task in tasks if task["args"][0] == "check")
    output = gongkai(*task["args"], folder=wrong_site, check=False).stderr
    expected = json.loads(gongkai("check", "--format", "json", folder=wrong_site, check=False).stderr)["diagnostics"]
    placed = {(d["path"], d["line"], d["column"], d["id"]) for d in expected if "line" in d}
    matched = set()
    for matcher in task["problemMatcher"]:
        pattern = matcher["pattern"]
        for match in re.finditer(pattern["regexp"], output, re.MULTILINE):
            matched.add((match[pattern["file"]], int(match[pattern["line"]]), int(match[pattern["column"]]), match[pattern["code"]]))
    assert placed
    assert placed <= matched


def test_every_file_for_the_editor_is_json(new_site):
    for path in (new_site / ".vscode").iterdir():
        json.loads(path.read_text(encoding="utf-8"))
