"""Cassettes of test recorders: the bodies that were sent, where they stand, and nothing blamed on what the recorder took out."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bench.hostile_files import json_cassette, read_and_go_back, yaml_cassette
from tests.robustness.counted import calls
from why400.check.engine import run_check
from why400.check.options import make_options, make_subject
from why400.cli.source_lines import in_source
from why400.errors import FormatError
from why400.formats.cassette import parse, recognises
from why400.formats.read import read_all, recognise
from why400.formats.read_input import ReadInput, requests_of
from why400.model import Finding

SAMPLES = Path(__file__).parent / "samples"
URL = "https://api.anthropic.com/v1/messages"
TEXT = (
    'It\'s "quoted" é 😀\n and a rather long line of text that the emitter has to fold somewhere, because it is wider than eighty columns.'
)
SOUND = {"model": "claude-haiku-4-5-20251001", "max_tokens": 100, "messages": [{"role": "user", "content": TEXT}]}
WRONG = {**SOUND, "max_tokens": "100"}
NONE_SAID = make_options(endpoint=None, platform=None, api_version=None, betas=None, model=None, as_of="2026-11-20")
RECORDED = sorted(path.name for path in SAMPLES.iterdir() if path.name.startswith(("vcrpy_", "ruby_vcr", "betamax_")))
printable = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], include_characters="\n\t"), max_size=200)


def vcrpy(
    *bodies: object, headers: object = None, date_header: str = "Sat, 15 Nov 2025 00:56:36 GMT", status: int = 200
) -> dict[str, object]:
    response = {"status": {"code": status, "message": "OK"}, "headers": {"Date": [date_header]}, "body": {"string": ""}}
    given = {"x-api-key": ["REDACTED"], "anthropic-version": ["2023-06-01"]} if headers is None else headers
    return {
        "interactions": [
            {"request": {"body": body, "headers": given, "method": "POST", "uri": URL}, "response": response} for body in bodies
        ],
        "version": 1,
    }


def findings(data: bytes, one: ReadInput) -> list[Finding]:
    return in_source(run_check(make_subject(one.request, NONE_SAID), NONE_SAID).findings, data, one)


def pointed_at(data: bytes, finding: Finding) -> str:
    assert finding.line is not None
    assert finding.column is not None
    return data.split(b"\n")[finding.line - 1].decode()[finding.column - 1 :]


def test_one_interaction_a_file() -> None:
    """As Datadog's test agent keeps them; the finding points into the body's text."""
    (kept,) = vcrpy(json.dumps(WRONG))["interactions"]  # type: ignore[misc]  # a list of one
    data = json.dumps(kept | {"request": {"method": "POST", "url": URL, **kept["request"]}}, indent=2).encode()
    (one,) = read_all(data, source="x.json")
    assert (one.kind, one.recorded, json.loads(one.request.body)) == ("cassette", date(2025, 11, 15), WRONG)
    (fault,) = findings(data, one)
    assert pointed_at(data, fault).startswith('\\"100\\"')


def test_a_list_of_requests_beside_one_of_responses() -> None:
    """As the tests of LangChain's packages keep them; a batch begins with `requests`, too, and is none."""
    kept = vcrpy(json.dumps(SOUND).encode(), json.dumps(WRONG).encode())["interactions"]
    assert isinstance(kept, list)
    data = yaml.safe_dump({"requests": [one["request"] for one in kept], "responses": [one["response"] for one in kept]}).encode()
    found = read_all(data, source="x.yaml")
    assert [json.loads(one.request.body) for one in found] == [SOUND, WRONG]
    assert [one.kind for one in found] == ["cassette"] * 2
    assert [one.recorded for one in found] == [date(2025, 11, 15)] * 2
    assert {one.kind for one in read_all(b'{"requests": [], "responses": []}', source="x")} == {"json"}


@pytest.mark.parametrize(
    ("name", "calls", "shown"),
    [
        ("vcrpy_httpx.yaml", 2, '\\"100\\"'),
        ("vcrpy_requests.yaml", 3, '"100"'),
        ("vcrpy_requests.json", 3, '\\"100\\"'),
        ("vcrpy_aiohttp.json", 2, None),
        ("ruby_vcr.yml", 3, '\\"100\\"'),
        ("ruby_vcr_exact.yml", 3, None),
    ],
)
def test_files_of_the_real_recorders(name: str, calls: int, shown: str | None) -> None:
    """Written by vcrpy 9.4 and VCR 5.0: the first request is sound, in the second `max_tokens` is a string; both texts are whole."""
    data = (SAMPLES / name).read_bytes()
    found = read_all(data, source=name)
    assert [one.label for one in found] == [f"interaction {number + 1} (/v1/messages)" for number in range(calls)]
    assert json.loads(found[0].request.body) == SOUND
    assert json.loads(found[1].request.body) == WRONG
    assert {one.kind for one in found} == {"cassette"}
    assert findings(data, found[0]) == []
    (fault,) = findings(data, found[1])
    assert (fault.rule, fault.path) == ("wrong-type", "max_tokens")
    if shown is None:  # stored parsed or in base64
        assert fault.line is None
    else:
        assert pointed_at(data, fault).startswith(shown)


@pytest.mark.parametrize(("name", "body"), [("vcrpy_stream.yaml", b'{"model": "claude'), ("vcrpy_binary.yaml", b'{"model":"claude')])
def test_bodies_that_are_no_text(name: str, body: bytes) -> None:
    """A stream that vcrpy has pickled, and bytes that are not UTF-8."""
    (one,) = read_all((SAMPLES / name).read_bytes(), source=name)
    assert one.request.body.startswith(body)
    assert one.request.body.endswith(b"}]}")
    assert (b"\xff" in one.request.body) == ("binary" in name)


def test_betamax() -> None:
    """betamax, told to keep the exact bytes."""
    data = (SAMPLES / "betamax_exact.json").read_bytes()
    (one,) = read_all(data, source="x")
    assert json.loads(one.request.body) == WRONG or json.loads(one.request.body) == SOUND
    assert one.recorded == date(2026, 11, 24)


GO = """---
version: 2
interactions:
- id: 0
  request:
    proto: HTTP/1.1
    content_length: 123
    host: ""
    body: '{"max_tokens":"9","messages":[{"content":"It''s","role":"user"}],"model":"claude-haiku-4-5"}'
    headers:
      Accept:
      - application/json
      User-Agent:
      - Anthropic/Go 1.10.0
    url: https://api.anthropic.com/v1/messages
    method: POST
  response:
    body: '{}'
    headers: {}
    status: 200 OK
    code: 200
    duration: 2.2s
"""
POLLY_YAML = """log:
  _recordingName: a name
  creator:
    name: Polly.JS
    version: 6.0.6
  entries:
    - _id: 1
      request:
        headers:
          - name: anthropic-version
            value: 2023-06-01
        method: POST
        postData:
          mimeType: application/json
          textJSON:
            max_tokens: "9"
            messages:
              - content: |-
                  no
                  yes
                role: user
            model: claude-haiku-4-5
        url: https://api.anthropic.com/v1/messages
      response:
        status: 200
      startedDateTime: 2026-04-26T12:51:33.963Z
"""
R = """http_interactions:
- request:
    method: POST
    uri: https://api.anthropic.com/v1/messages
    body:
      string: |-
        {"max_tokens": "9",
         "messages": [{"content": "Hi", "role": "user"}],
         "model": "claude-haiku-4-5"}
    headers:
      x-api-key: key
      anthropic-version: 2023-06-01
  response:
    status: 200
  recorded_at: 2025-12-27 21:48:05 GMT
recorded_with: vcr/1.7.0.91, webmockr/2.0.0
"""
EXVCR = json.dumps(
    [
        {
            "request": {"body": '{"max_tokens": "9", "messages": [{"content": "Hi", "role": "user"}], "model": "claude-haiku-4-5"}',
                        "headers": [], "method": "post", "url": URL},
            "response": {"status_code": 200, "headers": {"date": "Thu, 14 Sep 2026 07:13:28 GMT"}},
        }
    ], indent=2)  # fmt: skip
REQ = json.dumps(
    {
        "version": "1.0",
        "interactions": [
            {
                "request": {"method": "POST", "uri": URL, "headers": {}, "body_type": "json", "body": "",
                            "body_json": {"max_tokens": "9", "messages": [{"content": "Hi", "role": "user"}], "model": "claude-haiku-4-5"}},
                "response": {"status": 200},
                "recorded_at": "2026-10-16T12:00:00Z",
            }
        ],
    }
)  # fmt: skip


@pytest.mark.parametrize(
    ("document", "day", "place"),
    [
        (GO, None, (9, 26)),
        (POLLY_YAML, date(2026, 4, 26), None),
        (R, date(2025, 12, 27), (7, 24)),
        (EXVCR, date(2026, 9, 14), (4, 33)),
        (REQ, date(2026, 10, 16), None),
    ],
    ids=["go-vcr", "polly-yaml", "r-vcr", "exvcr", "req-cassette"],
)
def test_other_layouts(document: str, day: date | None, place: tuple[int, int] | None) -> None:
    """`max_tokens` is a string in each, and nothing else is wrong with them."""
    for prefix in (b"", b"\xef\xbb\xbf"):
        data = prefix + document.encode()
        (one,) = read_all(data, source="x")
        assert one.recorded == day
        (fault,) = findings(data, one)
        assert (fault.rule, fault.path) == ("wrong-type", "max_tokens")
        assert (fault.line, fault.column) == (place or (None, None))
        if place is not None:
            assert pointed_at(data, fault).lstrip("\\").startswith('"9')


@given(printable, st.sampled_from([None, "'", '"', "|"]), st.sampled_from([20, 80, 10_000]), st.booleans())
def test_yaml_bodies_come_back(body: str, style: str | None, width: int, unicode: bool) -> None:
    """However the emitter quotes and folds a text: byte for byte, and each byte is found."""
    body = "{" + body + "}"
    data = yaml.safe_dump(vcrpy(body), default_style=style, width=width, allow_unicode=unicode).encode()
    (one,) = read_all(data, source="x", as_="cassette")
    assert one.request.body == body.encode()
    at = [one.source_offset(offset) for offset in range(len(one.request.body))]
    places = [place for place in at if place is not None]
    assert len(places) == len(at)
    assert places == sorted(places)
    for byte, place in zip(one.request.body, places, strict=True):
        assert data[place] == byte or b"\\" in data[place - 9 : place + 1] or (chr(byte) in " \n" and chr(data[place]) in " \n")


@given(printable, st.booleans())
def test_json_bodies_come_back(body: str, ascii_only: bool) -> None:
    """The same in JSON, where they can be written back to."""
    data = json.dumps(vcrpy("{" + body), ensure_ascii=ascii_only).encode()
    (one,) = read_all(data, source="x", as_="cassette")
    assert (one.request.body, one.encoding) == (("{" + body).encode(), "json-string")
    start = one.source_offset(0)
    assert start is not None
    assert one.body_end is not None
    assert json.loads(data[start - 1 : one.body_end + 1]) == "{" + body


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | printable,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(printable, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(printable.filter(lambda key: key not in ("string", "state", "encoding", "file")), values, min_size=1, max_size=4))
def test_parsed_bodies_are_written_out(body: dict[str, object]) -> None:
    """What a recorder has stored parsed keeps its values and their types."""
    for data in (yaml.safe_dump(vcrpy(body), allow_unicode=True).encode(), json.dumps(vcrpy(body)).encode()):
        (one,) = read_all(data, source="x", as_="cassette")
        assert json.loads(one.request.body) == body
        assert one.source_offset(0) is None


def test_credentials_that_the_recorder_replaced_are_no_fault() -> None:
    """Whatever stands in their place; and a version that it dropped is not missing."""
    body = json.dumps(SOUND)
    for headers in (
        {"X-Api-Key": ["<ANTHROPIC_API_KEY>"], "Anthropic-Version": ["2023-06-01"]},
        {"x-api-key": "fake key", "anthropic-version": "2023-06-01"},
        {"authorization": ["Bearer dummy"], "anthropic-version": ["2023-06-01"]},
        {"authorization": [None], "anthropic-version": ["2023-06-01"]},
        {"x-api-key": ["REDACTED"], "content-type": ["application/json"]},
        {"content-type": ["application/json"]},
        {},
        None,
    ):
        data = json.dumps(vcrpy(body, headers=headers)).encode()
        (one,) = read_all(data, source="x")
        assert findings(data, one) == [], headers


def test_undated_recordings_of_models_that_are_gone() -> None:
    """What was answered well was sent while its model was served; what was refused is judged by today."""
    body = json.dumps({**SOUND, "model": "claude-3-opus-20240229"})
    for status, known in ((200, True), (404, False)):
        data = json.dumps(vcrpy(body, date_header="", status=status)).encode()
        (one,) = read_all(data, source="x")
        assert (one.recorded is not None) == known
    assert read_all(json.dumps(vcrpy(json.dumps(SOUND), date_header="")).encode(), source="x")[0].recorded is None
    assert read_all(json.dumps(vcrpy(body)).encode(), source="x")[0].recorded == date(2025, 11, 15)


def test_what_cannot_be_checked() -> None:
    """One line that says why."""
    other = vcrpy("{}")
    other["interactions"][0]["request"]["uri"] = "https://api.openai.com/v1/chat/completions"  # type: ignore[index]
    for data, words in (
        (json.dumps(other).encode(), r"a recording of 1 interaction, none of them a call of the Claude API"),
        (yaml.safe_dump(other).encode(), r"a recording of 1 interaction, none of them a call"),
        (b"interactions: []\nversion: 1\n", r"a recording of 0 interactions"),
        (yaml.safe_dump(vcrpy(None)).encode(), r"1 call of the API, saved without the request bodies"),
        (json.dumps(vcrpy("")).encode(), r"1 call of the API, saved without the request bodies"),
        (b"interactions:\n- request:\n    body: 'open\n", r"line \d+ is no sound YAML"),
        (b"interactions:\n- \xff: 1\n", r"not a cassette that I can read: byte 16 is not UTF-8"),
        (b"interactions:\n- " + b"[" * 100_000, r"line 2: nested deeper than 200 levels"),
        (b'{"interactions": [' + b"[" * 100_000, r"not a cassette that I can read"),
        (b"log:\n  entries: 3\n", r"no list of interactions in it"),
    ):
        with pytest.raises(FormatError, match=rf"^x: {words}"):
            parse(data, "x")


@given(st.sampled_from(RECORDED), st.data())
def test_damaged_files_end_in_one_line(name: str, data: st.DataObject) -> None:
    """Pieces of a file cut out and put elsewhere: requests are read, or one line says what is wrong."""
    text = (SAMPLES / name).read_bytes()
    for _ in range(3):
        start, at = data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))
        piece = data.draw(
            st.sampled_from([b"", b"[", b"{", b'"', b"'", b"\n", b"- ", b"!!binary ", b"&a ", b"*a ", b"null", text[at : at + 40]])
        )
        text = text[:start] + piece + text[start + data.draw(st.integers(0, 40)) :]
    try:
        for one in requests_of(parse(text, "x")):
            one.source_offset(len(one.request.body))
    except FormatError as exc:
        message = str(exc)
    else:
        message = ""
    assert "\n" not in message


def test_aliases_do_not_blow_up() -> None:
    """A mapping that repeats itself is read; one that grows without end is refused."""
    shared = vcrpy(*[{"model": "m"}] * 3)
    assert len(read_all(yaml.dump(shared).encode(), source="x")) == 3
    lines = ["interactions:", "- a0: &a0 [x, x]"]
    lines += [f"- &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, 30)]
    with pytest.raises(FormatError, match="aliases blow the document up"):
        parse("\n".join(lines).encode(), "x")


def test_the_way_back_from_the_end_of_a_long_body() -> None:
    """A body of a megabyte with a hundred thousand escapes and folds."""
    body = json.dumps({"messages": ['it\'s "é"\n'] * 60_000}, ensure_ascii=False)
    for data in (yaml.safe_dump(vcrpy(body)).encode(), json.dumps(vcrpy(body)).encode()):
        at = read_and_go_back(data)
        assert at is not None
        assert data[at : at + 1] == b"}"


@pytest.mark.parametrize("make", [yaml_cassette, json_cassette])
def test_long_bodies_take_steps_in_proportion(make: Callable[[int], bytes]) -> None:
    """Four times the escapes and folds are four times the steps."""
    short, long = make(500), make(2_000)
    assert read_and_go_back(long) is not None
    assert calls(lambda: read_and_go_back(long)) <= 4.1 * calls(lambda: read_and_go_back(short))


def test_what_is_recognised() -> None:
    """By the list of interactions at the top, also where a body speaks of errors; other YAML and JSON is none."""
    assert recognise(json.dumps(vcrpy('{"error": "overloaded_error"}')).encode()) == "request"
    for document in (GO, POLLY_YAML, R, EXVCR, REQ, "# a comment\n---\nhttp_interactions:\n- request:\n", '{"interactions": []}'):
        assert recognises(document.encode())
    for other in (
        "services:\n  web:\n", "interactions are recorded\n", '{"model": "m", "messages": []}', '{"version": 1, "requests": []}',
        '[{"role": "user"}]', "POST /v1/messages HTTP/1.1\n", '{"type": "error"}', "log: text\n", "curl https://x\n",
    ):  # fmt: skip
        assert not recognises(other.encode())
