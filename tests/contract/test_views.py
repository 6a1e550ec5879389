"""The typed views: their yes is sound, and they say it to what the schema permits."""

import importlib
import json
import random

import msgspec
import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.contract.schema_instances import Maker, damage, spoil
from tests.contract.schema_oracle import Oracle
from tools import build_views
from why400.contract.schema import ENDPOINTS, Object, load_schema
from why400.contract.views import blocks, marks, messages, structs, tools

SLOW = frozenset({"ToolChangeToolDefinition"})
NAMES = dict(zip(ENDPOINTS, ("messages", "count_tokens", "batches", "complete"), strict=True))
ORACLES = {endpoint: Oracle(load_schema(endpoint), patterns=False) for endpoint in ENDPOINTS}
PLAIN = {"model": "m", "max_tokens": 1, "messages": [{"role": "user", "content": "hi"}]}


def view(endpoint, how):
    module = importlib.import_module(f"why400.contract.views.{NAMES[endpoint]}")
    return getattr(module, f"{how}_{NAMES[endpoint]}")


def says_yes(read, body):
    try:
        read(body)
    except msgspec.MsgspecError:
        return False
    return True


def decodes(**change):
    return says_yes(messages.decode_messages, json.dumps({**PLAIN, **change}).encode())


@settings(max_examples=150, deadline=None)
@given(seed=st.integers(0, 2**32), endpoint=st.sampled_from(ENDPOINTS))
def test_says_yes_to_what_the_schema_permits(seed, endpoint):
    body = Maker(load_schema(endpoint), random.Random(seed), SLOW).body()
    assert ORACLES[endpoint].accepts(body)
    view(endpoint, "decode")(json.dumps(body).encode())


@settings(max_examples=400, deadline=None)
@given(seed=st.integers(0, 2**32), endpoint=st.sampled_from(ENDPOINTS), times=st.integers(1, 3), spoilt=st.booleans())
def test_yes_means_no_schema_fault(seed, endpoint, times, spoilt):
    rng = random.Random(seed)
    body = damage(rng, Maker(load_schema(endpoint), rng, SLOW).body(), times)
    raw = json.dumps(body, ensure_ascii=False).encode()
    raw = spoil(rng, raw) if spoilt else raw
    try:
        read = orjson.loads(raw)
        permitted = ORACLES[endpoint].accepts(read)
    except orjson.JSONDecodeError:
        read, permitted = None, False
    assert permitted or not says_yes(view(endpoint, "decode"), raw)
    assert permitted or read is None or not says_yes(view(endpoint, "convert"), read)


@pytest.mark.parametrize(
    "change",
    [
        {"system": [{"text": "no tag"}]},
        {"system": [{"type": "?", "text": "x"}]},
        {"cache_control": {}},
        {"cache_control": {"type": "?", "never": ""}},
        {"max_tokens": 1.0},
        {"max_tokens": True},
        {"max_tokens": 2**63},
        {"stream": None},
        {"tools": [{"name": "f", "input_schema": {}}]},
        {"tools": [{"name": "f", "input_schema": {"type": "object", "properties": []}}]},
        {"tools": [{"name": "f", "input_schema": {"type": "object", "required": [1]}}]},
        {"tools": [{"type": "custom", "name": "f"}]},
        {"tools": [{"type": "bash_20250124", "name": "sh"}]},
        {"tools": [1]},
    ],
    ids=json.dumps,
)
def test_does_not_say_yes_to(change):
    assert not decodes(**change)


def test_refuses_integers_that_only_msgspec_reads():
    raw = json.dumps({**PLAIN, "tools": [{"name": "f", "input_schema": {"type": "object", "x": 0}}]}).encode()
    assert says_yes(messages.decode_messages, raw)
    assert not says_yes(messages.decode_messages, raw.replace(b'"x": 0', b'"x": ' + b"7" * 400))


def test_deep_nesting_is_no_crash():
    deep = b"[" * 100_000 + b"]" * 100_000
    raw = json.dumps({**PLAIN, "tools": [{"name": "f", "input_schema": {"type": "object", "x": 0}}]}).encode()
    assert not says_yes(messages.decode_messages, raw.replace(b'"x": 0', b'"x": ' + deep))


def test_absent_reads_none_and_null_is_refused_where_the_api_refuses_it():
    request = messages.decode_messages(json.dumps(PLAIN).encode())
    assert request.stream is None
    assert request.metadata is None
    assert decodes(metadata=None)
    assert not decodes(stream=None)


def test_tools_are_read_by_tag():
    raw = [
        {"name": "f", "input_schema": {"type": "object"}, "type": None},
        {"type": "tool_search_tool_regex_20251119", "name": "tool_search_tool_regex"},
        {"type": "web_search_20250305", "name": "web_search", "max_uses": 1},
    ]
    first, second, third = tools.read_tools(raw)
    assert type(first) is blocks.CustomTool
    assert isinstance(second, tools.ToolSearchToolRegex20251119)
    assert second.type == "tool_search_tool_regex_20251119"
    assert third.max_uses == 1


def test_blocks_carry_their_tag_and_odd_names():
    body = {**PLAIN, "messages": [{"role": "assistant", "content": [
        {"type": "fallback", "from": {"model": "a"}, "to": {"model": "b"}}]}]}  # fmt: skip
    [block] = messages.decode_messages(json.dumps(body).encode()).messages[0].content
    assert block.type == "fallback"
    assert block.from_.model == "a"


@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_every_closed_object_has_a_struct_with_its_fields(endpoint):
    schema = load_schema(endpoint)
    for name, node in schema.types.items():
        if isinstance(node, Object) and node.closed:
            struct = structs.STRUCT_OF[name]
            known = {field.encode_name for field in msgspec.structs.fields(struct)} | {struct.__struct_config__.tag_field}
            assert set(node.fields) <= known


def test_broken_requests_can_be_built_without_validation():
    block = structs.STRUCT_OF["ToolUseBlock"](id=7, name=None, input="{}")
    assert (block.id, block.name, block.caller) == (7, None, None)


def test_marks_list_what_structs_do_not_check():
    assert marks.PATTERNS["ToolUseBlock", "id"] == "^[a-zA-Z0-9_-]+$"
    assert marks.BETA_FIELDS["Message", "clear_at"] == ("mid-conversation-system-clear-at-2026-08-21",)
    assert marks.BETA_VALUES["MessagesRequest", "fallbacks"] == {"default": ("server-side-fallback-2026-07-01",)}
    assert "compact-2026-09-04" in marks.BETA_VARIANTS["CompactionBlock"]
    assert marks.VERSION_FIELDS["MessagesRequest", "top_p"] == ("until", "2026-10-21")


def test_every_mark_names_a_struct_and_a_field_of_it():
    classes = {struct.__name__: struct for struct in structs.STRUCT_OF.values()}
    for struct, field in [*marks.PATTERNS, *marks.BETA_FIELDS, *marks.BETA_VALUES, *marks.VERSION_FIELDS]:
        assert field in classes[struct].__struct_fields__
    assert set(marks.BETA_VARIANTS) <= set(classes)


def test_the_committed_views_are_what_the_schemas_build():
    assert build_views.main(["--check"]) == 0
