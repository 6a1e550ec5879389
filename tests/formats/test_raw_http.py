"""Raw HTTP requests are read back as they were written."""

import gzip
import json
import zlib
from pathlib import Path

import pytest
from checked_places import places
from hypothesis import given
from hypothesis import strategies as st

from why400.errors import FormatError
from why400.formats.raw_http import parse
from why400.formats.read import read_all, recognise

SAMPLES = Path(__file__).parent / "samples"
names = st.from_regex(r"[A-Za-z][A-Za-z0-9-]{0,15}", fullmatch=True).filter(lambda name: name.lower() not in ("host", "content-length"))
values = st.from_regex(r"[!-~]([ -~]{0,20}[!-~])?", fullmatch=True)


@given(st.lists(st.tuples(names, values), max_size=5), st.binary(max_size=60), st.sampled_from(["\r\n", "\n"]), st.data())
def test_round_trip(headers: list[tuple[str, str]], body: bytes, end: str, data: st.DataObject) -> None:
    """Headers in order, body byte for byte, at its offset; a wrong length changes nothing."""
    length = data.draw(st.sampled_from([None, len(body), len(body) + 7]))
    extra = [] if length is None else [("Content-Length", str(length))]
    sent = [("Host", "api.anthropic.com"), *headers, *extra]
    top = end.join(["POST /v1/messages?beta=true HTTP/1.1", *(f"{n}: {v}" for n, v in sent), "", ""]).encode()
    found = read_all(top + body, source="x")[0]
    assert found.request.url == "https://api.anthropic.com/v1/messages?beta=true"
    assert list(found.request.headers) == sent
    assert found.request.body == body
    assert found.source_offset(0) == len(top)


def test_an_editors_line_break_is_cut_off() -> None:
    """Content-Length tells the body from what an editor put behind it, and nothing else."""
    top = b"POST /v1/messages HTTP/1.1\nContent-Length: 2\n\n"
    assert parse(top + b"{}\n", "x")[0].request.body == b"{}"
    assert parse(top + b"{}, more\n", "x")[0].request.body == b"{}, more\n"


@pytest.mark.parametrize(
    ("head", "url"),
    [
        (b"POST /v1/messages HTTP/1.1\nHost: localhost:8080", "http://localhost:8080/v1/messages"),
        (b"POST https://gw.example/v1/messages HTTP/1.1", "https://gw.example/v1/messages"),
        (b"POST /v1/complete HTTP/1.1", "https://api.anthropic.com/v1/complete"),
        (b":authority: a.example\n:method: POST\n:path: /v1/x\n:scheme: https\nx: y", "https://a.example/v1/x"),
    ],
)
def test_urls(head: bytes, url: str) -> None:
    """Host, absolute targets and pseudo headers."""
    request = parse(head + b"\n\n{}", "x")[0].request
    assert (request.method, request.url, request.body) == ("POST", url, b"{}")


def test_folded_and_bad_lines() -> None:
    """A folded line goes on; a line without a name is said to be none, with its number."""
    assert parse(b"GET / HTTP/1.1\nA: b\n  c\n", "x")[0].request.headers == (("A", "b c"),)
    with pytest.raises(FormatError, match="line 3 is no HTTP header"):
        read_all(b'POST / HTTP/1.1\nA: b\n{"model": 1}', source="x")


BODY = b'{"model": "claude-haiku-4-5",\n "max_tokens": 1,\n "messages": []}'
TOP = b"POST /v1/messages HTTP/1.1\r\nHost: api.anthropic.com\r\n"


@given(st.binary(min_size=1, max_size=80), st.data())
def test_chunks_are_put_together(body: bytes, data: st.DataObject) -> None:
    """However the body is cut, each of its bytes keeps its place; extensions and trailers are none of it."""
    cuts = sorted(data.draw(st.sets(st.integers(1, len(body)), max_size=4)) | {len(body)})
    starts = [0, *cuts[:-1]]
    chunks = b"".join(b"%x;n=v\r\n%s\r\n" % (end - start, body[start:end]) for start, end in zip(starts, cuts, strict=True))
    text = TOP + b"Transfer-Encoding: chunked\r\n\r\n" + chunks + b"0\r\nTrailer: x\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{}"
    found = parse(text, "x")[0]
    assert found.request.body == body
    assert bytes(text[place] for offset in range(len(body)) if (place := found.source_offset(offset)) is not None) == body


def test_what_says_chunked_and_is_none_stays() -> None:
    """A recording may show the plain body under the header."""
    assert parse(TOP + b"Transfer-Encoding: chunked\r\n\r\n" + BODY, "x")[0].request.body == BODY


def test_packed_bodies() -> None:
    """gzip stays, as the API takes it; deflate is unpacked to be read, and its header stays to be faulted."""
    packed = gzip.compress(BODY)
    found = parse(TOP + b"Content-Encoding: gzip\r\n\r\n" + packed, "x")[0]
    assert (found.request.body, found.source_offset(0)) == (packed, None)
    found = parse(TOP + b"Content-Encoding: deflate\r\n\r\n" + zlib.compress(BODY), "x")[0]
    assert (found.request.body, found.request.header("content-encoding")) == (BODY, "deflate")
    for coding in (b"deflate", b"br", b"zstd"):
        found = parse(TOP + b"Content-Encoding: " + coding + b"\r\n\r\nnot packed", "x")[0]
        assert found.request.body == b"not packed"


def test_findings_in_packed_bodies_have_no_lines() -> None:
    """What does not stand in the file is not pointed at."""
    headers = b"x-api-key: REDACTED\r\nanthropic-version: 2023-06-01\r\nContent-Type: application/json\r\n"
    text = TOP + headers + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(BODY)
    assert places(text) == {"messages-empty": ""}


def test_an_answer_behind_it_is_cut_off() -> None:
    """Only where Content-Length says that the body ends there."""
    answer = b"\r\n\r\nHTTP/1.1 400 Bad Request\r\n\r\n{}"
    assert parse(TOP + b"Content-Length: %d\r\n\r\n" % len(BODY) + BODY + answer, "x")[0].request.body == BODY
    assert parse(TOP + b"\r\n" + BODY + answer, "x")[0].request.body == BODY + answer


def test_http_files_of_editors() -> None:
    """Several requests with `###` between them, comments, variables; a heading inside a body separates nothing."""
    one = b"POST {{host}}/v1/messages\nx-api-key: {{key}}\n\n"
    text = (
        b"@host = https://api.anthropic.com\n### first\n"
        + one
        + BODY
        + b"\n\n### second\n# note\n"
        + one
        + b'{"a": "\n### not a request"}\n\n###\n'
    )
    found = read_all(text, source="x")
    assert [found_.request.body for found_ in found] == [BODY, b'{"a": "\n### not a request"}']
    assert [found_.label for found_ in found] == ["line 3", "line 12"]
    assert found[0].request.url == "https://api.anthropic.com/v1/messages"
    assert found[0].request.header("x-api-key") == "$key"


@pytest.mark.parametrize("name", ["http_trace_ascii.txt", "http_trace_hex.txt"])
def test_traces_of_curl(name: str) -> None:
    """Noted with the real curl 7.88.1: the body is what was sent, and a fault is found in the trace's own line."""
    data = (SAMPLES / name).read_bytes()
    found = read_all(data, source="x")[0]
    sent = json.loads(found.request.body)
    assert found.request.method == "POST"
    assert found.request.url.startswith("http://127.0.0.1:")
    assert found.request.header("anthropic-version") == "2023-06-01"
    assert (sent["max_tokens"], sent["temperature"]) == (1.5, 0.5)
    assert sent["messages"][0]["content"].startswith("Hi. It is 3.14 o'clock at the ")
    assert places(data)["wrong-type"].startswith("1.5" if "ascii" in name else "31 2e 35")


def test_verbose_output_has_no_body() -> None:
    """`curl -v` says what is missing; a GET is whole."""
    sent = (
        b"*   Trying 127.0.0.1:80...\n> %s /v1/models HTTP/1.1\n> Host: localhost\n> x-api-key: REDACTED\n> \n< HTTP/1.1 200 OK\n< \n{}\n"
    )
    found = read_all(sent % b"GET", source="x")[0]
    assert (found.request.method, found.request.url, found.request.body) == ("GET", "http://localhost/v1/models", b"")
    with pytest.raises(FormatError, match="does not print the body"):
        read_all(sent % b"POST", source="x", as_="http")
    assert recognise(sent % b"POST") != "request"
