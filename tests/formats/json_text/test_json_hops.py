"""Places found by hopping over raw slices are those that a reading step by step finds."""

import json

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st

from why400.formats.json_text.hops import find_spans

TEXTS = st.text(st.characters(codec="utf-8"), max_size=6)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | TEXTS,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(TEXTS, inner, max_size=5),
    max_leaves=30,
)
WRITERS = st.sampled_from(
    [
        orjson.dumps,
        lambda value: orjson.dumps(value, option=orjson.OPT_INDENT_2),
        lambda value: b"\xef\xbb\xbf \n" + json.dumps(value, separators=(" ,\r\n", " :\t")).encode() + b" \n",
    ]
)


def all_places(value):
    pending = [((), value)]
    while pending:
        keys, item = pending.pop()
        yield keys, item
        inner = item.items() if isinstance(item, dict) else enumerate(item) if isinstance(item, list) else ()
        pending += [((*keys, key), one) for key, one in inner]


@settings(max_examples=300, deadline=None)
@given(value=VALUES, write=WRITERS, data=st.data())
def test_every_span_parses_to_its_value(value, write, data):
    text = write(value)
    places = data.draw(st.permutations(list(all_places(value))))
    spans = find_spans(text, [keys for keys, _ in places])
    assert spans is not None
    for (_, wanted), (start, end) in zip(places, spans, strict=True):
        assert orjson.loads(text[start:end]) == wanted


@settings(max_examples=100, deadline=None)
@given(value=st.dictionaries(TEXTS, VALUES, min_size=1, max_size=4), write=WRITERS)
def test_what_is_not_there_stands_at_its_holders_opening(value, write):
    text = write(value)
    keys, holder = list(all_places(value))[-1]
    if isinstance(holder, dict | list):
        (span,) = find_spans(text, [(*keys, "no such key!")])
        assert span is not None
        assert text[span[0] : span[1]] in (b"{", b"[")
        assert span[0] == find_spans(text, [keys])[0][0]
    assert find_spans(text, [("no such key!", "and below it")]) == [None]


def test_repeated_keys_and_broken_text_are_left_to_others():
    assert find_spans(b'{"a":1,"a":2}', [("a",)]) is None
    assert find_spans(b'{"a":1,"b":5,"a":2}', [("b",)]) is None
    assert find_spans(b'{"a":{"x":1,"x":2},"b":1}', [("b",)]) == [(23, 24)], "in what is not opened they do no harm"
    assert find_spans(b'{"a":1', [("a",)]) is None
    assert find_spans(b"", [("a",)]) in (None, [None])
    assert find_spans(b"[" * 100 + b"]" * 100, [(0,) * 99]) is None


@settings(max_examples=200, deadline=None)
@given(text=st.binary(max_size=60), keys=st.sampled_from([(), ("a",), (0,), ("a", 0)]))
def test_broken_text_never_raises(text, keys):
    for found in find_spans(text, [keys]) or ():
        assert found is None or 0 <= found[0] <= found[1] <= len(text) + 1
