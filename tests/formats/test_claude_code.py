"""Session files of Claude Code: which lines make the conversation, and where their bytes stand in the file."""

import contextlib
import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conversations.sessions import Session, call, compacted, parallel, plain, result, text
from why400.errors import FormatError
from why400.formats.claude_code import parse, recognises
from why400.formats.read import read_all
from why400.formats.read_input import ReadInput

SESSIONS = [plain, parallel, compacted]


def read(data: bytes) -> ReadInput:
    (given_,) = read_all(data, source="s.jsonl")
    assert given_.kind == "conversation"
    return given_


def shape(data: bytes) -> list[tuple[str, list[str]]]:
    """The conversation as roles, and of each block its type with its number."""
    out: list[tuple[str, list[str]]] = []
    for message in json.loads(read(data).request.body)["messages"]:
        content = message["content"]
        blocks = (
            [content]
            if isinstance(content, str)
            else [str(b.get("text") or b.get("id") or b.get("tool_use_id") or b["type"])[-8:] for b in content]
        )
        out.append((message["role"], blocks))
    return out


@pytest.mark.parametrize("session", SESSIONS)
def test_sessions_are_recognised(session: object) -> None:
    data = session().text()  # type: ignore[operator]
    assert recognises(data)
    assert recognises(b"\xef\xbb\xbf" + data)
    assert read(data).body_only
    assert read(data).label.startswith("session up to line ")


@pytest.mark.parametrize(
    "data",
    [
        b'{"model": "m", "messages": [{"role": "user", "content": "\\"parentUuid\\" \\"uuid\\" \\"sessionId\\""}]}',
        b'{"type":"error","error":{"type":"invalid_request_error","message":"m"}}',
        b'{"uuid": "x"}\n{"uuid": "y"}\n',
        b"",
        b"curl https://api.anthropic.com",
    ],
)
def test_others_are_not(data: bytes) -> None:
    assert not recognises(data)


def test_replies_and_parallel_results_are_joined() -> None:
    assert shape(parallel().text())[1:3] == [
        ("assistant", ["thinking", "Call0011", "Call0012", "Call0013"]),
        ("user", ["Call0011", "Call0012", "Call0013"]),
    ]


def test_the_conversation_begins_at_the_last_compaction() -> None:
    data = compacted().text()
    body = read(data).request.body
    assert b"half ported" in body
    assert b"Old beginnings" not in body
    assert b"API Error" not in body


def test_a_rewound_branch_is_not_sent() -> None:
    s = Session()
    root = s.user("First")
    s.assistant(text("old reply"))
    s.user("abandoned")
    s.last = root
    s.assistant(text("new reply"))
    s.user("kept")
    assert [message[1] for message in shape(s.text())] == [["First"], ["ew reply"], ["kept"]]


def test_kept_messages_come_behind_the_summary() -> None:
    s = Session()
    s.user("gone")
    head = s.assistant(text("kept one"))[0]
    tail = s.user("kept two")
    s.last = None
    s.system("compact_boundary", compactMetadata={"preservedSegment": {"headUuid": head, "anchorUuid": "?", "tailUuid": tail}})
    anchor = s.user("Summary", isCompactSummary=True)
    s.lines[-2]["compactMetadata"]["preservedSegment"]["anchorUuid"] = anchor
    s.assistant(text("after it"))
    s.user("now")
    assert [message[1] for message in shape(s.text())] == [["Summary"], ["kept one"], ["kept two"], ["after it"], ["now"]]


def test_kept_messages_that_are_listed() -> None:
    """Newer files list them; the last may have been written behind the boundary."""
    s = Session()
    s.user("gone")
    first = s.assistant(text("kept one"))[0]
    second = s.user("kept two")
    s.last = None
    s.system("compact_boundary", compactMetadata={})
    anchor = s.user("Summary", isCompactSummary=True)
    third = s.assistant(text("kept three"))[0]
    segment = {"headUuid": first, "anchorUuid": anchor, "tailUuid": third}
    listed = {"anchorUuid": anchor, "uuids": [first, second, third]}
    next(line for line in s.lines if "compactMetadata" in line)["compactMetadata"] = {
        "preservedSegment": segment,
        "preservedMessages": listed,
    }
    s.user("now")
    assert [message[1] for message in shape(s.text())] == [["Summary"], ["kept one"], ["kept two"], ["pt three"], ["now"]]


def test_results_that_arrive_between_calls_of_one_reply() -> None:
    """Tools run while the reply is still being written."""
    s = Session()
    s.user("go")
    first, second = call(1), call(2)
    one = s.assistant(first)
    s.results(one, result(1))
    s.replies -= 1
    two = s.assistant(second)
    s.user("typed meanwhile")
    s.results(two, result(2))
    s.last = s.lines[-1]["uuid"]
    s.lines[-1]["parentUuid"] = s.lines[-2]["uuid"]
    assert shape(s.text())[1:] == [("assistant", ["Call0001", "Call0002"]), ("user", ["Call0001", "Call0002", "eanwhile"])]


def test_a_file_of_a_subagent_is_read_too() -> None:
    s = Session()
    s.user("Find x", isSidechain=True)
    s.assistant(text("Found."), isSidechain=True)
    assert [role for role, _ in shape(s.text())] == ["user", "assistant", "user"]


def test_an_open_call_at_the_end_is_no_fault() -> None:
    """The program answers it when the session is resumed."""
    s = plain()
    s.assistant(text("Wait."), call(9))
    assert shape(s.text())[-1][1][0] == "Call0009"


@pytest.mark.parametrize("session", SESSIONS)
def test_every_byte_of_a_content_is_found_in_the_file(session: object) -> None:
    data = session().text()  # type: ignore[operator]
    given_ = read(data)
    body = given_.request.body
    assert given_.body_map is not None
    taken = 0
    for start, end, source in zip(given_.body_map.starts, [*given_.body_map.starts[1:], len(body)], given_.body_map.sources, strict=True):
        piece = body[start:end]
        if source >= 0 and len(piece) > 1:
            assert data[source : source + len(piece)] == piece or piece in (b", ",)
            taken += len(piece)
    assert taken > len(body) * 2 // 3


def test_a_session_without_messages_is_refused_in_one_line() -> None:
    s = Session()
    s.system("init")
    with pytest.raises(FormatError) as caught:
        parse(s.text(), "s.jsonl")
    assert str(caught.value) == "s.jsonl: a session file without a message that would be sent"


def test_tools_that_results_refer_to_are_given() -> None:
    s = plain()
    calls = s.assistant(call(7, "ToolSearch", query="x"))
    s.results(calls, result(7, [{"type": "tool_reference", "tool_name": "mcp__db__query"}]))
    assert [tool["name"] for tool in json.loads(read(s.text()).request.body)["tools"]] == ["mcp__db__query"]


def test_rings_and_broken_links_end() -> None:
    s = plain()
    lines = [line for line in s.lines if "uuid" in line]
    lines[0]["parentUuid"] = lines[-1]["uuid"]
    with contextlib.suppress(FormatError):
        read(s.text())
    lines[3]["parentUuid"] = "nowhere"
    read(s.text())


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_cut_and_mixed_files_raise_nothing_else(more: st.DataObject) -> None:
    data = more.draw(st.sampled_from([plain(), parallel(), compacted()])).text()
    at, to = more.draw(st.integers(0, len(data))), more.draw(st.integers(0, 400))
    broken = data[:at] + more.draw(st.sampled_from([b"", b"\n", b'"', b"\\", b"{", b"null", b"\xff", b"[]"])) + data[at + to :]
    with contextlib.suppress(FormatError):
        read_all(broken, source="x")


def test_the_order_of_beside_lines_does_not_matter() -> None:
    s = plain()
    before = read(s.text()).request.body
    rest = [line for line in s.lines if "uuid" not in line]
    linked = [line for line in s.lines if "uuid" in line]
    random.Random(1).shuffle(rest)
    s.lines = [*linked[:5], *rest, *linked[5:]]
    assert read(s.text()).request.body == before
