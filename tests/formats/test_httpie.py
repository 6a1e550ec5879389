"""The reader says what the real HTTPie sends: samples/httpie_commands.json was noted with it (record_httpie.py)."""

import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from checked_places import places

from why400.errors import FormatError
from why400.formats.read import read_all, recognise

NOTED = json.loads((Path(__file__).parent / "samples/httpie_commands.json").read_text())
FILES = {name: content.encode() for name, content in NOTED["files"].items()}
URL = "https://api.anthropic.com/v1/messages"


def value(body: str) -> object:
    """A body as JSON, if it is some: how it is spaced is HTTPie's own."""
    try:
        return json.loads(body)
    except ValueError:
        return body


@pytest.mark.parametrize("case", NOTED["cases"], ids=[case["command"][:60] for case in NOTED["cases"]])
def test_as_httpie_sends_it(case: dict[str, object]) -> None:
    """Method, target, the headers that matter, and the body's value."""
    request = read_all(str(case["command"]).encode(), source="x", load=FILES.__getitem__)[0].request
    url = urlsplit(request.url)
    headers = {name.lower(): text for name, text in request.header_pairs if name.lower() in ("content-type", "x-api-key", "authorization")}
    sent = case["sent"]
    assert isinstance(sent, dict)
    assert {
        "method": request.method,
        "target": url.path + (f"?{url.query}" if url.query else ""),
        "headers": {**headers, "host": url.netloc},
    } == {name: sent[name] for name in ("method", "target", "headers")}
    assert value(request.body.decode()) == value(sent["body"])


def test_there_are_enough() -> None:
    """Twenty commands at least."""
    assert len(NOTED["cases"]) >= 20


@pytest.mark.parametrize(
    ("command", "url"),
    [
        ("https api.anthropic.com/v1/messages a=1", URL),
        ("xh post https://api.anthropic.com/v1/messages a=1", URL),
        ("$ http :8080/v1/messages a=1", "http://localhost:8080/v1/messages"),
        (f"# note\nhttp --print=h {URL} a=1", URL),
        (f'echo \'{{"a": "1"}}\' | http POST {URL}', URL),
        (f'http POST {URL} <<< \'{{"a": "1"}}\'', URL),
        (f"http POST {URL} < body.json", URL),
    ],
)
def test_ways_to_begin(command: str, url: str) -> None:
    """Other names of the program, and bodies from its standard input."""
    found = read_all(command.encode(), source="x", load={"body.json": b'{"a": "1"}'}.__getitem__)[0]
    assert (found.kind, found.request.method, found.request.url) == ("httpie", "POST", url)
    assert json.loads(found.request.body) == {"a": "1"}


def test_findings_point_into_the_command() -> None:
    """Into JSON items, at plain values, and into a body given whole."""
    head = f"http POST {URL} x-api-key:REDACTED anthropic-version:2023-06-01 \\\n"
    items = head + """ model=claude-haiku-4-5 max_tokens=9 messages:='[{"role": "usr", "content": "x"}]'\n"""
    found = places(items.encode())
    assert found["wrong-type"].startswith("9 messages")
    assert found["unknown-role"].startswith('"usr"')
    whole = head + """ --raw '{"model": "claude-haiku-4-5", "max_tokens": "9", "messages": [{"role": "user", "content": "x"}]}'"""
    assert places(whole.encode())["wrong-type"].startswith('"9"')


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ("messages:='[{'", "the value of `messages:=` is no JSON"),
        ("what", "`what` is no request item"),
        ("a=1 'a[b]=2'", "goes into what is no object"),
        ("'a[999999]=1'", "more than 10000"),
        ("'a[b=1'", "a bracket is missing"),
        ("tools:=@tools.json", "comes from the file tools.json"),
        ("--raw '{", "never closed"),
    ],
)
def test_what_httpie_refuses(items: str, said: str) -> None:
    """One line that says which item."""
    with pytest.raises(FormatError, match=r"^x: ") as caught:
        read_all(f"http POST {URL} {items}".encode(), source="x")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text", [b"http is a protocol", b"HTTP POST https://x/v1/messages", b"http error 400: bad request", b"https://x/y", b"http 400"]
)
def test_other_texts_are_none(text: bytes) -> None:
    """The word alone is no command."""
    assert recognise(text) != "request"


def test_a_wall_of_backslashes_is_no_item_and_ends_the_reading() -> None:
    """Found by fuzzing: each backslash could stand alone or with the next, so that thirty of them never ended."""
    with pytest.raises(FormatError, match="is no request item of HTTPie"):
        read_all(b"http POST " + URL.encode() + b" '" + b"\\" * 2000 + b"'", source="x", as_="httpie")
