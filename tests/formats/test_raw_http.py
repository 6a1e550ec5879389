"""Raw HTTP requests are read back as they were written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from why400.errors import FormatError
from why400.formats.raw_http import parse
from why400.formats.read import read_all

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
        parse(b'POST / HTTP/1.1\nA: b\n{"model": 1}', "x")
