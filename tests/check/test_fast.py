"""A fast yes is a slow yes: whatever the typed decode and the triggers pass, the validator and all rules pass, too."""

import copy
import json
from pathlib import Path

import msgspec
import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from why400.check.fast import clean_view
from why400.check.options import Options, make_options, make_subject
from why400.check.plan import plan
from why400.check.slow import slow_check
from why400.contract.views.blocks import CustomTool
from why400.contract.views.messages import fill_schemas, read_messages
from why400.json_schema import draft_faults, top_level_faults
from why400.rules import all_rules
from why400.rules.features import surely_sound

PLAIN = {"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
ORIGINALS = [json.loads(line) for line in (Path(__file__).parents[1] / "mutations/originals.jsonl").read_text().split("\n") if line]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=5,
)


def options() -> Options:
    return make_options(endpoint=None, platform=None, api_version="2023-06-01", betas=(), model=None, as_of="2026-10-06")


def slow(body: bytes) -> list[str]:
    """The rules that the slow path names, asked in full."""
    subject = make_subject(body, options())
    return [f"{one.rule} {one.pointer}" for one in slow_check(subject, options()).findings]


def says_yes(body: bytes) -> bool:
    subject = make_subject(body, options())
    return clean_view(body, subject.call.context, plan()) is not None


def nodes(value: object, keys: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    found = [keys] if keys else []
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in children:
        found.extend(nodes(one, (*keys, key)))
    return found


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_fast_yes_is_a_slow_yes(data: st.DataObject) -> None:
    body = copy.deepcopy(data.draw(st.sampled_from(ORIGINALS))["body"])
    for _ in range(data.draw(st.integers(0, 2))):
        keys = data.draw(st.sampled_from(nodes(body)))
        holder = body
        for key in keys[:-1]:
            holder = holder[key]
        action = data.draw(st.sampled_from(["replace", "drop", "copy", "add"]))
        if action == "replace":
            holder[keys[-1]] = data.draw(JSON)
        elif action == "drop":
            del holder[keys[-1]]
        elif action == "copy" and isinstance(holder, list):
            holder.append(copy.deepcopy(holder[keys[-1]]))
        elif isinstance(holder, dict):
            holder[data.draw(st.sampled_from(["cache_control", "type", "text", "x", "is_error", "caller"]))] = data.draw(JSON)
    try:
        text = orjson.dumps(body)
    except TypeError:
        return
    if says_yes(text):
        assert slow(text) == []


def test_fast_path_is_taken_by_plain_requests() -> None:
    assert says_yes(orjson.dumps(PLAIN))
    assert sum(says_yes(orjson.dumps({**one["body"], "model": "claude-sonnet-5"})) for one in ORIGINALS) > len(ORIGINALS) / 4


@settings(max_examples=300, deadline=None)
@given(
    st.fixed_dictionaries(
        {"type": st.just("object")},
        optional={
            "properties": st.dictionaries(
                st.text(max_size=5), JSON | st.fixed_dictionaries({"type": st.sampled_from(["string", "array", "x"])})
            ),
            "required": JSON | st.lists(st.sampled_from(["a", "b"])),
            "anyOf": JSON,
            "x": JSON,
        },
    )
)
def test_surely_sound_schema_has_no_fault(schema: dict[str, object]) -> None:
    body = {**PLAIN, "tools": [{"name": "f", "input_schema": schema}]}
    try:
        tools = read_messages(orjson.dumps(body)).tools or []
    except msgspec.MsgspecError:
        return
    typed = surely_sound(tools)
    fill_schemas(tools)
    assert surely_sound(tools) == typed, "what the full check has, a dict, is judged alike"
    if typed:
        assert list(draft_faults(schema)) == []
        assert list(top_level_faults(schema)) == []
    assert [tool.input_schema for tool in tools if isinstance(tool, CustomTool)] == [schema]


@pytest.mark.parametrize("rule", [rule for rule in all_rules().values() if rule.needs], ids=lambda rule: rule.slug)
def test_needs_are_words_that_some_request_has(rule: object) -> None:
    """A misspelt word would silence its rule: pages' examples show that each rule is asked; this names the word."""
    known = set(plan()._watch.words)
    assert {word for need in rule.needs for word in need.split("+")} <= known  # type: ignore[attr-defined]  # a Rule
