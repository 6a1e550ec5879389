"""Sessions of Continue: what is made of them is what its terminal's program was seen to send."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conversations.continue_sessions import POISONS, call, history, picture, reply, state, stored, text, thought, user
from why400.conversations import freed
from why400.errors import FormatError
from why400.formats import conversation_continue
from why400.formats.read import read_all

SAMPLES = Path(__file__).parent / "samples"


def messages(data: bytes) -> Any:
    (given,) = read_all(data, source="x")
    assert given.kind == "conversation"
    return json.loads(given.request.body)["messages"]


def test_the_request_is_the_one_that_was_sent() -> None:
    """Recorded of `cn` 1.5.47, which keeps the content of an empty result; the extension leaves it out."""
    sent = json.loads((SAMPLES / "conversation_continue_unusual_sent.json").read_bytes())
    made = messages((SAMPLES / "conversation_continue_unusual.json").read_bytes())
    empty = {"type": "tool_result", "tool_use_id": "t11", "content": ""}
    assert sent[12]["content"][0] == empty
    del sent[12]["content"][0]["content"]
    sent[-1]["content"].pop()  # what was said next
    assert made == sent


def test_what_the_extension_makes_of_its_own() -> None:
    blocks = [block for message in messages(stored(history())) for block in message["content"]]
    assert [block["text"] for block in blocks[:2]] == ["body { color: red }\n", "Why is the header red? Grüße 👋"]
    assert [block["thinking"] for block in blocks if block["type"] == "thinking"] == ["Look first.", "Done."]
    results = [block.get("content") for block in blocks if block["type"] == "tool_result"]
    assert results == ["total 0", "total 0", "The user cancelled this tool call.", None]


def test_outputs_are_one_text_of_the_files_bytes() -> None:
    of = call("toolu_01")
    several = state(of)
    several["output"] = [{"content": 'a "quoted" \\'}, {"content": "b\n\ud83d"}]
    data = stored([user("hi"), reply("", of, states=[several])])
    (given,) = read_all(data, source="x")
    assert b'"content": "a \\"quoted\\" \\\\\\n\\nb\\n\\ud83d"' in given.request.body
    done = freed(data)
    assert (done.remaining, [change.rule for change in done.changes]) == ((), ["lone-surrogate"])
    assert json.loads(done.data)["history"][1]["toolCallStates"][0]["output"][1]["content"] == "b\n\ufffd"


def test_a_call_that_was_not_answered_gets_a_state() -> None:
    done = freed(POISONS["call without its state"]().data)
    states = json.loads(done.data)["history"][2]["toolCallStates"]
    assert states[0] == history()[2]["toolCallStates"][0]
    assert states[1] == {"toolCallId": "toolu_02", "toolCall": call("toolu_02", ""), "status": "canceled", "parsedArgs": {}}


def test_arguments_become_an_object_where_they_stand() -> None:
    done = freed(POISONS["arguments that are a list"]().data)
    first = json.loads(done.data)["history"][2]["message"]["toolCalls"][0]["function"]
    assert json.loads(first["arguments"]) == {"value": ["a.py"]}


def test_both_ids_of_a_state_are_renamed() -> None:
    done = freed(POISONS["id of another API"]().data)
    item = json.loads(done.data)["history"][2]
    own = item["message"]["toolCalls"][0]["id"]
    first = item["toolCallStates"][0]
    assert own.startswith("functions_read_file_0_")
    assert (first["toolCallId"], first["toolCall"]["id"]) == (own, own)


def test_thoughts_and_pictures_of_other_kinds() -> None:
    hidden = thought("", "")
    hidden["message"]["redactedThinking"] = "abcd"
    made = messages(stored([user([text("a"), picture("image/bmp", "AAAA"), picture(data="")]), hidden, reply("b")]))
    assert made[0]["content"][1:] == [{"type": "image", "source": {"type": "base64", "media_type": "image/jpeg", "data": "AAAA"}}]
    assert made[1]["content"][0] == {"type": "redacted_thinking", "data": "abcd"}


@pytest.mark.parametrize(
    "data",
    [
        b'{"history": [{"role": "user", "content": "a"}], "model": "m"}',
        b'{"title": "x", "history": []}',
        b'{"title": "x", "history": [{"message": "hi"}]}',
        b'{"sessionId": "s", "messages": [{"role": "user", "content": "a"}]}',
    ],
)
def test_other_json_is_left_alone(data: bytes) -> None:
    assert not conversation_continue.recognises(data)


def test_sessions_without_a_message_are_refused() -> None:
    for data in (stored([user("  ")]), stored(history())[:-40]):
        with pytest.raises(FormatError, match=r"^x: a session of Continue"):
            read_all(data, source="x")
