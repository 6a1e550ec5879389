"""Messages of LangChain: what is made of them is what ChatAnthropic was seen to send."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conversations.langchain_messages import FORMS, PLANTS, Row, ai, called, human, listed, message, messages, planted, text, tool
from why400.conversations import freed
from why400.errors import FormatError
from why400.formats.read import read_all

CASES = [json.loads(line) for line in (Path(__file__).parent / "samples/conversation_langchain_sent.jsonl").read_text().splitlines()]


def sent(data: bytes) -> Any:
    (given,) = read_all(data, source="x")
    assert given.kind == "conversation"
    return json.loads(given.request.body)["messages"]


@pytest.mark.parametrize("number", range(len(CASES)))
def test_the_request_is_the_one_that_is_sent(number: int) -> None:
    """Stored by langchain-core 1.8.3; sent by langchain-anthropic 1.7.10, with one more message of the user's, which is taken away again."""
    case = CASES[number]
    if case["sent"] is None:
        with pytest.raises(
            FormatError, match=r"^x: (LangChain itself refuses to send this: message \d+ \(line \d+\)|messages of LangChain, none)"
        ):
            sent(case["stored"].encode())
        return
    made = sent(case["stored"].encode())
    assert made[: len(case["sent"])] == case["sent"]
    assert [row["role"] for row in made[len(case["sent"]) :]] in ([], ["user"])


def test_all_forms_are_one_request() -> None:
    bodies = [sent(form(messages())) for form in FORMS.values()]
    assert bodies[0] == bodies[1] == bodies[2]


def test_a_late_result_is_moved_as_it_is() -> None:
    done = freed(planted(listed, PLANTS["result that came late"]).data)
    assert [(change.rule, change.lost) for change in done.changes] == [("tool-result-orphaned", "")]
    assert json.loads(done.data)[3] == messages()[3]


def test_a_missing_result_is_a_message_of_its_own() -> None:
    rows = [human("hi"), ai("", called("toolu_01")), human("Never mind.")]
    done = freed(listed(rows))
    after = json.loads(done.data)
    assert [row for row in after if row in rows] == rows
    assert after[2]["data"] == {"content": after[2]["data"]["content"], "type": "tool", "tool_call_id": "toolu_01", "status": "error"}


def test_a_call_is_taken_out_of_both_places() -> None:
    """What the content says twice is taken out once, and the call does not come back from the list of calls."""
    use = {"type": "tool_use", "id": "toolu_01", "name": "search", "input": {"query": "q"}}
    rows = [human("hi"), ai([text("a"), use, use], called("toolu_01")), tool("toolu_01", "x"), human("ok")]
    done = freed(listed(rows))
    assert {change.rule for change in done.changes} == {"tool-use-id-duplicate"}
    assert (done.remaining, freed(done.data).changes) == ((), ())
    calls = [block for row in sent(done.data) for block in row["content"] if isinstance(block, dict) and block["type"] == "tool_use"]
    assert calls == [use]


def test_a_result_is_put_behind_replies_that_the_api_reads_as_one() -> None:
    rows = [human("hi"), ai("", called("toolu_01")), ai("Well."), human("ok")]
    after = json.loads(freed(listed(rows)).data)
    assert [row["type"] for row in after] == ["human", "ai", "ai", "tool", "human"]
    assert [row for row in after if row["type"] != "tool"] == rows


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (message("function", "x", name="f"), "a message of type function, which ChatAnthropic does not take"),
        (human([{"type": "audio", "base64": "aa", "mime_type": "audio/wav"}]), "a block of type audio"),
        (human([{"text": "no type"}]), "a block of content without a type"),
        (human([{"type": "image_url", "image_url": {"url": "a.png"}}]), "the url of an image that is neither http(s) nor data in base64"),
    ],
)
def test_what_langchain_refuses_itself_is_said(row: Row, said: str) -> None:
    with pytest.raises(FormatError) as caught:
        read_all(listed([human("hi"), row]), source="x")
    assert str(caught.value) == f"x: LangChain itself refuses to send this: message 1 (line 1): {said}"


@pytest.mark.parametrize(
    "data",
    [
        b'{"messages": [{"role": "user", "content": [{"type": "text", "text": "a"}]}]}',
        b'{"messages": [{"content": "a", "role": "user"}], "model": "m"}',
        b'{"messages": [{"content": "{\\"type\\": \\"human\\", \\"tool_calls\\": 1}", "role": "user"}]}',
        b'[{"type": "human", "text": "a"}]',
        b'{"lc": 1, "type": "constructor", "id": ["langchain", "chat_models", "ChatAnthropic"], "kwargs": {"model": "m"}}',
    ],
)
def test_other_json_is_left_alone(data: bytes) -> None:
    try:
        found = read_all(data, source="x")
    except FormatError:
        return
    assert [given.kind for given in found] == ["json"]


def test_the_model_that_answered_last_is_asked() -> None:
    (given,) = read_all(listed(messages()), source="x")
    assert given.request.body.startswith(b'{"model": "claude-sonnet-5", ')
    rows = messages()
    for row in rows:
        row["data"]["response_metadata"] = {"model_name": "gpt-5"}
    (given,) = read_all(listed(rows), source="x")
    assert given.request.body.startswith(b'{"model": "claude-opus-5", ')
