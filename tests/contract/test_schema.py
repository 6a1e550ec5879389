"""The committed schemas: what they accept and refuse, against what was measured; and that they are built as committed."""

import json
from pathlib import Path

import msgspec
import pytest

from tests.contract.schema_oracle import Oracle
from tools.build_schemas import build, unknown_betas
from why400.contract.build.overlay import apply
from why400.contract.schema import ENDPOINTS, Array, Enum, Object, Ref, Schema, String, Tagged, load_schema

REPOSITORY = Path(__file__).parents[2]
SHARED = REPOSITORY.parent / "shared"
OPENAPI = SHARED / "evidence/openapi-structure.json"
PLAIN = {"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "ping"}]}
MESSAGES = "POST /v1/messages"


def oracle(*betas: str, version: str = "2023-06-01") -> Oracle:
    return Oracle(load_schema(MESSAGES), betas=frozenset(betas), version=version)


# (measured id, betas sent, members that change the plain request)
ACCEPTED = [
    ("cm-null-metadata", (), {"metadata": None}),
    ("cm-null-inference-geo", (), {"inference_geo": None}),
    ("cm-null-stop-sequences", (), {"stop_sequences": None}),
    ("cm-null-cache-control", (), {"cache_control": None}),
    ("cm-null-container", (), {"container": None}),
    ("cm-top-k-minus-1", (), {"top_k": -1}),
    ("ba-sync-max-tokens-0", (), {"max_tokens": 0}),
    ("o55a-diagnostics", (), {"diagnostics": {"previous_message_id": None}}),
    ("s55-between-tools", (), {"thinking": {"type": "between_tools"}}),
    ("bt-browser-and-computer-toolset", (),
     {"tools": [{"type": "computer_toolset_20260801"}, {"type": "browser_toolset_20260801"}]}),
    ("jc-system-item-opus-5", (),
     {"messages": [{"role": "user", "content": "ping"}, {"role": "system", "content": "note"}]}),
    ("em-assistant-empty-string-mid-opus-5", (),
     {"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": ""}]}),
    ("cm-empty-text-block-mid-user", (), {"messages": [{"role": "user", "content": [{"type": "text", "text": ""}]}]}),
    ("rx-draft04-tool-schema-haiku", (),
     {"tools": [{"name": "f", "input_schema": {"$schema": "draft-04", "type": "object", "properties": {"n": {}}}}]}),
    ("o55a-clear-at-beta", ("mid-conversation-system-clear-at-2026-08-21",),
     {"messages": [{"role": "system", "content": "x", "clear_at": "next_user_message"}]}),
    ("rx-message-effort-sonnet-5-5", ("per-turn-control-2026-07-01",),
     {"messages": [{"role": "system", "content": "x", "output_config": {"effort": "medium"}}]}),
    ("o55a-speed-fast-beta", ("fast-mode-2026-02-01",), {"speed": "fast"}),
    ("o55b-task-budget-beta", ("task-budgets-2026-03-13",),
     {"output_config": {"task_budget": {"type": "tokens", "total": 64000}}}),
    ("o55d-edits-compact-alone", ("compact-2026-01-12",), {"context_management": {"edits": [
        {"type": "compact_20260112", "trigger": {"type": "input_tokens", "value": 50000}}]}}),
    ("jc-tool-addition-inline-opus-5-5", ("inline-tools-2026-09-15",), {"messages": [{"role": "system", "content": [
        {"type": "tool_addition", "tool": {"type": "tool_definition", "definition": {
            "name": "g", "description": "d", "input_schema": {"type": "object"}}}}]}]}),
    ("or-thinking-interleaved-sonnet-5", (), {"messages": [{"role": "assistant", "content": [
        {"type": "thinking", "thinking": "", "signature": "s"}, {"type": "text", "text": "A"}]}]}),
    ("fb-code-execution-allowed-callers", (), {"tools": [
        {"name": "f", "input_schema": {"type": "object"}, "allowed_callers": ["code_execution_20250825"]}]}),
]  # fmt: skip
REFUSED = [
    ("s5-model-int", (), {"model": 7}),
    ("s5-model-empty", (), {"model": ""}),
    ("s5-messages-null", (), {"messages": None}),
    ("s5-messages-empty", (), {"messages": []}),
    ("s5-max-tokens-negative", (), {"max_tokens": -1}),
    ("s5-max-tokens-string", (), {"max_tokens": "16"}),
    ("s5-item-role-missing", (), {"messages": [{"content": "ping"}]}),
    ("s5-item-content-missing", (), {"messages": [{"role": "user"}]}),
    ("s5-item-content-null", (), {"messages": [{"role": "user", "content": None}]}),
    ("s5-item-extra-member", (), {"messages": [{"role": "user", "content": "ping", "bogus": 1}]}),
    ("s5-item-block-without-type", (), {"messages": [{"role": "user", "content": [{"text": "x"}]}]}),
    ("s5-tool-choice-null", (), {"tool_choice": None}),
    ("cm-tool-choice-bogus", (), {"tool_choice": {"type": "bogus"}}),
    ("s5-tools-null", (), {"tools": None}),
    ("s5-tool-name-empty", (), {"tools": [{"name": "", "input_schema": {"type": "object"}}]}),
    ("h45-tool-openai-spelling", (), {"tools": [{"name": "f", "parameters": {"type": "object"}}]}),
    ("s5-system-null", (), {"system": None}),
    ("s5-thinking-null", (), {"thinking": None}),
    ("s5-output-config-null", (), {"output_config": None}),
    ("s5-metadata-extra", (), {"metadata": {"bogus": "x"}}),
    ("s5-temperature-null", (), {"temperature": None}),
    ("cm-temperature-1-5", (), {"temperature": 1.5}),
    ("s5-top-k-null", (), {"top_k": None}),
    ("s5-stream-string", (), {"stream": "yes"}),
    ("s5-unknown-key", (), {"zzz_unknown": 1}),
    ("bt-browser-toolset-name", (), {"tools": [{"type": "browser_toolset_20260801", "name": "browser"}]}),
    ("cm-thinking-disabled-display", (), {"thinking": {"type": "disabled", "display": "omitted"}}),
    ("o55b-display-updates-no-beta", (), {"thinking": {"type": "adaptive", "display": "updates"}}),
    ("o55a-clear-at-no-beta", (), {"messages": [{"role": "system", "content": "x", "clear_at": "never"}]}),
    ("o55a-speed-standard-no-beta", (), {"speed": "standard"}),
    ("o55a-task-budget-in-message", ("mid-conversation-output-config-2026-07-01",),
     {"messages": [{"role": "system", "content": [], "output_config": {"task_budget": {}}}]}),
    ("o55c-binding-disabled", ("thinking-binding-controls-2026-08-01",),
     {"thinking": {"type": "disabled", "block_binding": {"prefix_mismatch_behavior": "error"}}}),
    ("o55d-edits-compact-wrong-beta", ("context-management-2025-06-27",),
     {"context_management": {"edits": [{"type": "compact_20260112"}]}}),
    ("co-compact-trigger-low", ("compact-2026-01-12",), {"context_management": {"edits": [
        {"type": "compact_20260112", "trigger": {"type": "input_tokens", "value": 1000}}]}}),
    ("xl-context-management-no-beta", (), {"context_management": {"edits": []}}),
    ("co-tool-use-input", (), {"messages": [{"role": "assistant", "content": [
        {"type": "tool_use", "id": "toolu_1", "name": "f", "input": []}]}]}),
    ("dev-112", (), {"messages": [{"role": "assistant", "content": [
        {"type": "tool_use", "id": "call|1", "name": "f", "input": {}}]}]}),
]  # fmt: skip


@pytest.mark.parametrize(("case", "betas", "change"), ACCEPTED, ids=[case for case, _, _ in ACCEPTED])
def test_accepts_what_the_api_accepted(case, betas, change):
    assert oracle(*betas).faults({**PLAIN, **change}) == []


@pytest.mark.parametrize(("case", "betas", "change"), REFUSED, ids=[case for case, _, _ in REFUSED])
def test_refuses_what_the_api_refused_by_schema(case, betas, change):
    assert not oracle(*betas).accepts({**PLAIN, **change})


def test_fields_stand_in_the_order_of_reporting():
    known = load_schema(MESSAGES).known_fields()
    assert known[:18] == (
        "model", "tool_choice", "tools", "messages", "system", "thinking", "output_config", "cache_control", "max_tokens",
        "metadata", "stop_sequences", "temperature", "service_tier", "top_k", "top_p", "stream", "container",
        "inference_geo",
    )  # fmt: skip
    assert tuple(load_schema(MESSAGES).types["Message"].fields)[:2] == ("role", "content")


def test_tags_stand_in_the_order_of_messages():
    schema = load_schema(MESSAGES)
    assert tuple(schema.types["ToolChoice"].variants) == ("auto", "any", "tool", "none")
    tools = schema.body.fields["tools"].node
    assert isinstance(tools, Array)
    for tagged in (tools.items, schema.types["ContentBlock"]):
        assert isinstance(tagged, Tagged)
        assert list(tagged.variants) == sorted(tagged.variants)
    assert tools.items.untagged == "custom"


def test_callers_without_a_beta_are_those_the_api_lists():
    caller = load_schema(MESSAGES).types["ToolUseBlock"].fields["caller"].node
    # corpus dev-489 prints them
    assert [tag for tag, variant in caller.variants.items() if not variant.betas] == [
        "code_execution_20250825", "code_execution_20260120", "direct"
    ]  # fmt: skip


def test_sampling_parameters_end_with_the_new_version():
    body = {**PLAIN, "temperature": 1}
    assert oracle().accepts(body)
    assert not oracle(version="2026-10-21").accepts(body)


def test_only_measured_nulls_count_as_absent():
    fields = load_schema(MESSAGES).body.fields
    assert {name for name, field in fields.items() if field.node.null_is_absent} == {
        "metadata", "inference_geo", "stop_sequences", "cache_control", "container"
    }  # fmt: skip


@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_every_reference_resolves_and_every_limit_makes_sense(endpoint):
    schema = load_schema(endpoint)
    for node in _nodes(schema):
        if isinstance(node, Ref):
            assert node.to in schema.types
        if isinstance(node, Tagged):
            assert {variant.to for variant in node.variants.values()} <= set(schema.types)
            assert node.untagged is None or node.untagged in node.variants
        if isinstance(node, (String, Array)) and node.max is not None:
            assert (node.min or 0) <= node.max
        if isinstance(node, Enum):
            assert set(node.value_betas) <= set(node.values)
            assert len(set(node.values)) == len(node.values) > 0


@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_every_beta_is_known(endpoint):
    path = REPOSITORY / "src/why400/data/schemas" / f"{endpoint.rsplit('/', 1)[1]}.json"
    assert unknown_betas({"one": json.loads(path.read_bytes())}) == []


def test_choices_differ_in_json_type():
    schema = load_schema(MESSAGES)
    for node in _nodes(schema):
        if hasattr(node, "options"):
            kinds = [type(schema.resolve(option)).__name__.replace("Tagged", "Object").replace("Enum", "String")
                     for option in node.options]  # fmt: skip
            assert len(set(kinds)) == len(kinds)


def test_an_endpoint_without_a_schema_is_a_key_error():
    with pytest.raises(KeyError):
        load_schema("POST /v1/files")


def test_a_correction_that_leads_nowhere_stops_the_build():
    types = {"A": {"kind": "object", "fields": {}}}
    change = {"at": "A/fields/gone/node/min", "value": 1, "source": "s", "date": "d"}
    with pytest.raises(ValueError, match="gone"):
        apply(types, {"set": [change]})
    with pytest.raises(ValueError, match="source or date"):
        apply(types, {"set": [{"at": "A/closed", "value": True}]})


def test_the_union_of_both_sources_is_accepted():
    def thing(tag, **fields):
        properties = {"type": {"const": tag}, **fields}
        return {"type": "object", "additionalProperties": False, "required": ["type"], "properties": properties}

    document = json.loads(OPENAPI.read_bytes()) if OPENAPI.exists() else None
    if document is None:
        pytest.skip("needs ../shared/evidence/openapi-structure.json")
    schemas = document["components"]["schemas"]
    schemas["ThinkingConfigParam"]["oneOf"].append({"$ref": "#/components/schemas/ThinkingConfigNew"})
    schemas["ThinkingConfigNew"] = thing("new", depth={"type": "integer", "minimum": 3})
    schemas["BetaRequestTextBlock"]["properties"]["mood"] = {"enum": ["a", "b"], "type": "string"}
    built, _ = build(document, {}, "test")
    types = built["messages"]["types"]
    assert set(types["ThinkingConfig"]["variants"]) >= {"new", "between_tools", "enabled"}  # one source each, and both
    assert types["ThinkingConfig"]["variants"]["new"]["in"] == "openapi"
    assert types["ThinkingConfig"]["variants"]["between_tools"]["in"] == "sdk"
    assert types["ThinkingConfigNew"]["fields"]["depth"]["node"]["ge"] == 3
    assert types["TextBlock"]["fields"]["mood"]["betas"] == ["?"]  # in the beta schema only


def test_the_committed_schemas_are_what_the_sources_build():
    if not OPENAPI.exists():
        pytest.skip("needs ../shared/evidence/openapi-structure.json")
    from tools.build_schemas import main

    assert main(["--openapi", str(OPENAPI), "--check"]) == 0


def test_recorded_requests_that_were_accepted_have_no_schema_fault():
    recordings = sorted((SHARED / "cassettes").glob("*.jsonl"))
    if not recordings:
        pytest.skip("needs ../shared/cassettes")
    oracles = {endpoint: Oracle(load_schema(endpoint)) for endpoint in ENDPOINTS[:3]}
    seen = 0
    for line in (line for path in recordings for line in path.read_bytes().splitlines()):
        row = json.loads(line)
        endpoint = f"{row['method']} /{row['url'].partition('?')[0].split('/', 3)[-1]}"
        if row["platform"] != "anthropic" or row["status"] >= 300 or endpoint not in oracles:
            continue
        seen += 1
        assert oracles[endpoint].faults(json.loads(row["request_body"])) == [], (row["repo"], row["path"], row["n"])
    assert seen > 300


def _nodes(schema: Schema):
    waiting = list(schema.types.values())
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, Object):
            waiting += [member.node for member in node.fields.values()]
        waiting += [part for part in (getattr(node, "items", None), getattr(node, "rest", None)) if isinstance(part, msgspec.Struct)]
        waiting += getattr(node, "options", ())
