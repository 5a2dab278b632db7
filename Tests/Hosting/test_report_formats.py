"""`--format` for CI: valid against the schemas of those who read it, and the same findings in each."""
import json
import pathlib
import re

import pytest
from jsonschema import Draft7Validator

SCHEMAS = pathlib.Path(__file__).parent / "schemas"


@pytest.fixture
def findings(gongkai, wrong_site):
    def run(name):
        result = gongkai("check", "--format", name, folder=wrong_site, check=False)
        assert result.returncode == 1
        return result.stderr

    return run


def validate(document, name):
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    errors = [f"{list(error.path)}: {error.message}" for error in Draft7Validator(schema).iter_errors(document)]
    assert errors == []


def test_sarif(findings):
    document = json.loads(findings("sarif"))
    validate(document, "sarif-2.1.0.schema.json")
    run = document["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(set(rules)) == len(rules)
    for result in run["results"]:
        assert result["ruleId"] in rules
    assert len(run["results"]) == json.loads(findings("json"))["summary"]["errors"] + 4


def test_gitlab(findings):
    document = json.loads(findings("gitlab"))
    validate(document, "gitlab-code-quality.schema.json")
    fingerprints = [issue["fingerprint"] for issue in document]
    assert len(set(fingerprints)) == len(fingerprints)
    assert findings("gitlab") == findings("gitlab")


def test_github(findings):
    lines = findings("github").splitlines()
    command = re.compile(r"^::(error|warning|notice) ([^:]+)::(.+)$")
    properties = {"file", "line", "endLine", "col", "endColumn", "title"}
    assert lines
    for line in lines:
        match = command.match(line)
        assert match, line
        named = dict(part.split("=", 1) for part in match[2].split(","))
        assert "file" in named and set(named) <= properties, line
    assert sum(line.startswith("::error") for line in lines) == json.loads(findings("json"))["summary"]["errors"]
