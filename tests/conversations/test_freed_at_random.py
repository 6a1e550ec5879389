"""Sessions that are damaged at random: mending raises nothing, keeps the file whole, and leaves no error."""

import contextlib
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conversations.sessions import compacted, image, parallel, plain
from tests.conversations.test_freed import findings, is_whole
from why400.conversations import freed
from why400.errors import FormatError

BLOCKS: list[Any] = [
    {"type": "text", "text": ""},
    {"type": "text"},
    {"type": "tool_use", "id": "toolu_01Call0001", "name": "Bash", "input": None},
    {"type": "tool_result", "tool_use_id": "toolu_01Call0002", "content": None},
    {"type": "tool_result", "content": "x"},
    {"type": "thinking", "thinking": "x"},
    {"type": "thinking", "thinking": "x", "signature": "c2hvcnQ="},
    {"type": "redacted_thinking"},
    {"type": "of another kind"},
    image("x"),
    {"type": "image"},
    "no block",
    None,
    7,
]


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_damaged_sessions_are_freed(more: st.DataObject) -> None:
    session = more.draw(st.sampled_from([plain, parallel, compacted]))()
    for _ in range(more.draw(st.integers(1, 4))):
        line = more.draw(st.sampled_from([line for line in session.lines if "message" in line]))
        content = line["message"]["content"]
        match more.draw(st.integers(0, 4)):
            case 0:
                session.lines.remove(line)
            case 1 if isinstance(content, list):
                content.insert(more.draw(st.integers(0, len(content))), more.draw(st.sampled_from(BLOCKS)))
            case 2 if isinstance(content, list) and content:
                content.pop(0)
            case 3:
                line["message"]["content"] = more.draw(st.sampled_from(["", None, [], 3, {}, "x"]))
            case 4:
                line["message"]["role"] = more.draw(st.sampled_from(["user", "assistant", "tool", None]))
        if not any("message" in line for line in session.lines):
            return
    data = session.text()
    try:
        done = freed(data)
    except FormatError:
        return
    is_whole(data, done.data)
    assert [(finding.rule, finding.pointer) for finding in done.remaining] == []
    assert [finding for finding in findings(done.data) if finding.severity == "error"] == []


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_bytes_raise_nothing(more: st.DataObject) -> None:
    data = more.draw(st.sampled_from([plain().text(), parallel().text(), json.dumps([{"role": "user", "content": "a"}] * 3).encode()]))
    at = more.draw(st.integers(0, len(data)))
    broken = (
        data[:at] + more.draw(st.sampled_from([b"", b"\n", b'"', b"\\", b"{", b"\xff", b"\\ud83d", b"\x00", b"1e999"])) + data[at + 3 :]
    )
    with contextlib.suppress(FormatError):
        freed(broken)
