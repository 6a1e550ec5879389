"""PowerShell scripts are read as PowerShell would send them."""

import contextlib
import json
from pathlib import Path

import pytest
from checked_places import places
from hypothesis import given
from hypothesis import strategies as st

from why400.errors import FormatError
from why400.formats.read import read_all

SAMPLES = Path(__file__).parent / "samples"
URL = "https://api.anthropic.com/v1/messages"
CALL = f"Invoke-RestMethod -Uri {URL} -Method Post -ContentType 'application/json' -Headers $h -Body "
text = st.text(st.characters(exclude_characters="\0\r", exclude_categories=["Cs"]), max_size=60)
scalars = st.none() | st.booleans() | st.integers(-(10**15), 10**15) | text
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3), max_leaves=8)


def sent(script: str) -> bytes:
    return read_all(script.encode(), source="x")[0].request.body


def single(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def double(value: str) -> str:
    """As Chrome's "Copy as PowerShell" writes it: everything but printable ASCII as `$([char]N)`."""
    units = value.encode("utf-16-le")
    codes = [int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2)]
    return '"' + "".join(("`" if chr(c) in '"`$' else "") + chr(c) if 32 <= c < 127 else f"$([char]{c})" for c in codes) + '"'


def table(value: object) -> str:
    """The value as people write it for ConvertTo-Json."""
    if isinstance(value, dict):
        return "@{" + "; ".join(f"{single(key)} = {table(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        # An array that holds one array only is taken apart, unless a comma stands before that.
        return "@(" + ("," if len(value) == 1 and isinstance(value[0], list) else "") + ", ".join(table(item) for item in value) + ")"
    if isinstance(value, str):
        return single(value)
    return {None: "$null", True: "$true", False: "$False"}[value] if value is None or isinstance(value, bool) else str(value)


@given(text, st.sampled_from([single, double]))
def test_strings_come_back(body: str, quote: object) -> None:
    """Byte for byte, in both kinds of quotes; and each plain byte has its place."""
    script = f"# note\n{CALL}{quote(body)}\n"  # type: ignore[operator]  one of two functions
    found = read_all(script.encode(), source="x")[0]
    assert (found.kind, found.request.method, found.request.url) == ("powershell", "POST", URL)
    assert found.request.body == body.encode()
    if quote is single:
        assert all(script.encode()[found.source_offset(at) or 0] == byte for at, byte in enumerate(body.encode()))


@given(st.dictionaries(text, values, min_size=1, max_size=4))
def test_tables_become_json(value: dict[str, object]) -> None:
    """A literal hashtable through ConvertTo-Json."""
    assert json.loads(sent(f"$b = {table(value)} | ConvertTo-Json -Depth 50\n{CALL}$b")) == value


@pytest.mark.parametrize(
    ("script", "body"),
    [
        (CALL + "@'\n{\"a\": \"it's `$5\"}\n'@", '{"a": "it\'s `$5"}'),
        (CALL + '@"\n{"a": "`$5 ""x"" `n"}\n"@', '{"a": "$5 ""x"" \n"}'),
        (CALL + "(@{a=1.5; b=-2} | ConvertTo-Json -Compress)", '{"a": 1.5, "b": -2}'),
        (CALL + "([System.Text.Encoding]::UTF8.GetBytes('{\"a\": 1}'))", '{"a": 1}'),
        ('$m = "x"\n' + CALL + '"{`"model`": `"$m`"}"', '{"model": "x"}'),
        ('$m = "x"\n$b = [ordered]@{\n  model = $m  # which\n  n = 1, 2\n}\n' + CALL + "($b | ConvertTo-Json)", '{"model": "x", "n": [1, 2]}'),
        (f"$p = @{{ Uri = '{URL}'; Method = 'Post'; Body = '{{}}' }}\nInvoke-WebRequest @p", "{}"),
        ("$b = @{a = @(@(1, 2)); b = @(,@(1)); c = (1, 2)} | ConvertTo-Json -Depth 9\n" + CALL + "$b", '{"a": [1, 2], "b": [[1]], "c": [1, 2]}'),
        (f"irm {URL} -Method:Post `\n  -Body '{{}}' | Out-Null", "{}"),
        (f"PS C:\\> $r = Invoke-RestMethod '{URL}' -Method POST -Body '{{}}'", "{}"),
        ("$b = @{a = @{b = @{c = @{d = 1}}}} | ConvertTo-Json\n" + CALL + "$b", '{"a": {"b": {"c": "System.Collections.Hashtable"}}}'),
        ("$b = @{a = @(@{b = @(@{c=1}, @{d=2})})} | ConvertTo-Json\n" + CALL + "$b",
         '{"a": [{"b": "System.Collections.Hashtable System.Collections.Hashtable"}]}'),
        ("$b = @{a=1; m=@(@{r='x'})}\n" + CALL + "$b", "a=1&m=System.Object%5B%5D"),
    ],
)  # fmt: skip
def test_bodies(script: str, body: str) -> None:
    """Here-strings, pipes, splatting, what `-Depth` cuts off, and a table that is sent as a form."""
    assert sent(script).decode() == body


def test_headers() -> None:
    """Variables are not judged, Chrome's pseudo headers are dropped, a body without a type is a form."""
    found = read_all((SAMPLES / "powershell_key_test.ps1").read_bytes(), source="x")[0].request
    assert dict(found.header_pairs) == {"Content-Type": "application/json", "x-api-key": "$UNKNOWN", "anthropic-version": "2023-06-01"}
    found = read_all((SAMPLES / "powershell_chrome.ps1").read_bytes(), source="x")[0].request
    assert "path" not in {name for name, _ in found.header_pairs}
    assert found.header("content-type") == "application/json"
    assert json.loads(found.body)["messages"][0]["content"] == "café $5"
    plain = read_all(f"Invoke-RestMethod {URL} -Method Post -Body '{{}}'".encode(), source="x")[0].request
    assert plain.header("content-type") == "application/x-www-form-urlencoded"


def test_findings_point_into_the_script() -> None:
    """At the literal of a table, and behind backticks."""
    assert places((SAMPLES / "powershell_key_test.ps1").read_bytes())["unknown-role"] == '"usr"'
    assert places((SAMPLES / "powershell_chrome.ps1").read_bytes())["wrong-type"].startswith('`"16`"')


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("$b = @{model = $m; messages = @(Get-It)} | ConvertTo-Json\n" + CALL + "$b", r"line 1: `\$m`, `Get-It` are no literals"),
        (CALL + "$body", r"line 1: `\$body` is no literal"),
        ("$b = '{}'\n$b += 'x'\n" + CALL + "$b", r"line 2: `\$b` is no literal"),
        ("$b = @{a = 1\n" + CALL + "$b", "`}` is missing"),
        (CALL + "'{", "never closed"),
        (CALL + '"$payload"', r"line 1: the body is what `\$payload` holds"),
        (CALL + '"{`"a`": $x}"', r"line 1: a part of the body is what `\$x` holds"),
        (f"Invoke-RestMethod {URL} -Method Post -InFile body.json", r"try `why400 check body\.json`"),
    ],
)
def test_what_only_running_it_would_tell(script: str, said: str) -> None:
    """One line with the place and the name."""
    with pytest.raises(FormatError, match=said) as caught:
        sent(script)
    assert "\n" not in str(caught.value)


def test_what_cannot_be_read_elsewhere_is_no_matter() -> None:
    """A table that is none of the request may be of any kind."""
    assert sent(f"$t = @{{ $k = 1; (Get-It) = {{ param($x) $x }} }}\n{CALL}'1'") == b"1"


def test_many_calls() -> None:
    """Those to other hosts are left out; each has its line."""
    script = f"Invoke-WebRequest https://img.example/x\n{CALL}'1'\n\n{CALL}'2'\n"
    assert [(one.label, one.request.body) for one in read_all(script.encode(), source="x")] == [("line 2", b"1"), ("line 4", b"2")]


@pytest.mark.parametrize(
    "body",
    [
        "@{a=" * 5_000,
        "@(" * 5_000,
        "$a = 1\n" * 20_000 + "irm x",
        "<# " * 50_000,
        "$a = @{b = " * 3_000,
        "$a = @{b = $a}\n" * 3_000 + CALL + "($a | ConvertTo-Json -Depth 999)",
        "$a = @(,$a)\n" * 3_000 + CALL + "($a | ConvertTo-Json)",
        CALL + "'" + "''" * 200_000 + "'",
    ],
)
def test_hostile_scripts_are_read_in_time(body: str) -> None:
    """Deep nesting is refused in one line, length is no matter."""
    with contextlib.suppress(FormatError):
        read_all(("$x = 1\n" + body).encode(), source="x", as_="powershell")


FILE = b'{"model": "m", "max_tokens": "1", "messages": []}\n'
POST = f"Invoke-RestMethod -Uri {URL} -Method Post -ContentType application/json"


@pytest.mark.parametrize(
    ("script", "name"),
    [
        (f"$body = Get-Content -Raw body.json\n{POST} -Body $body", "body.json"),
        (f"$Body = (Get-Content './a b.json' -Raw -Encoding utf8)\n{POST} -Body $body", "a b.json"),
        (f"{POST} -Body (gc -Path .\\in\\body.json -Raw)", "in/body.json"),
        (f'{POST} -Body (Get-Content "$PSScriptRoot\\body.json" | Out-String)', "body.json"),
        (f"{POST} -Body ([System.IO.File]::ReadAllText('body.json', [Text.Encoding]::UTF8))", "body.json"),
        (f'{POST} -InFile "$PSScriptRoot/body.json"', "body.json"),
        (
            f"$p = @{{ Uri = '{URL}'; Method = 'Post'; ContentType = 'application/json'; Body = (Get-Content -Raw b.json) }}\nirm @p",
            "b.json",
        ),
    ],
)
def test_a_body_that_is_read_from_a_file(script: str, name: str) -> None:
    """It stands in that file; without one at hand the line says which to check."""
    asked: list[str] = []

    def load(wanted: str) -> bytes:
        asked.append(wanted)
        return FILE

    (one,) = read_all(script.encode(), source="x", load=load)
    assert (asked, one.request.body, one.source_offset(40), one.file and one.file.data) == ([name], FILE, 40, FILE)
    with pytest.raises(FormatError, match=f"the body comes from a file: try `why400 check {name}`"):
        read_all(script.encode(), source="x")


@pytest.mark.parametrize(
    "script",
    [
        f"$body = Get-Content -Raw body.json | ConvertFrom-Json\n{POST} -Body $body",
        f"$body = Get-Content -Raw body.json\n$body += 'x'\n{POST} -Body $body",
        f"$body = Get-Content -Raw $file\n{POST} -Body $body",
        f"{POST} -Body (Get-Content -Raw body.json).Replace('a', 'b')",
        f'{POST} -Body (Get-Content -Raw "$folder/body.json")',
    ],
)
def test_a_file_that_only_running_it_would_tell_is_not_read(script: str) -> None:
    with pytest.raises(FormatError, match="print what the script sends"):
        read_all(script.encode(), source="x", load=lambda _: FILE)


def test_what_a_variable_holds_where_it_is_sent_counts() -> None:
    script = f"$body = Get-Content -Raw a.json\n{POST} -Body $body\n$body = Get-Content -Raw b.json\n{POST} -Body $body\n$body = '{{}}'\n{POST} -Body $body\n"
    found = read_all(script.encode(), source="x", load=lambda name: name.encode())
    assert [one.request.body for one in found] == [b"a.json", b"b.json", b"{}"]
