"""Conversations in a list of messages (Cline, Roo Code, exports): read, found at their line, freed."""

import json
from typing import Any

import pytest

from tests.conversations.sessions import Block, call, image, png, result, text, thinking
from tests.conversations.test_freed import findings
from why400.conversations import freed
from why400.errors import FormatError
from why400.formats.read import read_all, recognise

Row = dict[str, Any]


def rows() -> list[Row]:
    """A task as Cline keeps it, with what it notes beside the messages."""
    said: list[tuple[str, object]] = [
        ("user", [text("<task>Port it</task>"), image()]),
        ("assistant", [thinking("Well.", 1), text("Reading."), call(1, "read_file")]),
        ("user", [result(1, "content"), text("<environment_details>…</environment_details>")]),
        ("assistant", [text("Now both."), call(2), call(3)]),
        ("user", [result(2, [text("a"), image()]), result(3, "b")]),
        ("assistant", [text("Done.")]),
        ("user", "And the tests?"),
    ]
    return [{"role": role, "content": content, "ts": 1_790_000_000_000 + number} for number, (role, content) in enumerate(said)]


def bare(messages: list[Row]) -> bytes:
    return json.dumps(messages, indent=2, ensure_ascii=False).encode()


def stored(messages: list[Row]) -> bytes:
    own = [{"id": f"m{number}", **row} for number, row in enumerate(messages)]
    store = {
        "version": 1,
        "updated_at": "2026-10-01T10:00:00.000Z",
        "agent": "lead",
        "sessionId": "s-1",
        "messages": own,
        "system_prompt": "x",
    }
    return json.dumps(store, ensure_ascii=False).encode()


def line_of(data: bytes, wanted: str) -> int:
    return data[: data.index(wanted.encode())].count(b"\n") + 1


FORMS = pytest.mark.parametrize("form", [bare, stored])


@FORMS
def test_sound_lists_are_left_alone(form: Any) -> None:
    data = form(rows())
    assert recognise(data) == "request"
    assert findings(data) == []
    assert freed(data).data == data


def drop_result(messages: list[Row]) -> None:
    messages[4]["content"].pop()


def drop_turn(messages: list[Row]) -> None:
    del messages[2]


def orphan(messages: list[Row]) -> None:
    messages[5:5] = [{"role": "assistant", "content": [text("x")]}, {"role": "user", "content": [result(99)]}]


def empty_text(messages: list[Row]) -> None:
    messages[5]["content"].append(text(""))


def empty_message(messages: list[Row]) -> None:
    messages[-1]["content"] = ""


def mistyped(messages: list[Row]) -> None:
    messages[0]["content"][1] = image(png(), "image/webp")


def corrupt(messages: list[Row]) -> None:
    messages[4]["content"][0]["content"][1] = image("")


def foreign(messages: list[Row]) -> None:
    messages[3]["content"].insert(0, {"type": "reasoning", "text": "…"})


def two_faults(messages: list[Row]) -> None:
    corrupt(messages)
    drop_result(messages)


@FORMS
@pytest.mark.parametrize("plant", [drop_result, drop_turn, orphan, empty_text, empty_message, mistyped, corrupt, foreign, two_faults])
def test_lists_are_freed(form: Any, plant: Any) -> None:
    messages = rows()
    plant(messages)
    data = form(messages)
    assert findings(data)
    done = freed(data)
    assert done.remaining == ()
    assert findings(done.data) == []
    assert done.changes
    value = json.loads(done.data)
    after = value if isinstance(value, list) else value["messages"]
    kept = [json.dumps(row["content"]) for row in after]
    sound = [json.dumps(row["content"]) for row in rows()]
    assert len([row for row in sound if row in kept]) >= len(sound) - 3
    if isinstance(value, dict):
        assert {key: value[key] for key in ("version", "sessionId", "system_prompt")} == {
            "version": 1,
            "sessionId": "s-1",
            "system_prompt": "x",
        }


def test_the_line_of_a_list_is_found() -> None:
    messages = rows()
    orphan(messages)
    data = bare(messages)
    (found,) = findings(data)
    assert found.rule == "tool-result-orphaned"
    named = line_of(data, '"tool_use_id": "toolu_01Call0099"')
    assert found.line == named - 1  # where its block begins
    assert [change.line for change in freed(data).changes] == [named - 4]  # where its message begins


def test_what_a_summary_replaced_is_not_sent() -> None:
    """Roo Code keeps condensed messages in the file, marked with the summary's id."""
    messages = rows()
    for row in messages[1:4]:
        row["condenseParent"] = "c1"
    messages[4] = {"role": "user", "content": "Summary", "isSummary": True, "condenseId": "c1"}
    (given,) = read_all(bare(messages), source="x")
    assert json.loads(given.request.body)["messages"][0]["content"] == "Summary"
    assert b"Now both." not in given.request.body


def test_thinking_that_is_only_kept_to_be_shown_is_not_sent() -> None:
    """Cline's store holds thinking without a signature; edits of other blocks still find their place."""
    messages = rows()
    messages[1]["content"][1:1] = [{"type": "thinking", "thinking": "shown only"}]
    messages[1]["content"][0] = {"type": "thinking", "thinking": "shown only, too"}
    messages[3]["content"][:] = [{"type": "thinking", "thinking": "shown only"}, *messages[3]["content"], text("")]
    data = stored(messages)
    assert {(finding.rule, finding.path) for finding in findings(data)} == {("text-block-empty", "messages")}
    done = freed(data)
    assert done.remaining == ()
    assert json.loads(done.data)["messages"][3]["content"] == messages[3]["content"][:-1]


def test_chats_of_claude_ai_are_refused() -> None:
    chats = [{"uuid": "u", "name": "n", "chat_messages": [{"uuid": "m", "sender": "human", "text": "hi", "content": []}]}]
    with pytest.raises(FormatError, match=r"^x: a data export of claude\.ai: chats as they are shown"):
        read_all(json.dumps(chats).encode(), source="x")


def test_messages_of_another_api_are_refused() -> None:
    other: list[Block] = [{"role": "user", "content": "hi"}, {"role": "assistant", "content": None, "tool_calls": []}]
    with pytest.raises(FormatError, match="OpenAI's form"):
        read_all(json.dumps(other).encode(), source="x")


@pytest.mark.parametrize(
    "data",
    [
        b'[{"role": "user"}]',
        b'{"model": "m", "messages": []}',
        b'{"id": "x", "model": "m", "messages": [{"role": "user", "content": "a"}]}',
        b'[{"custom_id": "a", "params": {"messages": [{"role": "user", "content": "a"}]}}]',
        b'{"type": "error", "messages": []}',
    ],
)
def test_bodies_stay_bodies(data: bytes) -> None:
    assert read_all(data, source="x")[0].kind != "conversation"


def test_several_items_at_once() -> None:
    """Items are taken out and put in where they stood before, whatever comes before them."""
    turn = [{"role": "user", "content": "a"}, {"role": "assistant", "content": [text("b")]}]
    messages: list[Row] = []
    for number in range(6):
        messages += [
            {"role": "user", "content": ""},
            *turn[1:],
            {"role": "user", "content": f"q{number}"},
            {"role": "assistant", "content": [call(number)]},
            {"role": "user", "content": f"and {number}"},
            *turn[1:],
        ]
    done = freed(bare(messages))
    assert done.remaining == ()
    assert findings(done.data) == []
    said = [row["content"] for row in json.loads(done.data) if isinstance(row["content"], str)]
    assert said == [one for number in range(6) for one in (f"q{number}", f"and {number}")]
    lines = bare(messages).decode().split("\n")
    assert {lines[change.line - 1].strip() for change in done.changes} == {"{"}
