"""Bodies beyond the Messages API: known from the SDK's types, so that they are checked, and what is doubtful only warns."""

import json
import random

import pytest

import why400
from tests.contract.schema_instances import Maker, damage
from why400 import Request
from why400.check.nodes import Run
from why400.check.schema import compiled
from why400.contract.endpoints import endpoints
from why400.contract.schema import ENDPOINTS, Object, other_bodies, schema_in_force

OTHER = sorted(other_bodies().roots)
CLOSED = [one for one in OTHER if schema_in_force(one).closed]
HEADERS = {"x-api-key": "REDACTED", "anthropic-version": "2023-06-01", "content-type": "application/json"}
AGENT = {"model": "claude-opus-5", "name": "a", "tools": [{"type": "agent_toolset_20260401"}], "metadata": {"k": "v"}}


def found(endpoint: str, body: object) -> list[tuple[str, str, str | None, str]]:
    given = body if isinstance(body, bytes) else json.dumps(body).encode()
    return [(one.rule, one.severity, one.path, one.evidence) for one in why400.check(given, endpoint=endpoint) if one.where == "body"]


def test_every_json_body_of_the_sdk_has_a_schema() -> None:
    wanted = {f"{one.method} {one.path}" for one in endpoints() if one.in_sdk and one.body and one.body.content_type == "application/json"}
    assert wanted - set(OTHER) - set(ENDPOINTS) == set()
    assert len(OTHER) == 71


@pytest.mark.parametrize("endpoint", OTHER)
def test_what_the_types_permit_is_clean(endpoint: str) -> None:
    rng = random.Random(endpoint)
    schema, checked = schema_in_force(endpoint), compiled(endpoint)
    for _ in range(30):
        body = Maker(schema, rng).body()
        run = Run("2023-06-01", None)
        checked.root.build(body, (), None, None, run)
        assert [(one.kind, one.path) for one in run.violations] == [], body


@pytest.mark.parametrize("endpoint", OTHER)
def test_what_breaks_the_types_only_warns(endpoint: str) -> None:
    rng = random.Random(endpoint)
    seen = 0
    for _ in range(30):
        body = damage(rng, Maker(schema_in_force(endpoint), rng).body(), 2)
        if not isinstance(body, dict):
            continue
        for rule, severity, path, evidence in found(endpoint.replace("{", "x").replace("}", ""), body):
            if rule == "number-too-large":
                continue  # a fault of the JSON itself
            seen += 1
            certain = endpoint in CLOSED and rule == "field-unknown" and path is not None and "." not in path
            if not certain:
                assert (severity, evidence) == ("warning", "inferred"), (rule, path, body)
    root = schema_in_force(endpoint).types[schema_in_force(endpoint).root]
    assert seen or (isinstance(root, Object) and not root.fields)


TARGETS = "POST /v1/organizations/claude_tag/bundles/capp_1/targets"


def test_a_body_that_is_a_union_is_checked_by_its_tag() -> None:
    assert found(TARGETS, {"type": "slack_channel", "slack_channel_id": "slch_1"}) == []
    assert found(TARGETS, {"type": "slack_channel"}) == [("field-missing", "warning", "slack_channel.slack_channel_id", "inferred")]
    assert found(TARGETS, {"target": {"type": "slack_channel", "slack_channel_id": "slch_1"}})[0][:2] == ("field-missing", "warning")
    assert found(TARGETS, {"type": "slack_team"})[0][:2] == ("unknown-tag", "warning")


def test_no_answer_is_quoted_to_a_body_that_is_no_object() -> None:
    [one] = why400.check(b"[]")
    assert (one.rule, one.severity, one.pointer, one.api_error.message) == ("wrong-type", "error", "", None)
    assert one.cause == "the body is an array; the API takes an object and converts nothing"


def test_faults_of_an_agent_are_found_at_their_places() -> None:
    assert found("POST /v1/agents", AGENT) == []
    body = {**AGENT, "name": 5, "tools": [{"type": "custom", "description": "d", "input_schema": {"type": "object"}}], "tool": []}
    assert found("POST /v1/agents", body) == [
        ("field-unknown", "error", "tool", "observed"),  # the API's OpenAPI document closes this body
        ("wrong-type", "warning", "name", "inferred"),
        ("field-missing", "warning", "tools.0.custom.name", "inferred"),
    ]
    assert [one[0] for one in found("POST /v1/agents/agent_01AbC", {"nam": "x"})] == ["field-unknown"]


def test_a_body_that_nobody_closes_warns_of_unknown_members() -> None:
    endpoint = "POST /v1/dreams"
    assert endpoint not in CLOSED
    assert ("field-unknown", "warning", "zzz", "inferred") in found(endpoint, {"zzz": 1})


def test_broken_json_is_found_there_too() -> None:
    assert [one[:2] for one in found("POST /v1/agents", b'{"name": "a"')][:1] == [("json-truncated", "error")]


def test_a_body_left_out_and_another_host_are_not_judged() -> None:
    def of(url: str, body: bytes) -> list[str]:
        return [one.rule for one in why400.check(Request("POST", url, HEADERS, body)) if one.where == "body"]

    assert of("https://api.anthropic.com/v1/agents", b"") == []
    assert of("https://agents.example/v1/agents", b'{"nam": 1}') == []
    assert of("https://api.anthropic.com/v1/agents", b'{"nam": 1}') != []
