"""The published schemas of the JSON reports: what the commands print is valid, and has no member that they do not tell of."""

import copy
import json
from pathlib import Path

import jsonschema_rs
import pytest

from tests.render.samples import SOURCES, every_sample, finding, run_of, screen
from why400.cli.explain import configure, run
from why400.explain import explain
from why400.model import Edit, Fix
from why400.render.findings_json import CheckedRequest, findings_json
from why400.render.run import Run

DATA = Path(__file__).parents[2] / "src/why400/data"


def closed(schema: object) -> object:
    """The schema with every object that lists its members closed to others."""
    if isinstance(schema, dict):
        held = {name: closed(part) for name, part in schema.items()}
        is_object = schema.get("type") == "object" and "properties" in schema
        return {**held, "additionalProperties": False} if is_object else held
    return [closed(part) for part in schema] if isinstance(schema, list) else schema


def validator(name: str) -> jsonschema_rs.Draft202012Validator:
    schema = json.loads((DATA / name).read_text())
    assert jsonschema_rs.meta.is_valid(schema)
    return jsonschema_rs.Draft202012Validator(closed(copy.deepcopy(schema)), validate_formats=True)


def report_of(made: Run) -> dict[str, object]:
    return json.loads(
        findings_json(
            [CheckedRequest(s.source, s.label, s.endpoint, s.model, s.api_version, s.findings) for s in made.screens],
            "1.2.3",
            made.passed_over,
        )
    )


def faults(name: str, value: object) -> list[str]:
    return [f"{error.instance_path}: {error.message}" for error in validator(name).iter_errors(value)]


def test_reports_of_samples_are_valid() -> None:
    report = report_of(every_sample())
    assert len(report["requests"]) == len(SOURCES) + 2
    assert [(one["source"], one["line"]) for one in report["passed_over"]] == [("session.har", 7)]
    assert faults("report.schema.json", report) == []


def test_every_kind_of_edit_is_valid() -> None:
    edits = (
        Edit("add", "/a", 1), Edit("add", "/a", None), Edit("remove", "/a"), Edit("replace", "/a", {}), Edit("move", "/b", source="/a"),
        Edit("text", "0:1", b"\xff"),
    )  # fmt: skip
    assert faults("report.schema.json", report_of(run_of(screen(finding(fix=Fix("x", edits=edits)), label="entry 1")))) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("tool",), "other"), (("requests", 0, "findings", 0, "severity"), "note"), (("requests", 0, "findings", 0, "line"), "3"),
        (("requests", 0, "findings", 0, "api_error", "when"), None), (("requests", 0, "findings", 0, "fix", "edits", 0, "op"), "copy"),
        (("summary", "errors"), -1), (("requests", 0, "findings", 0, "surprise"), 1),
    ],
)  # fmt: skip
def test_the_schema_refuses_what_is_never_printed(path: tuple[str | int, ...], value: object) -> None:
    report: object = report_of(run_of(screen(finding())))
    holder = report
    for step in path[:-1]:
        holder = holder[step]  # type: ignore[index]  # a report's own path
    holder[path[-1]] = value  # type: ignore[index]  # likewise
    assert faults("report.schema.json", report)


ANSWERS = [
    '{"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: Input should be a valid integer"},"request_id":"req_1"}',
    "APIStatusError: Error code: 529 - {'type': 'error', 'error': {'type': 'overloaded_error', 'message': 'Overloaded'}}\nretry-after: 12\n",
    '{"type":"error","error":{"type":"invalid_request_error","message":"something quite new: 17"}}',
    "curl: (7) Failed to connect to api.anthropic.com port 443: Connection refused",
]


@pytest.mark.parametrize("text", ANSWERS)
def test_explanations_are_valid(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import argparse

    (tmp_path / "a.log").write_text(text)
    (tmp_path / "body.json").write_text(SOURCES["body.json"])
    parser = argparse.ArgumentParser()
    configure(parser)
    run(parser.parse_args(["--format", "json", "--request", str(tmp_path / "body.json"), str(tmp_path / "a.log")]))
    printed = json.loads(capsys.readouterr().out)
    assert len(printed["errors"]) == len(explain(text)) >= 1
    assert faults("explain.schema.json", printed) == []
