"""Debug logs of the SDKs: the samples are what the SDKs printed, run against a server that answers what it is told to."""

import contextlib
import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from why400.check.engine import run_check
from why400.check.options import make_options, make_subject
from why400.errors import FormatError
from why400.formats.read import read_all, recognise
from why400.formats.sdk_log import recognises

SAMPLES = Path(__file__).parent / "samples"
TEXT = 'Hello, it\'s "me"\nline two é 😀'
HELLO = {"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": TEXT}]}
RETRIED = {**HELLO, "messages": [{"role": "user", "content": "retry me"}]}
TOOL = {"name": "get_weather", "description": "w", "input_schema": {"type": "object", "properties": {"a": {"type": "string"}}}}
MORE = {**HELLO, "tools": [TOOL], "system": "be {nice} [ok", "service_tier": "auto", "metadata": {"user_id": "u"}}
NOTHING_SAID = make_options(endpoint=None, platform=None, api_version=None, betas=None, model=None, as_of=None)
PYTHON = [
    ("POST", "/v1/messages", HELLO),
    ("POST", "/v1/messages", MORE),
    ("POST", "/v1/messages/count_tokens", {"model": "claude-sonnet-5", "messages": HELLO["messages"]}),
    ("POST", "/v1/messages", HELLO),
    ("POST", "/v1/messages", RETRIED),
    ("GET", "/v1/models", None),
]


def sample(name: str) -> bytes:
    return (SAMPLES / f"sdk_log_{name}.log").read_bytes()


def findings(data: bytes) -> list[tuple[str, str]]:
    """The rule and the label of each finding."""
    out = []
    for one in read_all(data, source="x"):
        own = make_options(endpoint=None, platform=None, api_version=None, betas=None, model=None, as_of=one.recorded)
        out += [(finding.rule, one.label) for finding in run_check(make_subject(one.request, own), own).findings]
    return out


@pytest.mark.parametrize(("name", "count"), [("python", 6), ("python_basic", 6), ("python_stamped", 2)])
def test_what_the_python_sdk_prints(name: str, count: int) -> None:
    """Each request once, in order, though one was sent twice and one was an upload; none of them is faulted."""
    data = sample(name)
    found = read_all(data, source="x")
    assert {one.kind for one in found} == {"sdk-log"}
    got = [
        (one.request.method, re.sub(r"^http://[^/]+|\?.*", "", one.request.url), json.loads(one.request.body or b"null")) for one in found
    ]
    assert got == PYTHON[:count]
    assert {one.recorded for one in found} == {date(2026, 11, 24)}
    assert findings(data) == []
    lines = data.decode().split("\n")
    for one in found:
        number = re.fullmatch(r"line (\d+)", one.label)
        assert number is not None
        assert "Request options: {" in lines[int(number[1]) - 1]


def test_headers_that_the_python_sdk_does_not_print_are_not_missed() -> None:
    """Those that are printed are kept; credentials are there, whatever they are."""
    first, second, *_ = read_all(sample("python"), source="x")
    assert first.request.header("anthropic-beta") is None
    assert second.request.header("anthropic-beta") == "context-1m-2025-08-07"
    assert first.request.header("x-api-key") == "REDACTED"


def test_an_older_python_sdk() -> None:
    """0.39 has objects in its options (`Timeout(…)`), and the extra body apart."""
    first, second = read_all(sample("python_0_39"), source="x")
    assert json.loads(first.request.body) == {**HELLO, "messages": [{"role": "user", "content": "Hi"}], "service_tier": "auto"}
    assert second.request.url.endswith("/v1/messages?beta=true")


def test_what_the_typescript_sdk_prints() -> None:
    """In full, where Node was told to; only what the API refused is faulted, in the line where it is printed."""
    data = sample("typescript")
    found = read_all(data, source="x")
    assert len(found) == 8
    first = json.loads(found[0].request.body)
    assert first == {"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hi"}]}
    second = json.loads(found[1].request.body)
    assert second["messages"][0]["content"] == 'Hello, it\'s "me" `x`\nline two é 😀 ' + "long " * 30
    assert second["tools"][0]["input_schema"]["properties"]["c"] == {"type": ["string", "null"], "enum": [None, True, -1.5]}
    assert "thinking" not in second
    assert found[0].request.header("anthropic-version") == "2026-10-21"
    assert {one.recorded for one in found} == {date(2026, 11, 24)}
    ((rule, label),) = findings(data)
    assert rule == "max-tokens-above-model-limit"
    assert "sending request {" in data.decode().split("\n")[int(label.removeprefix("line ")) - 1]


def test_a_logger_that_writes_json() -> None:
    """The same requests, whichever way they were written down."""
    bodies = [json.loads(one.request.body or b"null") for one in read_all(sample("typescript_lines"), source="x")]
    assert bodies == [json.loads(one.request.body or b"null") for one in read_all(sample("typescript"), source="x")]
    options = {"method": "post", "url": "/v1/messages", "json_data": HELLO}
    record = {"level": "debug", "logger": "anthropic._base_client", "time": 1795521600000, "message": f"Request options: {options!r}"}
    (one,) = read_all((json.dumps({"level": "info"}) + "\n" + json.dumps(record) + "\n").encode(), source="x")
    assert (json.loads(one.request.body), one.label, one.recorded) == (HELLO, "line 2", date(2026, 11, 24))


def test_an_older_typescript_sdk() -> None:
    """0.36 prints options and headers one behind the other, with the key; the sample's is taken out."""
    first, second = read_all(sample("typescript_0_36"), source="x")
    assert json.loads(first.request.body)["messages"] == [{"role": "user", "content": "it's"}]
    assert first.request.header("anthropic-version") == "2023-06-01"
    assert second.request.header("anthropic-beta") == "context-1m-2025-08-07"


def test_a_body_that_is_cut_off_is_not_checked() -> None:
    """Node prints two levels unless told otherwise; the line says which place is cut off, and what to do."""
    with pytest.raises(FormatError) as caught:
        read_all(sample("typescript_cut"), source="app.log")
    line = str(caught.value)
    assert line.startswith("app.log: line 1: the printed body is cut off (messages is printed as [Array]): log it in full")
    assert "\n" not in line


def test_logs_without_bodies_say_so() -> None:
    """httpx and httpcore print no bodies."""
    with pytest.raises(FormatError, match=r"httpx or httpcore, which print no bodies: set ANTHROPIC_LOG=debug .*why400 explain app.log"):
        read_all(sample("httpx"), source="app.log")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("<_io.BufferedReader name='a.png'>", "holds an object that is not JSON (content is printed as <_io.BufferedReader name='a.png'>)"),
        ("{'a': ", "the printed request breaks off"),
    ],
)
def test_what_cannot_be_known_is_named(value: str, said: str) -> None:
    """One clear line."""
    data = f"DEBUG:anthropic._base_client:Request options: {{'method': 'post', 'url': '/v1/messages', 'json_data': {{'content': {value}}}}}"
    with pytest.raises(FormatError) as caught:
        read_all(data.encode(), source="x")
    assert str(caught.value).startswith("x: line 1: ")
    assert said in str(caught.value)


def test_colours_and_what_is_not_given() -> None:
    """Terminals' colours are no part of the log; members that are not sent are no part of the body."""
    options = "{'method': 'post', 'url': '/v1/messages', 'headers': NOT_GIVEN, 'json_data': {'model': 'm', 'system': NOT_GIVEN}}"
    data = f"\x1b[34mDEBUG\x1b[0m anthropic._base_client Request options: {options}\n"
    assert read_all(data.encode(), source="x")[0].request.body == b'{"model":"m"}'


def test_requests_of_other_sdks_are_left_alone() -> None:
    """OpenAI's prints the same line."""
    options = {"method": "post", "url": "/chat/completions", "json_data": {"model": "m", "messages": []}}
    with pytest.raises(FormatError, match="no request to Claude is printed"):
        read_all(f"DEBUG:openai._base_client:Request options: {options!r}".encode(), source="x")


@pytest.mark.parametrize(
    "data",
    [
        {"tools": [], "messages": [{"role": "user", "content": "why does it print Request options: {'a': 1}"}]},
        {"note": "[log_abc123] sending request { method: 'post' }"},
        {"type": "error", "error": {"message": "DEBUG:anthropic._base_client:Request options: {'a': 1}"}},
    ],
)
@pytest.mark.parametrize("indent", [None, 1])
def test_json_that_quotes_a_log_is_none(data: object, indent: int | None) -> None:
    """Bodies and errors stay what they are."""
    assert not recognises(json.dumps(data, indent=indent).encode())


@pytest.mark.parametrize(
    "data", [b"2026-11-24 12:00:00 ERROR worker: 400", b"POST /v1/messages HTTP/1.1\n\n{}", b"", b"{", b"curl https://x"]
)
def test_others_are_none(data: bytes) -> None:
    """Logs without a request, other formats, nothing."""
    assert not recognises(data)


@pytest.mark.parametrize("name", ["python", "typescript", "typescript_0_36", "typescript_lines"])
def test_a_log_is_a_request(name: str) -> None:
    """Also where an error stands in it."""
    assert recognise(sample(name)) == "request"


@given(st.sampled_from(["python", "typescript", "typescript_lines", "typescript_0_36", "python_0_39"]), st.data())
def test_nothing_but_a_format_error(name: str, more: st.DataObject) -> None:
    """Wherever the log is cut, and whatever is put there."""
    data = sample(name)[:6000]
    cut = more.draw(st.integers(0, len(data)))
    broken = data[:cut] + more.draw(st.sampled_from([b"", b"'", b"{", b"[", b"\xff", b"\n", b"<", b"\\"])) + data[cut : cut + 3000]
    recognises(broken)
    with contextlib.suppress(FormatError):
        for one in read_all(broken, source="x", as_="sdk-log"):
            assert not one.request.body or isinstance(json.loads(one.request.body), dict | list | str | int | float | None)
