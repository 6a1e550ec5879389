"""curl commands are read as the shell and curl would."""

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from why400.errors import FormatError
from why400.formats.curl import parse
from why400.formats.read import read_all

text = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=60)
URL = "https://api.anthropic.com/v1/messages"


def ansi(value: str) -> str:
    """The value in `$'…'`, as browsers copy it."""
    out = "".join(c if c.isascii() and c.isalnum() else "".join(f"\\x{b:02x}" for b in c.encode()) for c in value)
    return f"$'{out}'"


def double(value: str) -> str:
    return '"' + "".join("\\" + c if c in '$`"\\' else c for c in value) + '"'


@given(
    text.map(lambda t: t.lstrip("@")),
    st.sampled_from([shlex.quote, ansi, double]),
    st.sampled_from(["-d ", "--data-raw ", "-d"]),
)
def test_the_body_comes_back(body: str, quote: object, option: str) -> None:
    """Any body, in any quoting, byte for byte; and each plain byte of it is found in the source."""
    command = f"curl {URL} -H 'x-api-key: $KEY' {option}{quote(body)} \\\n --compressed".encode()
    if option == "-d" and not body:
        return
    found = read_all(command, source="x")[0]
    assert found.kind == "curl"
    assert found.request.body == body.encode()
    if quote is not ansi:
        for offset, byte in enumerate(body.encode()):
            assert command[found.source_offset(offset)] == byte


@given(
    st.lists(
        st.tuples(st.from_regex(r"[a-z][a-z-]{0,9}", fullmatch=True), st.from_regex(r"[!-~]{1,20}", fullmatch=True)),
        max_size=4,
    )
)
def test_headers_come_back(headers: list[tuple[str, str]]) -> None:
    """Headers keep their order."""
    args = ["curl", *(part for name, value in headers for part in ("-H", f"{name}: {value}")), URL]
    request = parse(shlex.join(args).encode(), "x")[0].request
    assert (request.method, request.url, list(request.headers)) == ("GET", URL, headers)


@pytest.mark.parametrize(
    ("command", "body"),
    [
        ("-d a=1 -d b=2", b"a=1&b=2"),
        ("""-d '{"a": "it'"'"'s"}'""", b"""{"a": "it's"}"""),
        (r"""-d "{\"a\": \"\$1\"}" """, b'{"a": "$1"}'),
        (r"""-d $'{"a": "\u00e9\ud83d\ude00\n\'"}'""", '{"a": "é😀\n\'"}'.encode()),
        ("--data-raw @home", b"@home"),
        ("-d '{}' | jq .", b"{}"),
        ("-d '{}' > out.json", b"{}"),
        ("-d @- <<'EOF'\n{\n 1}\nEOF\n", b"{ 1}"),
        ("--data-binary @- <<EOF\n{\n 1}\nEOF\nls", b"{\n 1}\n"),
        ("-d '{}' ^\n -H 'a: b'", b"{}"),
        ("-d '{}' `\r\n -H 'a: b'", b"{}"),
        ("-sSLd'{}' # note", b"{}"),
    ],
)
def test_bodies(command: str, body: bytes) -> None:
    """Quoting, joining, here-documents, and what ends a command."""
    found = parse(f"curl {URL} {command}".encode(), "x")[0]
    assert (found.request.method, found.request.url, found.request.body) == ("POST", URL, body)


def test_here_document_offsets() -> None:
    """A byte behind a dropped line break is still found."""
    command = f"curl {URL} -d @- <<EOF\n{{\n 1}}\nEOF\n".encode()
    found = parse(command, "x")[0]
    assert command[found.source_offset(found.request.body.index(b"1"))] == ord("1")


@pytest.mark.parametrize(
    ("command", "method", "headers"),
    [
        ("--json '{}'", "POST", {"content-type": "application/json", "accept": "application/json"}),
        ("-d '{}'", "POST", {"content-type": "application/x-www-form-urlencoded"}),
        ("-d '{}' -H 'Content-Type: application/json'", "POST", {"content-type": "application/json"}),
        ("-d '{}' -H 'Content-Type:'", "POST", {}),
        ("-u me:pw", "GET", {"authorization": "Basic bWU6cHc="}),
        ("-X DELETE", "DELETE", {}),
        ("-XPUT -H 'Empty;'", "PUT", {"empty": ""}),
        ('-H "x-api-key: $ANTHROPIC_API_KEY"', "GET", {"x-api-key": "$ANTHROPIC_API_KEY"}),
        ("-o out -w '%{http_code}' -s", "GET", {}),
    ],
)
def test_methods_and_headers(command: str, method: str, headers: dict[str, str]) -> None:
    """What curl adds by itself is there; variables stay as they are."""
    request = parse(f"curl {command} {URL}".encode(), "x")[0].request
    assert request.method == method
    assert request.url == URL
    assert {name.lower(): value for name, value in request.headers} == headers


def test_get_puts_data_into_the_query() -> None:
    """-G."""
    request = parse(f"curl -G {URL} -d limit=2 -d after=x".encode(), "x")[0].request
    assert (request.method, request.url, request.body) == ("GET", f"{URL}?limit=2&after=x", b"")


def test_files() -> None:
    """A body in a file is loaded by the caller, or the command for it is named."""
    command = f"curl {URL} -d @body.json".encode()
    with pytest.raises(FormatError, match=r"try `why400 check body\.json`"):
        parse(command, "x")
    found = parse(command, "x", {"body.json": b"{\n}"}.__getitem__)[0]
    assert (found.request.body, found.source_offset(0)) == (b"{}", None)
    for other in (b'-d "$(cat body.json)"', b"-d @-", b"-d '{"):
        with pytest.raises(FormatError):
            parse(b"curl " + URL.encode() + b" " + other, "x")
    with pytest.raises(FormatError, match="names no URL"):
        parse(b"curl -s", "x")


def test_long_commands_take_linear_time() -> None:
    """A megabyte of escapes is read in about a second at most."""
    body = '{"a": "' + '\\"' * 500_000 + '"}'
    found = parse(f"curl {URL} -d {double(body)}".encode(), "x")[0]
    assert found.request.body == body.encode()
