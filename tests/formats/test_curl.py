"""curl commands are read as the shell and curl would."""

import re
import shlex
from collections.abc import Callable

import pytest
from checked_places import places
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
            place = found.source_offset(offset)
            assert place is not None
            # What is escaped stands at its backslash.
            assert command[place] == byte or command[place : place + 2] == b"\\" + bytes([byte])


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
        ("-o x 2>/dev/null -d '{}' >out.json 2>&1 || echo no", b"{}"),
        ("""-d '{"a": "'"$X"'", "b": "'$Y'"}'""", b'{"a": "$X", "b": "$Y"}'),
        ("-d '{\"a\": $X}'", b'{"a": $X}'),
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
        read_all(command, source="x")
    found = parse(command, "x", {"body.json": b"{\n}"}.__getitem__)[0]
    assert (found.request.body, found.source_offset(0), found.source_offset(1)) == (b"{}", 0, 2), (
        "places in the file: curl drops the line break"
    )
    two = parse(command + b" -d x=1", "x", {"body.json": b"{}"}.__getitem__)[0]
    assert (two.request.body, two.file, two.source_offset(0)) == (b"{}&x=1", None, None)
    for other in (b'-d "$(cat body.json)"', b"-d @-", b"-d '{"):
        with pytest.raises(FormatError):
            read_all(b"curl " + URL.encode() + b" " + other, source="x")
    with pytest.raises(FormatError, match="names no URL"):
        read_all(b"curl -s", source="x")


def test_a_dollar_behind_a_backslash_is_no_variable() -> None:
    """It is the text that is sent; without the backslash only the shell knows."""
    assert parse(rf'curl {URL} -d "\$A"'.encode(), "x")[0].request.body == b"$A"
    assert parse(rf'curl {URL} -d "{{\"a\": \$A}}"'.encode(), "x")[0].request.body == b'{"a": $A}'
    with pytest.raises(FormatError, match=r"what `\$A` holds"):
        read_all(rf'curl {URL} -d "{{\"a\": $A}}"'.encode(), source="x")


def test_long_commands_take_linear_time() -> None:
    """A megabyte of escapes is read in about a second at most."""
    body = '{"a": "' + '\\"' * 500_000 + '"}'
    found = parse(f"curl {URL} -d {double(body)}".encode(), "x")[0]
    assert found.request.body == body.encode()


def win(value: str, break_: str = "\n") -> str:
    """The value as Chrome's "Copy as cURL (cmd)" writes it: for the C runtime first, then carets for cmd.exe."""
    text = value.replace("\\", "\\\\").replace('"', '\\"')
    text = re.sub(r"[^a-zA-Z0-9\s_\-:=+~'/.',?;()*`]", r"^\g<0>", text)
    text = re.sub(r"%(?=[a-zA-Z0-9_])", "%^", text)
    return '^"' + re.sub(r"\r?\n", f"^{break_}{break_}", text) + '^"'


plain = st.text(
    st.characters(
        exclude_characters="\0\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0", categories=["L", "N", "P", "S", "Zs"], include_characters="\n"
    ),
    max_size=60,
)


@given(plain, st.sampled_from(["\n", "\r\n"]))
def test_chromes_commands_for_windows(body: str, break_: str) -> None:
    """What Chrome escapes twice comes back, with its places."""
    # The C runtime takes backslashes as they are, unless a quote follows: Chrome doubles them all the same.
    sent = re.sub(r'\\+(?!["\\]|\Z)', r"\g<0>\g<0>", body).encode()
    command = f'curl ^{win(URL)[1:]} ^{break_}  -H ^"x-api-key: %KEY%^" ^{break_}  --data-raw {win(body, break_)}{break_}'
    found = read_all(command.encode(), source="x")[0]
    assert (found.request.method, found.request.url, found.request.body) == ("POST", URL, sent)
    assert found.request.header("x-api-key") == "$KEY"
    for offset, byte in enumerate(sent):
        place = found.source_offset(offset)
        assert place is not None
        assert command.encode()[place] in (byte, ord("^"), ord("\\"))


@pytest.mark.parametrize(
    ("command", "body"),
    [
        ('curl ^\n  -H "a: b" ^\n  -d "{\\"a\\": \\"c:\\\\d\\"}" ^\n  URL', b'{"a": "c:\\\\d"}'),
        ('curl.exe URL -H "k: %K%" -d "{\\"a\\": 1}" & echo done', b'{"a": 1}'),
        ("curl.exe URL `\n  -H 'a: b' `\n  -d '{\"a\": \"it''s\"}'\n", b'{"a": "it\'s"}'),
        ('curl.exe URL `\r\n  -d \'{\\"a\\": \\"b\\"}\'', b'{"a": "b"}'),
        ('$r = curl.exe URL `\n -d "{`"a`": `$5}"', b'{"a": $5}'),
        ("curl.exe URL `\n -d @'\n{\"a\": 1}\n'@\n", b'{"a": 1}'),
    ],
)
def test_windows_shells(command: str, body: bytes) -> None:
    """cmd.exe's carets and backslashes, PowerShell's backticks."""
    found = read_all(command.replace("URL", URL).encode(), source="x")[0]
    assert (found.request.method, found.request.url, found.request.body) == ("POST", URL, body)


@pytest.mark.parametrize("joint", [" ;\n", " &\r\n", "\n\n# next\n", "\necho $X\n"])
def test_many_commands(joint: str) -> None:
    """Each command is a request with its line; of Chrome's "copy all", those to other hosts are left out."""
    lines = joint.join([f"curl {URL} -d n=1", "curl https://img.example/x.png", f"curl \\\n {URL} -d n=3"]).encode()
    found = read_all(lines, source="x")
    assert [one.request.body for one in found] == [b"n=1", b"n=3"]
    third = lines[: lines.rindex(b"curl")].count(b"\n") + 1
    assert [one.label for one in found] == ["command 1 (line 1)", f"command 3 (line {third})"]


@pytest.mark.parametrize(
    ("command", "encoding"),
    [
        ("-d '{}'", "shell-single"),
        ("-d '{\"a\": \"'\\''\"}'", "shell-single"),
        ('-d "{}"', "shell-double"),
        ("-d @- <<'E'\n{}\nE\n", "verbatim"),
        ("-d \"$(cat <<'E'\n{}\nE\n)\"", "verbatim"),
        ("-d @- <<E\n{}\nE\n", "none"),
        ("-d $'{}'", "none"),
        ("-d '{' -d '}'", "none"),
    ],
)
def test_how_the_body_stands_there(command: str, encoding: str) -> None:
    """So that a mend can be written back; its end is where something can be put behind the last byte."""
    text = f"curl {URL} {command}".encode()
    found = read_all(text, source="x")[0]
    assert found.encoding == encoding
    if found.body_end is not None:
        last = found.source_offset(len(found.request.body) - 1)
        assert last is not None
        assert found.body_end > last


@pytest.mark.parametrize("quote", [shlex.quote, double, ansi])
def test_findings_point_into_the_command(quote: Callable[[str], str]) -> None:
    """Line and column of a fault behind escapes are those in the text."""
    body = """{
 "model": "claude-haiku-4-5", "max_tokens": "9",
 "messages": [{"role": "user", "content": "it's \\"x\\" é"}, {"role": "usr", "content": "x"}]}"""
    headers = "-H 'x-api-key: REDACTED' -H 'anthropic-version: 2023-06-01' -H 'content-type: application/json'"
    found = places(f"# a note\ncurl {URL} {headers} \\\n -d {quote(body)}\n".encode())
    assert found["wrong-type"].startswith({shlex.quote: '"9"', double: '\\"9\\"', ansi: "\\x229\\x22"}[quote])
    assert found["unknown-role"].startswith({shlex.quote: '"usr"', double: '\\"usr\\"', ansi: "\\x22usr\\x22"}[quote])


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ('-d "$BODY"', "the body is what `$BODY`"),
        ("-d $BODY", "the body is what `$BODY`"),
        ('-d "{\\"a\\": $X}"', "a part of the body is what `$X`"),
        ("""-d '{"a": '"${X}"'}'""", "a part of the body is what `${X}`"),
        ('-d @- <<E\n{"a": $X}\nE\n', "a part of the body is what `$X`"),
        ('-d @"$FILE"', "only the shell can name"),
    ],
)
def test_what_only_the_shell_fills_in(command: str, name: str) -> None:
    """A variable outside of strings may be anything: that is no fault of the JSON."""
    with pytest.raises(FormatError) as caught:
        read_all(f"curl {URL} {command}".encode(), source="x")
    assert name in str(caught.value)
