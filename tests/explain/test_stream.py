"""Saved streams: an error event inside a 200, one that breaks off, events that do not fit together."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from why400.explain import explain


def event(kind: str, **more: object) -> str:
    return f"event: {kind}\ndata: {json.dumps({'type': kind, **more})}\n\n"


START = event("message_start", message={"id": "msg_1", "type": "message", "role": "assistant", "content": [], "model": "claude-opus-5"})
TEXT = event("content_block_start", index=0, content_block={"type": "text", "text": ""})
DELTA = event("content_block_delta", index=0, delta={"type": "text_delta", "text": "messages.3: not an error, only text"})
STOP = event("content_block_stop", index=0)
TOOL = event("content_block_start", index=1, content_block={"type": "tool_use", "id": "toolu_1", "name": "get", "input": {}})
INPUT = event("content_block_delta", index=1, delta={"type": "input_json_delta", "partial_json": '{"a": "b'})
REST = event("content_block_delta", index=1, delta={"type": "input_json_delta", "partial_json": '"}'})
TOOL_STOP = event("content_block_stop", index=1)
END = event("message_delta", delta={"stop_reason": "end_turn"}, usage={"output_tokens": 9}) + event("message_stop")
FULL = END.replace("end_turn", "max_tokens")
PING = event("ping")
SOUND = START + PING + TEXT + DELTA + STOP + TOOL + INPUT + REST + TOOL_STOP + END
OVERLOADED = event("error", error={"type": "overloaded_error", "message": "Overloaded"})


def test_a_sound_stream_has_no_error() -> None:
    assert explain(SOUND) == []
    assert explain(SOUND.replace("\n", "\r\n").encode()) == []
    assert explain(SOUND + SOUND) == []
    assert explain("".join(line + "\n" for line in SOUND.split("\n") if not line.startswith("event:"))) == []


@pytest.mark.parametrize(
    ("stream", "message", "line", "side"),
    [
        (START + TEXT + DELTA, "the stream ends without message_stop", 10, "network"),
        (START + TEXT + DELTA[:60], "the stream ends without message_stop", 8, "network"),
        (START + TEXT + SOUND, "the stream ends without message_stop", 8, "network"),
        (START + "event: ping\ndata: {oops\n\n" + TEXT + STOP + END, "an event's data is not JSON", 5, "network"),
        (START + TOOL + INPUT + TOOL_STOP + END, "a tool's input is not JSON", 11, "network"),
        (START + TOOL + INPUT + TOOL_STOP + FULL, "a tool's input breaks off", 11, "request"),
        (START + DELTA + END, "a delta is for block 0, which was never started", 5, "network"),
        (START + STOP + END, "block 0 ends and was never started", 5, "network"),
        (START + TEXT + DELTA + END, "block 0 was never ended", 14, "network"),
        (
            START + TEXT.replace("event: content_block_start", "event: ping") + STOP + END,
            "event ping holds data of type content_block_start",
            5,
            "network",
        ),
    ],
)
def test_what_is_wrong_is_named(stream: str, message: str, line: int, side: str) -> None:
    (found,) = explain(stream)
    assert (found.message, found.first_line, found.side) == (message, line, side)


def test_a_stream_that_breaks_off_is_the_rule_of_that_name() -> None:
    (found,) = explain(START + TEXT + DELTA)
    assert (found.rule, found.retry.helps) == ("stream-cut", True)
    assert "in the middle of block 0" in found.cause


def test_an_error_event_is_said_to_stand_in_a_200() -> None:
    (found,) = explain(START + TEXT + DELTA + OVERLOADED)
    assert (found.rule, found.type) == ("overloaded", "overloaded_error")
    assert "inside an answer that had begun with status 200" in found.cause


def test_other_texts_are_left_alone() -> None:
    (found,) = explain('529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}')
    assert "200" not in found.cause


@given(st.integers(0, len(SOUND)), st.sampled_from(["", "{", "\n\n", "data: 3\n\n", "event: error\n", "\x00"]))
def test_any_cut_raises_nothing(at: int, put: str) -> None:
    explain(SOUND[:at] + put + SOUND[at + 7 :])
