"""Exported sessions of opencode: what is made of them is what opencode 1.18.33 was seen to send."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conversations.opencode_sessions import POISONS, Export, compacted, file, session, text, tool
from why400.conversations import freed
from why400.errors import FormatError
from why400.formats.read import read_all, recognise

SAMPLES = Path(__file__).parent / "samples"


def messages(data: bytes) -> Any:
    (given,) = read_all(data, source="x")
    assert given.kind == "conversation"
    return json.loads(given.request.body)["messages"]


def test_the_request_is_the_one_that_was_sent() -> None:
    """The session holds every kind of part, in states that the program repairs or passes over; its request was recorded."""
    sent = json.loads((SAMPLES / "conversation_opencode_unusual_sent.json").read_bytes())
    made = messages((SAMPLES / "conversation_opencode_unusual.json").read_bytes())
    assert made[:-1] == sent[:-1]
    assert [message["role"] for message in made[-1:]] == ["user"]


def test_a_compaction_sends_its_summary_and_what_it_kept() -> None:
    """As recorded: the question, the summary, the kept messages, and what came behind."""
    said = [block["text"] for message in messages(compacted().text()) for block in message["content"]]
    assert said[:-1] == ["What did we do so far?", "The header was red.", "kept", "kept, too", "Go on.", "Good."]


def test_bytes_of_the_file_stand_in_the_request() -> None:
    data = session().text()
    (given,) = read_all(data, source="x")
    at = given.request.body.index("Grüße".encode() if b"Gr\xc3\xbc" in data else b"Gr\\u00fc")
    source = given.source_offset(at)
    assert source is not None
    assert data[source : source + 20] == given.request.body[at : at + 20]
    assert b'"model": "claude-sonnet-5"' in given.request.body


def test_another_model_is_named() -> None:
    s = Export()
    s.user(text("hi"), model={"providerID": "openai", "modelID": "gpt-5"})
    with pytest.raises(FormatError, match=r"^x: an opencode session that goes on with openai/gpt-5, not with a Claude model$"):
        read_all(s.text(), source="x")


@pytest.mark.parametrize("part", [file("application/json", "e30="), file(data="no *** base64"), file() | {"url": "file:///a.png"}])
def test_what_the_program_refuses_itself_is_said(part: dict[str, Any]) -> None:
    s = Export()
    s.user(text("hi"), part)
    data = s.text()
    line = data[: data.index(b'"messages"')].count(b"\n") + 2
    with pytest.raises(FormatError) as caught:
        read_all(data, source="x")
    where = f"messages.0.parts.1 (message from line {line} on)"
    assert str(caught.value).startswith(f"x: opencode itself refuses to send this session: {where} is a file ({part['mime']})")


def test_a_call_that_the_provider_ran_is_not_sent() -> None:
    s = Export()
    s.user(text("hi"))
    s.reply(text("a"), tool("x") | {"metadata": {"providerExecuted": True}})
    assert [block["type"] for message in messages(s.text()) for block in message["content"]] == ["text", "text", "text"]


@pytest.mark.parametrize(
    "data",
    [
        b'{"info": {"title": "My API", "version": "1"}, "paths": {}, "messages": [{"role": "user"}]}',
        b'{"info": {"id": "ses_1", "directory": "/"}, "model": "m"}',
        b'{"info": 3, "messages": [{"info": {"sessionID": "x"}, "parts": []}]}',
    ],
)
def test_other_json_is_left_alone(data: bytes) -> None:
    try:
        found = read_all(data, source="x")
    except FormatError:
        return
    assert [given.kind for given in found] == ["json"]


def test_broken_sessions_are_refused_in_one_line() -> None:
    for data in (session().text()[:-30], b'{"info": {"id": "ses_1", "projectID": "p"}, "messages": []}'):
        assert recognise(data) == "request"
        with pytest.raises(FormatError, match=r"^x: an opencode session"):
            read_all(data, source="x")


def test_a_second_call_with_an_id_gets_one_of_its_own() -> None:
    planted = POISONS["two calls with one id"]()
    done = freed(planted.data)
    assert [(change.rule, change.lost) for change in done.changes] == [("tool-use-id-duplicate", "")]
    parts = json.loads(done.data)["messages"][1]["parts"]
    assert [part["callID"] for part in parts if part["type"] == "tool"] == ["toolu_01", parts[4]["callID"]] != ["toolu_01", "toolu_01"]


def test_what_stood_in_a_result_is_noted_there() -> None:
    done = freed(POISONS["empty picture in a result"]().data)
    state = json.loads(done.data)["messages"][2]["parts"][2]["state"]
    assert state["attachments"] == []
    assert state["output"] == "total 0\n[An image stood here; the API refused it, and it was taken out.]"
