"""Pointers are found at the bytes that hold their values; lines and columns count as an editor does."""

import json

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.robustness.counted import lines
from why400.formats.json_text.positions import LineIndex, Span, escape_token, locate

TEXTS = st.text(st.characters(codec="utf-8"), max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(TEXTS, inner, max_size=5),
    max_leaves=30,
)
WRITERS = st.sampled_from(
    [
        lambda value: orjson.dumps(value),
        lambda value: orjson.dumps(value, option=orjson.OPT_INDENT_2),
        lambda value: json.dumps(value, indent="\t").encode(),
        lambda value: json.dumps(value, separators=(" ,\r\n", " : ")).encode(),
    ]
)


def all_pointers(value):
    pending = [("", value)]
    while pending:
        pointer, item = pending.pop()
        yield pointer, item
        if isinstance(item, dict):
            pending += [(f"{pointer}/{escape_token(key)}", inner) for key, inner in item.items()]
        elif isinstance(item, list):
            pending += [(f"{pointer}/{i}", inner) for i, inner in enumerate(item)]


@settings(max_examples=300, deadline=None)
@given(value=VALUES, write=WRITERS)
def test_every_span_parses_to_its_value(value, write):
    text = write(value)
    pointers = dict(all_pointers(value))
    spans = locate(text, pointers)
    assert spans.keys() == pointers.keys()
    for pointer, span in spans.items():
        assert orjson.loads(text[span.start : span.end]) == pointers[pointer]
        if span.key_start is not None:
            key = orjson.loads(text[span.key_start : span.key_end])
            assert pointer.rpartition("/")[2] == escape_token(key)


@settings(max_examples=200, deadline=None)
@given(value=VALUES, data=st.data())
def test_a_single_pointer_is_found_alone(value, data):
    text = orjson.dumps(value)
    pointer, wanted = data.draw(st.sampled_from(list(all_pointers(value))))
    span = locate(text, [pointer])[pointer]
    assert orjson.loads(text[span.start : span.end]) == wanted


@settings(max_examples=200, deadline=None)
@given(text=st.binary(max_size=60), pointer=st.sampled_from(["", "/a", "/0", "/a/0", "/~1"]))
def test_broken_text_never_raises(text, pointer):
    locate(b'{"a":[0,' + text, ["/a/0"])
    for span in locate(text, [pointer]).values():
        assert 0 <= span.start <= span.end <= len(text)


def test_key_and_value_spans():
    text = b'{ "a" : [ 10, {"b/c": "x"} ] }'
    assert locate(text, ["/a/1/b~1c", "/a/0", "/nope", "/a/9"]) == {
        "/a/1/b~1c": Span(22, 25, 15, 20),
        "/a/0": Span(10, 12),
    }


def test_last_of_repeated_keys_wins_with_all_below_it():
    text = b'{"a":{"x":1,"y":2},"a":{"x":3}}'
    spans = locate(text, ["/a/x", "/a/y"])
    assert text[spans["/a/x"].start : spans["/a/x"].end] == b"3"
    assert "/a/y" not in spans
    assert locate(b'{"a":{"x":1},"a":5}', ["/a/x"]) == {}


def test_escaped_keys_are_recognised():
    assert locate(b'{"\\u0061": 1}', ["/a"])["/a"] == Span(11, 12, 1, 9)


def test_not_a_pointer_is_refused():
    with pytest.raises(ValueError, match="not a JSON pointer"):
        locate(b"{}", ["a"])


@settings(max_examples=200, deadline=None)
@given(text=st.text(st.characters(codec="utf-8"), max_size=50), data=st.data())
def test_line_and_column_count_characters(text, data):
    at = data.draw(st.integers(0, len(text)))
    index = LineIndex(text.encode())
    offset = len(text[:at].encode())
    line_start = text.rfind("\n", 0, at) + 1
    assert index.line_column(offset) == (text.count("\n", 0, at) + 1, at - line_start + 1)
    assert index.character(offset) == at


def test_characters_are_counted_across_blocks():
    text = ("é" * 50_000 + "\n" + "😀" * 50_000).encode()
    assert LineIndex(text).line_column(len(text)) == (2, 50_001)


def test_offsets_outside_the_text_are_drawn_to_its_ends():
    assert LineIndex(b"ab").line_column(99) == (1, 3)
    assert LineIndex(b"").line_column(-1) == (1, 1)


def test_deep_and_wide_texts_take_time_in_proportion():
    depth = 100_000
    deep = b"[" * depth + b"]" * depth
    assert locate(deep, ["/0" * (depth - 1)])["/0" * (depth - 1)] == Span(depth - 1, depth + 1)
    wide = b'{"m":[' + b",".join([b'{"role":"user","content":"x"}'] * 200_000) + b"]}"
    span = locate(wide, ["/m/199999/content"])["/m/199999/content"]
    assert wide[span.start : span.end] == b'"x"'


def test_media_in_strings_is_hopped_over():
    """However long it is, in the same steps; what the one hop costs is timed in `bench growth`."""

    def found(count):
        text = b'{"a":"' + b"iVBORw0KGgo=" * count + b'","z":1}'
        assert text[locate(text, ["/z"])["/z"].start :] == b"1}"

    assert lines(lambda: found(100_000)) == lines(lambda: found(1))
