"""Repeated keys are found in one pass, with both places."""

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st
from test_json_positions import VALUES, WRITERS

from why400.formats.json_text.duplicates import duplicate_keys
from why400.formats.json_text.positions import locate


def shown(text):
    return [(pointer, text[a.start : a.end], text[b.start : b.end]) for pointer, a, b in duplicate_keys(text)]


def test_finds_each_repetition_with_both_values():
    assert shown(b'{"a":1,"b":{"c":[0,{"d":1,"d":{"x":2}}]},"a":"z","a":null}') == [
        ("/b/c/1/d", b"1", b'{"x":2}'),
        ("/a", b"1", b'"z"'),
        ("/a", b'"z"', b"null"),
    ]


def test_keys_equal_after_unescaping_are_equal():
    assert shown(b'{"a":1,"\\u0061":2}') == [("/a", b"1", b"2")]
    assert shown(b'{"a/b~":1,"a/b~":2}') == [("/a~1b~0", b"1", b"2")]


def test_same_key_in_other_objects_is_no_repetition():
    assert shown(b'[{"a":1},{"a":2},{"b":{"a":1},"a":2}]') == []


@settings(max_examples=200, deadline=None)
@given(value=VALUES, write=WRITERS)
def test_sound_objects_have_none(value, write):
    assert duplicate_keys(write(value)) == []


@settings(max_examples=100, deadline=None)
@given(value=st.dictionaries(st.text('abc/~"\\é', min_size=1, max_size=3), VALUES, min_size=1, max_size=4), data=st.data())
def test_a_planted_repetition_is_found_and_is_the_one_that_counts(value, data):
    key = data.draw(st.sampled_from(sorted(value)))
    text = orjson.dumps(value)[:-1] + b", " + orjson.dumps(key) + b": 7}"
    [(pointer, first, second)] = duplicate_keys(text)
    assert orjson.loads(text[first.start : first.end]) == value[key]
    assert text[second.start : second.end] == b"7"
    assert locate(text, [pointer])[pointer] == second


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=60))
def test_broken_text_never_raises(text):
    duplicate_keys(text)


def test_stops_at_its_limit_and_takes_any_depth():
    assert len(duplicate_keys(b"{" + b'"a":1,' * 5000 + b'"a":1}')) == 100
    assert duplicate_keys(b"[" * 200_000) == []
