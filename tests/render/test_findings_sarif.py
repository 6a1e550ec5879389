"""SARIF, held against the schema of the OASIS standard and against what GitHub's code scanning asks for and allows."""

import json
from pathlib import Path
from urllib.parse import unquote

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.render.samples import RECORDED, SOURCES, UNANSWERED, every_sample, finding, run_full_of, run_of, screen, screen_of
from why400.check.fix import fix
from why400.model import Edit, Fix
from why400.render import findings_sarif as module
from why400.render.findings_sarif import findings_sarif
from why400.render.run import Passed, Run
from why400.render.sarif_rules import LONGEST_DESCRIPTION, descriptor
from why400.rules.catalogue import catalogue

SCHEMA = json.loads((Path(__file__).parent / "schemas/sarif-schema-2.1.0.json").read_text())
VALID = jsonschema_rs.validator_for(SCHEMA, validate_formats=True)


def log_of(run: Run) -> dict[str, object]:
    """The run's one run, after the log has been found valid."""
    log = json.loads(findings_sarif(run))
    assert [f"{error.instance_path}: {error.message}" for error in VALID.iter_errors(log)] == []
    assert log["version"] == "2.1.0"
    return log["runs"][0]


def replaced(text: str, replacements: list[dict[str, dict[str, object]]]) -> str:
    """The text with a fix carried out, as an editor would: lines and columns in characters, from the end to the front."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for one in sorted(replacements, key=lambda one: (one["deletedRegion"]["startLine"], one["deletedRegion"]["startColumn"]), reverse=True):
        region = one["deletedRegion"]
        start = starts[region["startLine"] - 1] + region["startColumn"] - 1
        end = starts[region["endLine"] - 1] + region["endColumn"] - 1
        text = text[:start] + one["insertedContent"]["text"] + text[end:]
    return text


def test_samples_are_valid_and_have_what_github_requires() -> None:
    run = log_of(every_sample())
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["semanticVersion"], run["columnKind"]) == ("why400", "1.2.3", "unicodeCodePoints")
    assert len(run["results"]) >= 10
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning")
        assert result["message"]["text"]
        assert len(result["locations"]) == 1
        region = result["locations"][0]["physicalLocation"]["region"]
        assert set(region) == {"startLine", "startColumn", "endLine", "endColumn"}
        assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])
    assert len({rule["id"] for rule in driver["rules"]}) == len(driver["rules"])
    prints = [json.dumps(result["partialFingerprints"]) for result in run["results"]]
    assert len(set(prints)) == len(prints)


def test_regions_are_those_of_the_findings() -> None:
    run = log_of(every_sample())
    uris = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]}
    assert "gr%C3%BC%C3%9Fe/a%20b%3Ac.json" in uris
    assert {unquote(uri) for uri in uris} == set(SOURCES) - {"good.json"} | {"session.har"}
    line, column = next((number, one.index('\\"16\\"') + 1) for number, one in enumerate(RECORDED.split("\n"), 1) if '\\"16\\"' in one)
    recorded = (line, column, line, column + len('\\"16\\"'))
    for name, start in (("body.json", (3, 17, 3, 21)), ("grüße/a b:c.json", (2, 16, 2, 20)), ("session.har", recorded)):
        own = [one for one in run["results"] if unquote(one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) == name]
        region = own[0]["locations"][0]["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]) == start
        assert own[0]["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "/max_tokens"


def test_inputs_that_could_not_be_read_are_notifications() -> None:
    invocation = log_of(every_sample())["invocations"][0]
    assert invocation["executionSuccessful"] is False
    unread, passed = invocation["toolExecutionNotifications"]
    assert (unread["level"], unread["message"]["text"]) == ("error", "notes.txt: not a request")
    assert (passed["level"], passed["message"]["text"][:20]) == ("note", "session.har: entry 3")
    assert passed["locations"][0]["physicalLocation"] == {"artifactLocation": {"uri": "session.har"}, "region": {"startLine": 7}}
    only = log_of(run_of(screen(), passed_over=(Passed("x.json", "lost", 1),)))["invocations"][0]
    assert (only["executionSuccessful"], len(only["toolExecutionNotifications"])) == (True, 1)
    assert log_of(run_of(screen()))["invocations"] == [{"executionSuccessful": True}]


def test_related_places_are_linked_from_the_message() -> None:
    result = log_of(run_of(screen_of("unanswered.json", UNANSWERED)))["results"][0]
    related = result["relatedLocations"]
    assert [one["id"] for one in related] == [1]
    assert related[0]["physicalLocation"]["region"]["startLine"] == 5
    assert result["message"]["text"].endswith(f"See also: [{related[0]['message']['text']}](1)")


@pytest.mark.parametrize("name", ["body.json", "grüße/a b:c.json", "broken.json"])
def test_a_fix_is_what_the_command_would_write(name: str) -> None:
    text = SOURCES[name]
    fixes = [one["fixes"][0] for one in log_of(run_of(screen_of(name, text)))["results"] if "fixes" in one]
    assert fixes
    for one in fixes:
        text = replaced(text, one["artifactChanges"][0]["replacements"]) if len(fixes) == 1 else text
    if len(fixes) > 1:  # of one text each: all of them together
        text = replaced(text, [each for one in fixes for each in one["artifactChanges"][0]["replacements"]])
    assert text.encode() == fix(SOURCES[name].encode(), as_of="2026-11-24").request.body


def test_a_fix_in_a_raw_request_stands_at_its_own_lines() -> None:
    head = "POST /v1/messages HTTP/1.1\r\nHost: api.anthropic.com\r\nx-api-key: REDACTED\r\n\r\n"
    text = head + '{"model": "claude-sonnet-5",\n"max_tokens": "9", "messages": [{"role": "user", "content": "Hi"}]}'
    result = next(one for one in log_of(run_of(screen_of("h.http", text)))["results"] if one["ruleId"] == "wrong-type")
    assert replaced(text, result["fixes"][0]["artifactChanges"][0]["replacements"]) == text.replace('"9"', "9")


def test_no_fix_where_it_would_not_be_exact() -> None:
    for kept in (screen_of("body.json", SOURCES["body.json"], source=False), screen_of("b.json", "\ufeff" + SOURCES["body.json"])):
        assert not any("fixes" in one for one in log_of(run_of(kept))["results"])
    shown = screen_of("body.json", SOURCES["body.json"])
    secret = "sk-ant-" + "api03-" + "q" * 40
    for bad in (Edit("replace", "/nowhere", 1), Edit("replace", "/max_tokens", secret)):
        made = screen(finding(fix=Fix("x", safe=True, edits=(bad,))), text=shown.text)
        assert "fixes" not in log_of(run_of(made))["results"][0]


def test_fingerprints_stay_when_lines_move() -> None:
    def prints(text: str) -> list[object]:
        return [one["partialFingerprints"] for one in log_of(run_of(screen_of("body.json", text)))["results"]]

    assert prints(SOURCES["body.json"]) == prints("\n\n" + SOURCES["body.json"])
    twice = log_of(run_of(screen(finding("a"), finding("a"), finding("b"))))["results"]
    assert len({json.dumps(one["partialFingerprints"]) for one in twice}) == 3


def test_more_results_than_github_takes_are_cut_with_errors_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_RESULTS", 2)
    run = log_of(run_of(screen(finding("w", severity="warning"), finding("a"), finding("b"))))
    assert [one["level"] for one in run["results"]] == ["error", "error"]
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].startswith("1 more findings are left out")


def test_every_rule_can_be_described() -> None:
    for slug in catalogue():
        told = descriptor(slug)
        assert told["id"] == slug
        assert 0 < len(told["shortDescription"]["text"]) <= LONGEST_DESCRIPTION
        assert 0 < len(told["fullDescription"]["text"]) <= LONGEST_DESCRIPTION
        assert "```" not in told["help"]["text"]
        assert told["help"]["markdown"].count("```") % 2 == 0
        assert 0 < len(told["properties"]["tags"]) <= 10
        assert "security" not in told["properties"]["tags"]


@given(
    st.text()
    | st.sampled_from(
        [
            "[x](https://example.org)",
            "\ud800",
            "\x00\x1b[0m",
            "authorization=abc\tdef\tghi\tjkl\\xyz",
            'x-api-key: "aaaaaaaaaaaaaaaaaaaa\\nb',
            "%2F",
        ]
    )
)
def test_any_text_is_valid_and_makes_no_link(text: str) -> None:
    run = log_of(run_full_of(text))
    assert len(run["results"]) == 3
    for result in run["results"]:
        said = result["message"]["text"].split(" See also: ")[0]
        assert "](" not in said


def test_huge_texts_stay_short() -> None:
    huge = "x" * 1_000_000
    assert len(findings_sarif(run_of(screen(finding(huge), finding(huge, where="header", name=huge), text=huge)))) < 100_000
