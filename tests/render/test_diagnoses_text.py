"""What the screen says of several errors of one kind."""

import json

from why400.explain import explain
from why400.render.diagnoses_text import diagnosis_text, kinds_of
from why400.render.style import Style


def event(kind: str, **more: object) -> str:
    return f"event: {kind}\ndata: {json.dumps({'type': kind, **more})}\n\n"


START = event("message_start", message={"id": "msg_1", "type": "message", "role": "assistant", "content": [], "model": "claude-opus-5"})
DELTA = event("content_block_delta", index=0, delta={"type": "text_delta", "text": "x"})
STOP = event("content_block_stop", index=1)
END = event("message_delta", delta={"stop_reason": "end_turn"}, usage={"output_tokens": 9}) + event("message_stop")


def said(text: str) -> list[str]:
    """The lines of the first kind's screen."""
    return diagnosis_text(kinds_of(explain(text))[0], Style(width=100)).splitlines()


def causes(lines: list[str]) -> list[str]:
    first = next(number for number, line in enumerate(lines) if line.startswith("  why"))
    behind = next(number for number, line in enumerate(lines) if line.startswith("  mend"))
    return [line[9:] for line in lines[first:behind]]


def test_the_cause_of_each_fault_of_a_stream_is_said() -> None:
    why = "every block begins with content_block_start"
    assert causes(said(START + DELTA + STOP + END)) == [f"line 5: {why}", f"line 8: {why}"]


def test_one_cause_is_said_once() -> None:
    sentence = "messages.{}: `tool_use` ids were found without `tool_result` blocks immediately after: toolu_01{}. "
    rest = "Each `tool_use` block must have a corresponding `tool_result` block in the next message.\n\n"
    assert causes(said("".join(sentence.format(3, "A") + rest for _ in range(2)))) == [
        "the tool calls toolu_01A have no result at the front of the next turn"
    ]
    found = causes(said("".join(sentence.format(number, number) + rest for number in range(3, 9))))
    assert [line.partition(":")[0] for line in found] == ["line 1", "line 3", "line 5", "and 3 more causes"]
