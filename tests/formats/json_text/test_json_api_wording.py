"""The API's sentences: kinds and places agree with the installed parser, sentences come from our own table."""

import re
import sys
from collections import Counter

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from why400.formats.json_text import syntax_error
from why400.formats.json_text.api_wording import api_message, sentences
from why400.formats.json_text.positions import LineIndex
from why400.formats.json_text.syntax_error import first_error

# What the installed parser may say for each kind, and by how many characters its place may differ: from 3.12 on it
# names what it expected, and points at the backslash of an escape where the older one points behind it.
ALIKE = {
    "empty-document": ("Input is a zero-length, empty document",),
    "blank-document": ("input data is empty",),
    "not-utf8": ("str is not valid UTF-8: surrogates not allowed",),
    "byte-order-mark": ("UTF-8 byte order mark (BOM) is not supported", "byte order mark (BOM) is not supported"),
    "unexpected-character": ("unexpected character", "no digit after sign"),
    "unexpected-end": ("unexpected end of data",),
    "trailing-comma": ("trailing comma is not allowed",),
    "invalid-literal": ("invalid literal",),
    "content-after-document": ("unexpected content after document",),
    "control-character": ("unexpected control character in string",),
    "invalid-escaped-character": ("invalid escaped character in string", "invalid escaped sequence in string"),
    "invalid-escape": ("invalid escaped sequence in string", "invalid escape in string"),
    "invalid-high-surrogate": ("invalid high surrogate in string", "unexpected end of data"),
    "invalid-low-surrogate": ("invalid low surrogate in string", "unexpected end of data"),
    "no-low-surrogate": ("no low surrogate in string",),
    "leading-zero": ("number with leading zero is not allowed",),
    "no-digit-after-minus": ("no digit after minus sign", "no digit after sign"),
    "no-digit-after-point": ("no digit after decimal point",),
    "no-digit-after-exponent": ("no digit after exponent sign",),
    "infinite-number": ("number is infinity when parsed as double",),
    "too-deep": ("array and object recursion depth exceeded", "depth limit exceeded"),
}
BACKSLASH_KINDS = {"invalid-escaped-character": 1, "no-low-surrogate": 6, "invalid-escape": 6, "invalid-low-surrogate": 6}

SOUND = [
    '{"model": "claude", "max_tokens": 1024, "messages": [{"role": "user", "content": "héllo \\ud83d\\ude00 \\n x"}]}'.encode(),
    b'[1, 2.5, "a\\u0041", {"a": {"b": [ ], "c": {}}}, true, false , null, -0.5e3, ""]',
    b'{\n  "a": [\n    1,\n    "\xf0\x9f\x98\x80"\n  ]\n}\n',
]
PIECES = [b'"', b"\\", b"{", b"}", b"[", b"]", b",", b":", b"0", b"1", b"-", b".", b"e", b"+", b"t", b"n", b"\n", b"\x01", b" "]
PIECES += [b"\\ud83d", b"\\ude00", b"\\u12", "é".encode(), b"tru", b"9" * 400, b"1e999", b"\x00", b"\xff", b"/", b"'"]

CHANGES = st.lists(
    st.tuples(st.integers(0, 120), st.sampled_from(["insert", "delete", "replace", "cut"]), st.sampled_from(PIECES)),
    min_size=1,
    max_size=3,
)


def changed(text, changes):
    for at, how, piece in changes:
        at = min(at, len(text))
        if how == "insert":
            text = text[:at] + piece + text[at:]
        elif how == "cut":
            text = text[:at]
        else:
            text = text[:at] + (piece if how == "replace" else b"") + text[at + len(piece) :]
    return text


def refusal(text):
    try:
        orjson.loads(text)
    except orjson.JSONDecodeError as error:
        return error
    return None


@settings(max_examples=1500, deadline=None)
@given(sound=st.sampled_from(SOUND), changes=CHANGES, large=st.booleans())
def test_kind_and_place_agree_with_the_installed_parser(sound, changes, large):
    text = changed(sound, changes)
    with pytest.MonkeyPatch.context() as patch:
        # The expressions for large texts have to say the same.
        patch.setattr(syntax_error, "LARGE_BYTES", 0 if large else 1 << 17)
        error = first_error(text)
    refused = refusal(text)
    assert (error is None) == (refused is None)
    if error is None:
        assert api_message(text) is None
        return
    assert refused.msg.startswith(ALIKE[error.kind])
    lines = LineIndex(text)
    shift = lines.character(error.offset) - refused.pos
    if refused.msg == "unexpected end of data":
        assert shift in (0, -6)
    else:
        assert shift in (0, BACKSLASH_KINDS.get(error.kind, 0))
    if shift == 0:
        assert lines.line_column(error.offset) == (refused.lineno, refused.colno)


def test_lists_sentences_that_differ_in_the_installed_parser():
    differ = Counter()
    _, table = sentences()
    for sound in SOUND:
        for at in range(len(sound)):
            for piece in PIECES:
                text = sound[:at] + piece + sound[at:]
                error, refused = first_error(text), refusal(text)
                assert (error is None) == (refused is None), text
                if error is not None and table[error.kind].text != refused.msg:
                    differ[error.kind, refused.msg] += 1
    for (kind, said), count in sorted(differ.items()):
        sys.stdout.write(f"{kind}: {table[kind].text!r}, orjson {orjson.__version__} says {said!r} ({count} texts)\n")


# Sentences seen from the API, with a body that would get each; the places follow the parser's rules.
@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (b'{"a": "\\ud83d"}', "no low surrogate in string: line 1 column 14 (char 13)"),
        (b'{"a": "\\ude00"}', "invalid high surrogate in string: line 1 column 8 (char 7)"),
        (b'{"a":\n "b\x07"}', "unexpected control character in string: line 2 column 4 (char 9)"),
    ],
)
def test_observed_sentences(text, sentence):
    assert api_message(text) == (f"The request body is not valid JSON: {sentence}", False)


def test_other_sentences_are_marked_as_derived():
    message, derived = api_message('{"é": 1,}'.encode())
    assert message == "The request body is not valid JSON: trailing comma is not allowed: line 1 column 8 (char 7)"
    assert derived


def test_every_kind_has_one_dated_sentence():
    prefix, table = sentences()
    assert prefix.endswith(": ")
    assert table.keys() == ALIKE.keys()
    for row in table.values():
        assert row.evidence in ("observed", "derived")
        assert re.fullmatch(r"20\d\d-\d\d(-\d\d)?", row.date)
        assert row.source


def test_nesting_stops_where_the_parser_stops():
    assert first_error(b"[" * 1024 + b"]" * 1024) is None
    for text in (b"[" * 1025 + b"]" * 1025, b'{"a":' * 1025 + b"1" + b"}" * 1025):
        error = first_error(text)
        assert error.kind == "too-deep"
        assert error.offset == refusal(text).pos
