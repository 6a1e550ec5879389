"""Requests of public test suites with parts of them changed, moved and taken away at random: checks and mends never fail."""

import copy
import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import why400
from tests.robustness.good import AS_OF, Keys, assert_sound, places

PUBLIC = Path(__file__).parent.parent / "recordings/public.jsonl"
BODIES = [json.loads(body) for line in PUBLIC.read_text("utf-8").splitlines() if (body := json.loads(line)["body"]) and len(body) < 10_000]
VALUES: tuple[object, ...] = (
    None, "", " ", "x", 0, -1, 1.5, True, 10**30, [], {}, [None], [{}], "tool_result", "assistant", "system", {"type": "text"},
    {"type": "tool_use"}, [{"type": "tool_result"}], {"type": "tool_result", "tool_use_id": "x"}, {"type": "thinking"},
)  # fmt: skip


def _at(body: Any, keys: Keys) -> Any:
    for key in keys:
        body = body[key]
    return body


def changed(body: object, random: Random) -> object:
    """The body with up to four changes."""
    body = copy.deepcopy(body)
    for _ in range(random.randint(1, 4)):
        inner = [keys for keys in places(body) if keys]
        if not inner:
            break
        keys = random.choice(inner)
        holder, key = _at(body, keys[:-1]), keys[-1]
        match random.choice(("value", "value", "gone", "twice", "borrowed", "shuffled")):
            case "value":
                holder[key] = copy.deepcopy(random.choice(VALUES))
            case "gone":
                del holder[key]
            case "borrowed":
                holder[key] = copy.deepcopy(_at(body, random.choice(inner)))
            case "twice" if isinstance(holder, list):
                holder.insert(int(key), copy.deepcopy(holder[int(key)]))
            case "shuffled" if isinstance(holder, list):
                random.shuffle(holder)
    return body


@given(st.sampled_from(BODIES), st.randoms(use_true_random=False), st.sampled_from(["anthropic", "bedrock", "vertex"]))
@settings(max_examples=400, deadline=None)
def test_any_change(body: object, random: Random, platform: str) -> None:
    body = changed(body, random)
    assert_sound(why400.check(json.dumps(body).encode(), platform=platform, as_of=AS_OF), body)


@given(st.sampled_from(BODIES), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_fix_after_any_change(body: object, random: Random) -> None:
    fixed = why400.fix(json.dumps(changed(body, random)).encode(), unsafe=True, as_of=AS_OF)
    json.loads(fixed.request.body)


def test_a_result_that_answers_nothing_beside_a_message_without_content() -> None:
    result = {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": "x"}]}
    body = {"model": "claude-sonnet-5", "max_tokens": 20, "messages": [result, {"role": "user", "content": None}]}
    assert "tool-result-orphaned" in [one.rule for one in why400.check(body, as_of=AS_OF)]


@pytest.mark.parametrize(
    ("name", "text"), [("max_tokens", "1" * 21), ("temperature", "nan"), ("temperature", "1e999"), ("max_tokens", "9" * 5000)]
)
def test_a_number_that_no_library_writes_is_not_written(name: str, text: str) -> None:
    body = {"model": "claude-sonnet-4-5", "max_tokens": 20, "messages": [{"role": "user", "content": "a"}], name: text}
    fixed = why400.fix(json.dumps(body), unsafe=True, as_of=AS_OF)
    assert json.loads(fixed.request.body)[name] == text


def test_a_faulty_edit_is_moved_as_it_stands() -> None:
    keep = {"mood": "calm"}
    edits = [{"type": "clear_tool_uses_20250919"}, {"type": "clear_thinking_20251015", "keep": keep}]
    body = {"model": "claude-sonnet-5", "max_tokens": 20, "messages": [{"role": "user", "content": "a"}]}
    found = why400.check({**body, "context_management": {"edits": edits}}, betas=["context-management-2025-06-27"], as_of=AS_OF)
    (moved,) = [one for one in found if one.rule == "clear-thinking-not-first"]
    assert moved.fix is not None
    assert edits[1] in [edit.value for edit in moved.fix.edits]


def test_bytes_that_are_no_utf8_on_a_platform() -> None:
    url = "https://bedrock-runtime.us-east-1.amazonaws.com/model/anthropic.claude-v2/invoke"
    request = why400.Request(url=url, headers={}, body=b'{"messages": [], "\xc7": 1}')
    assert "wrong-encoding" in [one.rule for one in why400.check(request, as_of=AS_OF)]
