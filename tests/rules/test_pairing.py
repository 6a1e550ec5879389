"""`unpaired` is seen wherever calls and results do not simply alternate: the rules on pairing are asked only then."""

from datetime import date
from itertools import dropwhile
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from why400.contract.views.messages import convert_messages
from why400.rules import Context, Conversation
from why400.rules.features import is_paired

CONTEXT = Context("POST /v1/messages", "anthropic", "2023-06-01", True, frozenset(), date(2026, 11, 24), None, None, True)
IDS = st.sampled_from(["toolu_1", "toolu_2", "toolu_3"])
BLOCKS = st.one_of(
    st.just({"type": "text", "text": "x"}),
    IDS.map(lambda one: {"type": "tool_use", "id": one, "name": "f", "input": {}}),
    IDS.map(lambda one: {"type": "tool_result", "tool_use_id": one}),
)
MESSAGES = st.fixed_dictionaries(
    {"role": st.sampled_from(["user", "assistant", "system"]), "content": st.one_of(st.just("hello"), st.lists(BLOCKS, max_size=4))}
)


def paired(messages: list[dict[str, Any]]) -> bool:
    """The same in plain words: turn by turn, calls at the end, results right behind them, in front of all else."""
    turns: list[tuple[str, list[dict[str, Any]]]] = []
    for message in messages:
        content = message["content"] if isinstance(message["content"], list) else [{"type": "text"}]
        if turns and turns[-1][0] == message["role"]:
            turns[-1][1].extend(content)
        else:
            turns.append((message["role"], list(content)))
    asked: list[str] = []
    for role, content in turns:
        answered = [block["tool_use_id"] for block in content if block["type"] == "tool_result"]
        front = [block["type"] for block in content[: len(answered)]]
        if (answered and role != "user") or set(front) - {"tool_result"} or len(answered) != len(asked) or set(answered) != set(asked):
            return False
        asked = [block["id"] for block in content if block["type"] == "tool_use"]
        if any(block["type"] != "tool_use" for block in dropwhile(lambda block: block["type"] != "tool_use", content)):
            return False
        if asked and role != "assistant":
            return False
    return True


@given(st.lists(MESSAGES, min_size=1, max_size=6))
def test_what_is_called_paired_is_paired(messages: list[dict[str, Any]]) -> None:
    talk = Conversation(convert_messages({"model": "claude-opus-5", "max_tokens": 5, "messages": messages}), CONTEXT)
    assert is_paired(talk) == paired(messages)


@given(st.lists(st.lists(IDS, unique=True, min_size=1, max_size=3), min_size=1, max_size=4), st.booleans())
def test_rounds_of_calls_and_results_are_paired(rounds: list[list[str]], split: bool) -> None:
    messages: list[dict[str, Any]] = [{"role": "user", "content": "hello"}]
    for ids in rounds:
        messages.append({"role": "assistant", "content": [{"type": "tool_use", "id": one, "name": "f", "input": {}} for one in ids]})
        results = [{"type": "tool_result", "tool_use_id": one} for one in reversed(ids)]
        messages.extend({"role": "user", "content": [one]} for one in results) if split else messages.append(
            {"role": "user", "content": results}
        )
    talk = Conversation(convert_messages({"model": "claude-opus-5", "max_tokens": 5, "messages": messages}), CONTEXT)
    assert is_paired(talk)
    assert paired(messages)
