"""HAR files: the calls of the API in them, byte for byte, and where they stand."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from why400.check.engine import run_check
from why400.check.options import make_options, make_subject
from why400.cli.source_lines import in_source
from why400.errors import FormatError
from why400.formats.har import recognises
from why400.formats.read import read_all, recognise
from why400.formats.read_input import ReadInput
from why400.model import Finding

SAMPLES = Path(__file__).parent / "samples"
URL = "https://api.anthropic.com/v1/messages"
SOUND = {"model": "claude-haiku-4-5-20251001", "max_tokens": 100, "messages": [{"role": "user", "content": "Hi"}]}
NONE_SAID = make_options(endpoint=None, platform=None, api_version=None, betas=None, model=None, as_of="2026-11-20")
HEADERS = [{"name": "x-api-key", "value": "REDACTED"}, {"name": "anthropic-version", "value": "2023-06-01"}]
text = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def entry(body: str | None, url: str = URL, **more: object) -> dict[str, object]:
    request: dict[str, object] = {"method": "POST", "url": url, "headers": HEADERS}
    if body is not None:
        request["postData"] = {"mimeType": "application/json", "text": body}
    return {"startedDateTime": "2026-10-06T08:15:37.937Z", "request": request, "response": {"status": 200}, **more}


def har(*entries: object, **options: object) -> bytes:
    return json.dumps({"log": {"version": "1.2", "creator": {"name": "test"}, "entries": list(entries)}}, **options).encode()  # type: ignore[arg-type]


def findings(data: bytes, one: ReadInput) -> list[Finding]:
    return in_source(run_check(make_subject(one.request, NONE_SAID), NONE_SAID).findings, data, one)


def pointed_at(data: bytes, finding: Finding) -> str:
    assert finding.line is not None
    assert finding.column is not None
    return data.split(b"\n")[finding.line - 1].decode()[finding.column - 1 :]


@given(text, st.booleans(), st.sampled_from([None, 1]))
def test_the_body_comes_back(body: str, ascii_only: bool, indent: int | None) -> None:
    """Any body, byte for byte, and its end is the closing quote."""
    data = har(entry("{" + body), ensure_ascii=ascii_only, indent=indent)
    (one,) = read_all(data, source="x")
    assert (one.kind, one.request.body, one.encoding) == ("har", b"{" + body.encode(), "json-string")
    start = one.source_offset(0)
    assert start is not None
    assert one.body_end is not None
    assert data[start - 1 : start + 1] == b'"{'
    assert json.loads(data[start - 1 : one.body_end + 1]) == "{" + body


@pytest.mark.parametrize("name", ["har_chromium.har", "har_polly.har"])
def test_a_fault_is_found_in_a_recorded_file(name: str) -> None:
    """Files that Chromium (through Playwright) and Polly.JS have written: one call is sound, in the other `max_tokens` is a string."""
    data = (SAMPLES / name).read_bytes()
    sound, faulty = read_all(data, source=name)
    assert findings(data, sound) == []
    (found,) = findings(data, faulty)
    assert found.path == "max_tokens"
    assert pointed_at(data, found).startswith('\\"100\\"')
    assert sound.recorded == faulty.recorded == date(2026, 11, 24)


def test_what_mitmproxy_has_unpacked_was_sent_packed() -> None:
    """The second call of the file was sent as gzip; the file has its text, and still the header."""
    data = (SAMPLES / "har_mitmproxy.har").read_bytes()
    plain, packed = read_all(data, source="x")
    assert plain.request.body == packed.request.body
    for one in (plain, packed):
        assert [finding.rule for finding in findings(data, one)] == ["wrong-type"]
    wrong = entry(json.dumps(SOUND), response={"status": 400})
    length = {"name": "Content-Length", "value": str(len(json.dumps(SOUND)))}
    wrong["request"]["headers"] = [*HEADERS, {"name": "content-encoding", "value": "gzip"}, length]  # type: ignore[index]
    data = har(wrong)
    (one,) = read_all(data, source="x")
    assert [finding.rule for finding in findings(data, one)] == ["content-encoding-invalid"]


def test_only_calls_of_the_api_are_taken() -> None:
    """Pages, preflights, telemetry and other APIs are left out; the label counts all entries."""
    body = json.dumps(SOUND)
    others = [
        entry(None, "https://example.com/index.html"),
        entry(body, "https://api.openai.com/v1/chat/completions"),
        entry(body, "https://api.anthropic.com/api/event_logging/batch"),
        entry(body, "https://bedrock-runtime.us-east-1.amazonaws.com/model/amazon.nova-lite-v1%3A0/invoke"),
        entry(body, "https://aiplatform.googleapis.com/v1/projects/p/locations/l/publishers/google/models/gemini:rawPredict"),
        {"request": {"method": "OPTIONS", "url": URL, "headers": []}},
        {"request": {"method": "POST", "url": "https://[broken/v1/messages"}},
        {"request": None},
        "not even an entry",
    ]
    calls = [
        f"{URL}?beta=true",
        f"{URL}/count_tokens",
        "http://localhost:4000/anthropic/v1/messages",
        "https://bedrock-runtime.us-east-1.amazonaws.com/model/us.anthropic.claude-haiku-4-5-20251001-v1%3A0/invoke",
        "https://us-east5-aiplatform.googleapis.com/v1/projects/p/locations/l/publishers/anthropic/models/claude-sonnet-4-6:rawPredict",
    ]
    found = read_all(har(*others, *(entry(body, url) for url in calls)), source="x")
    assert [one.request.url for one in found] == calls
    assert [one.label for one in found][:2] == ["entry 10 (/v1/messages)", "entry 11 (/v1/messages/count_tokens)"]
    with pytest.raises(FormatError, match=r"x: a recording of 9 entries, none of them a call of the Claude API"):
        read_all(har(*others), source="x")
    with pytest.raises(FormatError, match=r"a recording of 0 entries"):
        read_all(har(), source="x")


def test_bodies_in_base64_and_bodies_left_out() -> None:
    """base64 is read, without places; a call whose body was not saved is no call without a body."""
    packed = {"method": "POST", "url": URL, "headers": HEADERS, "postData": {"text": "e30=", "encoding": "base64"}}
    (one,) = read_all(har({"request": packed}, entry(None)), source="x")
    assert (one.request.body, one.source_offset(0), one.encoding, one.recorded) == (b"{}", None, "none", None)
    with pytest.raises(FormatError, match=r"1 call of the API, saved without the request bodies"):
        read_all(har(entry(None)), source="x")
    (listing,) = read_all(har({"request": {"method": "GET", "url": "https://api.anthropic.com/v1/models", "headers": HEADERS}}), source="x")
    assert (listing.request.method, listing.request.body) == ("GET", b"")


def test_what_the_recorder_removed_is_no_fault() -> None:
    """Sanitized files lack credentials; the pseudo headers of HTTP/2 are none; a version that was left out is a fault."""
    one = entry(json.dumps(SOUND))
    one["request"]["headers"] = [  # type: ignore[index]
        {"name": ":authority", "value": "api.anthropic.com"},
        {"name": "anthropic-version", "value": "2023-06-01"},
        {"name": "content-type", "value": "application/json"},
    ]
    data = har(one)
    (found,) = read_all(data, source="x")
    assert found.request.headers == (("anthropic-version", "2023-06-01"), ("content-type", "application/json"), ("x-api-key", "REDACTED"))
    assert findings(data, found) == []
    refused = entry(json.dumps(SOUND), response={"status": 400})
    refused["request"]["headers"] = [{"name": "x-api-key", "value": "sk-ant-…"}]  # type: ignore[index]
    (found,) = read_all(har(refused), source="x")
    assert [finding.rule for finding in findings(data, found)] == ["version-header-missing"]


def test_odd_files() -> None:
    """A repeated key takes the places away, not the request; what is cut is one clear line."""
    data = har(entry(json.dumps(SOUND))).replace(b'"postData"', b'"postData": {}, "postData"')
    (one,) = read_all(data, source="x")
    assert (json.loads(one.request.body), one.source_offset(0), one.encoding) == (SOUND, None, "none")
    odd = entry(json.dumps(SOUND), response={"status": 200, "content": {"text": "odd"}})
    (one,) = read_all(har(odd).replace(b"odd", b"\xe9"), source="x")
    assert json.loads(one.request.body) == SOUND
    whole = har(entry(json.dumps(SOUND)))
    assert read_all(b"\xef\xbb\xbf" + whole, source="x")[0].source_offset(0) == whole.index(b'"{') + 4
    for broken in (
        whole[:-20],
        whole.replace(b'"entries"', b'"other"'),
        b'{"log": {"entries": 3}}',
        b'{"log": {"entries": ["' + b"[" * 100_000,
    ):
        with pytest.raises(FormatError, match=r"^x: not a HAR file that I can read"):
            read_all(broken, source="x")


def test_what_is_recognised() -> None:
    """By its beginning, also where an error stands near it; bodies, logs and answers are none."""
    assert recognises(b' {\n "log" : {"version"')
    assert recognise(har({"_error": "overloaded_error"}, entry("{}"))) == "request"
    for other in (
        b'{"log": "text"}',
        b'{"model": "m", "log": {}}',
        b"[1]",
        b"log:\n  entries: []",
        b'{"type": "error"}',
        b"POST /v1/messages HTTP/1.1",
    ):
        assert not recognises(other)
