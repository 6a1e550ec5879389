"""What Python and Node print of a value is read back as that value."""

import json
import pprint
import subprocess
from shutil import which

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from why400.formats.object_dump import DumpError, Opaque, opaque_in, read_dump

scalars = (
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=30)
)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4), max_leaves=12
)


@given(values)
def test_a_repr_comes_back(value: object) -> None:
    """Every value of JSON, in the one line of `repr`, with other text behind it."""
    text = repr(value)
    assert read_dump(text + "\nnext line") == (value, len(text))


@given(values)
def test_a_pretty_print_comes_back(value: object) -> None:
    """Over several lines, long strings broken into several in parentheses."""
    assert read_dump(pprint.pformat(value, width=20))[0] == value


@pytest.mark.skipif(which("node") is None, reason="what Node prints can be had from Node only")
@settings(max_examples=8, deadline=None)
@given(st.lists(values, min_size=20, max_size=20))
def test_an_inspect_comes_back(batch: list[object]) -> None:
    """As Node prints it without limits; numbers go through JavaScript first, and so does the text of JSON."""
    program = (
        "const u=require('util');u.inspect.defaultOptions={depth:null,maxArrayLength:null,maxStringLength:null};"
        "for(const v of JSON.parse(require('fs').readFileSync(0,'utf8')))"
        "process.stdout.write(JSON.stringify([JSON.stringify(v),u.inspect(v)])+'\\n')"
    )
    done = subprocess.run(["node", "-e", program], input=json.dumps(batch).encode(), capture_output=True, check=True, timeout=60)
    for row in done.stdout.decode().rstrip("\n").split("\n"):
        sent, printed = json.loads(row)
        if "__proto__" not in printed:
            assert read_dump(printed)[0] == json.loads(sent)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{ a: 1, 'b-c': [ 'x', undefined ], d: undefined }", {"a": 1, "b-c": ["x", None]}),
        ("{'timeout': NOT_GIVEN, 'a': 1, 'b': <anthropic.Omit object at 0x7f>, 'c': Omit()}", {"a": 1}),
        ("'a' +\n  \"b'\" +\n `c`", "ab'c"),
        (r"'\x1B\uD83D\uDE00\t\\ \'\U0001F600'", "\x1b😀\t\\ '😀"),
        ("('a'\n 'b')", "ab"),
        ("('a',)", ["a"]),
        ("[True]", [True]),
        ("[ NaN, -Infinity, 10n, 1e-7 ]", [None, None, 10, 1e-07]),
        ("<ref *1> Foo { a: [Object: null prototype] { b: 1 } }", {"a": {"b": 1}}),
    ],
)
def test_forms(text: str, value: object) -> None:
    """What each printer has of its own."""
    assert read_dump(text) == (value, len(text))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{ messages: [Array] }", ("messages", "[Array]")),
        ("{ a: [ { b: [Object] } ] }", ("a.0.b", "[Object]")),
        ("{ a: [ 1, ... 2 more items ] }", ("a.1", "... 2 more items")),
        ("{ a: 'xxx'... 12 more characters }", ("a", "... 12 more characters")),
        ("{ a: [Circular *1] }", ("a", "[Circular *1]")),
        ("{'f': <_io.BufferedReader name='a.png'>}", ("f", "<_io.BufferedReader name='a.png'>")),
        ("{'d': datetime.date(2026, 1, 2)}", ("d", "datetime.date(2026, 1, 2)")),
        ("{'b': b'\\x00'}", ("b", "b'\\x00'")),
        ("{ body: FormData { a: 1 } }", ("body", "FormData {…}")),
    ],
)
def test_what_is_not_there_is_known_to_be_missing(text: str, place: tuple[str, str]) -> None:
    """Cut off, or no value of JSON."""
    assert opaque_in(read_dump(text)[0]) == place


@pytest.mark.parametrize("text", ["", "{", "{'a'", "{'a': ", "{'a': 1", "'abc", "{1, 2}", "[" * 201, "{'a': f((", "<a 'b", "=", "1" * 5000])
def test_what_breaks_off_is_said_so(text: str) -> None:
    """And nothing else is raised, whatever the text."""
    with pytest.raises(DumpError):
        read_dump(text)


@given(st.text(st.sampled_from("{}[]()<>'\"`\\,: +.-1aAb*\n"), max_size=60))
def test_any_text(text: str) -> None:
    """Read, or refused."""
    try:
        value, end = read_dump(text)
    except DumpError:
        return
    assert 0 < end <= len(text)
    assert isinstance(value, dict | list | str | int | float | Opaque | None)
