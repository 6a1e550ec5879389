"""Sessions of goose: the request is made as its source code says; the program itself could not be run."""

import json
from typing import Any

import pytest

from tests.conversations.goose_sessions import FORMS, PLANTS, exported, image, lines, planted, request, response, row, rows, text, thinking
from why400.conversations import freed
from why400.errors import FormatError
from why400.formats import conversation_goose
from why400.formats.read import read_all


def messages(data: bytes) -> Any:
    (given,) = read_all(data, source="x")
    assert given.kind == "conversation"
    return json.loads(given.request.body)["messages"]


def test_what_goose_repairs_is_repaired() -> None:
    """`fix_conversation`, then `format_messages`: step by step on a session that needs each of them."""
    made = messages(exported(rows()))
    assert [message["role"] for message in made] == [
        "user",
        "assistant",
        "user",
        "assistant",
        "user",
        "user",
        "assistant",
        "user",
        "assistant",
        "user",
    ]
    assert [block["type"] for block in made[1]["content"]] == ["thinking", "text", "tool_use", "tool_use"]
    assert made[1]["content"][1] == {"type": "text", "text": "I'll look."}
    assert [block["content"] for block in made[2]["content"]] == ["total 0", "a\nx = 1"]
    call = {"type": "tool_use", "id": "toolu_03", "name": "unparseable_tool_call", "input": {}}
    assert made[3]["content"] == [{"type": "text", "text": "Red it is."}, call]
    error = {"type": "tool_result", "tool_use_id": "toolu_03", "content": "Error: -32602: no such tool", "is_error": True}
    assert made[4]["content"] == [error]
    assert made[5]["content"] == [{"type": "text", "text": "And now?"}]


def test_both_forms_are_one_request() -> None:
    bodies = [messages(form(rows())) for form in FORMS.values()]
    assert bodies[0] == bodies[1]


def test_lines_that_are_no_messages_are_passed_over() -> None:
    own = lines(rows()).splitlines(keepends=True)
    whole = messages(b"".join(own))
    assert messages(b"".join([*own[:3], b"{broken\n", b"\n", *own[3:]])) == whole
    assert messages(b"".join(own[1:])) == whole  # without the line of the session


def test_a_session_begins_with_the_user() -> None:
    made = messages(lines([row(0, "assistant", text("Hello!")), row(1, "user", text("Hi"))]))
    assert made == [{"role": "user", "content": [{"type": "text", "text": "Hi"}]}]


def test_results_of_before_are_lists() -> None:
    old = response("toolu_01")
    old["toolResult"]["value"] = [text("of before")]
    made = messages(lines([row(0, "user", text("Hi")), row(1, "assistant", request("toolu_01")), row(2, "user", old)]))
    assert made[2]["content"][0]["content"] == "of before"


def test_the_model_and_the_day() -> None:
    (given,) = read_all(exported(rows()), source="x")
    assert given.request.body.startswith(b'{"model": "claude-sonnet-5", ')
    assert str(given.recorded) == "2026-11-24"


def test_a_late_result_is_moved_as_it_is() -> None:
    plant, touched = PLANTS["result that came late"]
    for form in FORMS.values():
        poisoned = planted(form, plant, touched)
        done = freed(poisoned.data)
        assert [(change.rule, change.lost) for change in done.changes] == [("tool-result-orphaned", "")]
        entries = [conversation_goose.read_saved(data, "x")[1].values for data in (poisoned.data, done.data)]
        assert entries[1] == [*entries[0][:10], entries[0][12], *entries[0][10:12], *entries[0][13:]]


def test_a_result_behind_a_text_goes_before_it() -> None:
    plant, touched = PLANTS["text before the result"]
    done = freed(planted(exported, plant, touched).data)
    after = json.loads(done.data)["conversation"]
    assert after[10]["content"] == rows()[10]["content"]
    assert after[11]["content"] == [text("By the way:")]


@pytest.mark.parametrize(
    "data",
    [
        b'{"id": "x", "name": "n", "conversation": [{"role": "user", "content": "a"}]}',
        b'{"role":"user","content":[{"type":"text","text":"a"}]}\n',
        b'{"id": "msg_1", "type": "message", "role": "assistant", "content": []}',
    ],
)
def test_other_json_is_left_alone(data: bytes) -> None:
    assert not conversation_goose.recognises(data)


def test_sessions_without_a_message_are_refused() -> None:
    for data in (
        exported([]),
        exported(rows())[:-40],
        lines([row(0, "assistant", thinking("a", "")), row(1, "user", image(), seen=False)]),
    ):
        with pytest.raises(FormatError, match=r"^x: a session of goose"):
            read_all(data, source="x")
