"""What an input is recognised as, and what is said of one that is no request."""

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from why400.errors import FormatError, UsageError
from why400.formats.read import read_all, recognise

REQUESTS = {
    "json": [
        b'{"model": "m", "messages": []}',
        b'\xef\xbb\xbf  {"model": "m"',
        b'[{"role": "user"}]',
        b'"model": "m", "messages": []',
        b"{'model': 'm'}",
        b"// note\n{}",
        b"/* note */ {",
        b"{",
        b"[",
        b"null",
        b"12",
        b'"text"',
        '{"a": 1}'.encode("utf-16"),
        b'{"type": "error", "messages": []}',
        b'{"model": "m", "message": "hi"}',
    ],
    "http": [
        b"POST /v1/messages HTTP/1.1\r\nHost: api.anthropic.com\r\n\r\n{}",
        b"\n\nPOST https://api.anthropic.com/v1/messages\nx-api-key: a\n\n{}",
        b":method: POST\n:path: /v1/messages\n:authority: api.anthropic.com\n\n{}",
        b"GET /v1/models HTTP/2\nhost: x\n",
    ],
    "curl": [
        b"curl https://api.anthropic.com/v1/models",
        b"# list the models\n$ curl https://api.anthropic.com/v1/models",
        b"export KEY=x\n\nFOO=1 curl \\\n  https://api.anthropic.com/v1/models",
        b"```bash\ncurl https://x\n```",
    ],
}
OTHERS = [
    (b'{"type":"error","error":{"type":"invalid_request_error","message":"m"}}', "error", "error body"),
    (b"{'type': 'error', 'error': {'message': 'm'}}", "error", "error body"),
    (b'{"request_id":"req_1","error":{"message":"m"},"type":"error"}', "error", "error body"),
    (b'{"message": "The model does not support this"}', "error", "error body"),
    (b'{"type":"message","id":"msg_1","role":"assistant","content":[],"stop_reason":"end_turn"}', "text", "answer"),
    (b'{"inputTokens": 18}', "text", "answer"),
    (b'{"type":"completion","completion":" Hi","stop_reason":"stop_sequence"}', "text", "answer"),
    (b'"error": {"type": "rate_limit_error", "message": "m"}', "error", "error body"),
    (b"{'type': 'invalid_request_error', 'message': 'm'}", "error", "error body"),
    (b'[{"error":"Error: 400 {\\"type\\":\\"error\\"}","name":"BadRequestError"}]', "error", "error body"),
    (b'"LLM provider error: last error: This request would exceed"', "error", "looks like an error message"),
    (b"HTTP/1.1 400 Bad Request\r\ncontent-type: application/json\r\n\r\n{}", "error", "HTTP response"),
    (b"<!DOCTYPE html><html><body>502</body></html>", "error", "HTML page"),
    (b"2026-11-23 22:14:03 ERROR worker: 400\n2026-11-23 22:14:04 INFO ok", "error", "a log"),
    (b"[2026-11-23 22:14:03] app.ERROR: it broke", "error", "a log"),
    (b"API Error: 400 messages.3: text content blocks must be non-empty", "error", "looks like an error message"),
    (b"anthropic.BadRequestError: Error code: 400", "error", "looks like an error message"),
    (b'event: message_start\ndata: {"type":"message_start","message":{}}\n\n', "error", "a stream of events"),
    (b'data: {"type":"message_start","message":{}}\n\n', "error", "a stream of events"),
    (b"data: bread, milk", "text", "plain text"),
    (b"A shopping list: bread, milk", "text", "plain text"),
    (b"from the Claude API I got error 400", "error", "looks like an error message"),
    (
        b'package main\n\nimport "github.com/anthropics/anthropic-sdk-go"\n\nfunc main() { _, err := client.Messages.New(ctx) }',
        "text",
        "a program",
    ),
    (b'client = Anthropic::Client.new\nclient.messages.create(model: "claude-sonnet-5", max_tokens: 9)\n', "text", "a program"),
    (b"<?php\n$client = new Client();\n$client->messages->create(model: 'claude-opus-5');", "text", "a program"),
    (b"using Anthropic;\nvar reply = await client.Messages.Create(parameters);", "text", "a program"),
    (b"import anthropic\n\nanthropic.Anthropic().beta.agents.create(name='a')\n", "text", "a program"),
    (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d", "text", "binary"),
    (b" \r\n\t", "empty", "empty"),
    (b"", "empty", "empty"),
]


@pytest.mark.parametrize(("kind", "data"), [(kind, data) for kind, all_ in REQUESTS.items() for data in all_])
def test_requests(kind: str, data: bytes) -> None:
    """Each is taken for what it is."""
    assert recognise(data) == "request"
    assert read_all(data, source="x")[0].kind == kind


@pytest.mark.parametrize(("data", "recognised", "said"), OTHERS)
def test_no_requests(data: bytes, recognised: str, said: str) -> None:
    """What is none is named in one line, with the command that fits."""
    assert recognise(data) == recognised
    with pytest.raises(FormatError) as caught:
        read_all(data, source="notes.txt")
    line = str(caught.value)
    assert line.startswith("notes.txt: not a request that I can read: ")
    assert said in line
    assert "\n" not in line
    assert ("`why400 explain notes.txt`" in line) == (recognised == "error")


def test_the_line_of_the_scene() -> None:
    """EXPERIENCE, scene 7, letter by letter."""
    with pytest.raises(FormatError) as caught:
        read_all(b"it said: Error 400, invalid_request_error", source="notes.txt")
    assert str(caught.value) == (
        "notes.txt: not a request that I can read: plain text without JSON, HTTP or curl "
        "(looks like an error message: try `why400 explain notes.txt`)"
    )


def test_as_wins() -> None:
    """What the caller says is not second-guessed."""
    assert read_all(b"plain", source="x", as_="json")[0].request.body == b"plain"
    with pytest.raises(UsageError):
        read_all(b"{}", source="x", as_="xml")
    for kind in ("http", "curl"):
        with pytest.raises(FormatError):
            read_all(b"{}", source="x", as_=kind)


@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode), st.sampled_from([None, "json", "http", "curl"]))
def test_any_bytes(data: bytes, as_: str | None) -> None:
    """Nothing but FormatError is ever raised."""
    recognise(data)
    with contextlib.suppress(FormatError):
        read_all(data, source="x", as_=as_)


@given(st.sampled_from([d for all_ in REQUESTS.values() for d in all_] + [d for d, _, _ in OTHERS]), st.data())
def test_cut_and_mixed(data: bytes, more: st.DataObject) -> None:
    """Truncations and insertions raise nothing else either."""
    cut = more.draw(st.integers(0, len(data)))
    broken = data[:cut] + more.draw(st.sampled_from([b"", b"'", b'"', b"\\", b"$'", b"<<EOF", b"\n", b":", b"\xff"])) + data[cut:]
    recognise(broken)
    with contextlib.suppress(FormatError):
        read_all(broken, source="x")


@given(st.dictionaries(st.sampled_from(["model", "messages", "system"]), st.text(max_size=20), min_size=1))
def test_json_bodies_stay_as_they_are(body: dict[str, str]) -> None:
    """The body is the very bytes, at offset 0, with nothing known around it."""
    data = json.dumps(body, indent=1).encode()
    found = read_all(data, source="x")[0]
    assert (found.request.body, found.source_offset(3), found.body_only) == (data, 3, True)


def test_one_body_a_line() -> None:
    """JSON Lines of bodies are as many requests, each at its place; two documents on one line stay one faulty body."""
    line = b'{"model": "m", "messages": []}'
    found = read_all(line + b"\r\n\n" + line + b"\n" + b'{"model": 1', source="x")
    assert [(one.label, one.source_offset(0), one.request.body) for one in found] == [
        ("line 1", 0, line), ("line 3", 33, line), ("line 4", 64, b'{"model": 1'),
    ]  # fmt: skip
    for one in (line + line, line + b"\n", line + b"\nrest", b'{"model": "m"}\n{"model": "m"}'):
        assert len(read_all(one, source="x")) == 1
