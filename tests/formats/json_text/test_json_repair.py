"""One fault, one name, one place, one mend: the cases one by one, and what holds for any text."""

import random
import sys

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from json_bodies import LAYOUTS, body, tokens
from test_json_api_wording import CHANGES, PIECES, changed
from test_json_positions import VALUES, WRITERS

from bench.hostile_json import REPAIRED
from tests.robustness.counted import calls
from why400.formats.json_text import cursor
from why400.formats.json_text.faults import KINDS, MAX_REPAIRS, apply_edits
from why400.formats.json_text.repair import examine

# text, mended text, the kinds with their places (bytes)
CASES = [
    (b'{"a":1 "b":2}', b'{"a":1, "b":2}', [("missing-comma", 6)]),
    (b'{"a":1\n "b":2}', b'{"a":1,\n "b":2}', [("missing-comma", 6)]),
    (b'["a""b"]', b'["a","b"]', [("missing-comma", 4)]),
    (b"[1 2\n3]", b"[1, 2,\n3]", [("missing-comma", 2), ("missing-comma", 4)]),
    (b'[{"a":1}{"a":2}]', b'[{"a":1},{"a":2}]', [("missing-comma", 8)]),
    (b'{"a":1, }', b'{"a":1 }', [("trailing-comma", 6)]),
    (b"[1,,2]", b"[1,2]", [("extra-comma", 3)]),
    (b'{"a" 1}', b'{"a": 1}', [("missing-colon", 4)]),
    (b'{"a" = 1, "b" => 2}', b'{"a" : 1, "b" : 2}', [("missing-colon", 5), ("missing-colon", 14)]),
    (b'{"a":}', b'{"a":null}', [("missing-value", 5)]),
    (b'{"a"}', b'{"a":null}', [("missing-value", 4)]),
    (b'{"a":[1,2}', b'{"a":[1,2]}', [("missing-closing-bracket", 9)]),
    (b'{"m":[{"r":1}, "n":5}', b'{"m":[{"r":1}], "n":5}', [("missing-closing-bracket", 13)]),
    (b'[{"r":"x", {"r":"y"}]', b'[{"r":"x"}, {"r":"y"}]', [("missing-closing-bracket", 9)]),
    (b'[{"r":"x" {"r":"y"}]', b'[{"r":"x"}, {"r":"y"}]', [("missing-closing-bracket", 9), ("missing-comma", 9)]),
    (b'{"a":1]', b'{"a":1}', [("mismatched-bracket", 6)]),
    (b'{"a":[1,2},"b":3}', b'{"a":[1,2],"b":3}', [("mismatched-bracket", 9)]),
    (b'{"a":1}}', b'{"a":1}', [("extra-closing-bracket", 7)]),
    (b'{"a":1},"b":2}', b'{"a":1,"b":2}', [("extra-closing-bracket", 6)]),
    (b'[{"a":1},"b":2},{"c":3}]', b'[{"a":1,"b":2},{"c":3}]', [("extra-closing-bracket", 7)]),
    (b'{"a":"say "hi" now","b":"q"}', b'{"a":"say \\"hi\\" now","b":"q"}', [("unescaped-quote", 10)]),
    (b'{"a":"is "x", and "y" too","b":2}', b'{"a":"is \\"x\\", and \\"y\\" too","b":2}', [("unescaped-quote", 9)]),
    (b'{"g":"{"c": "P", "u": "C"}", "b": 1}', b'{"g":"{\\"c\\": \\"P\\", \\"u\\": \\"C\\"}", "b": 1}', [("unescaped-quote", 7)]),
    (b'{"a":"x\ny"}', b'{"a":"x\\ny"}', [("unescaped-newline", 7)]),
    (b'{"a":"x\ty\x00"}', b'{"a":"x\\ty\\u0000"}', [("control-character", 7)]),
    (b'{"a": \'it"s\', "b": 1}', b'{"a": "it\\"s", "b": 1}', [("single-quotes", 6)]),
    (b"{'a': \"b\"}", b'{"a": "b"}', [("single-quotes", 1)]),
    (b"{'a': 'b', 'c': None, 'd': (1,)}", b'{"a": "b", "c": null, "d": [1]}', [("python-repr", 1)]),
    ("{“a”: “b”}".encode(), b'{"a": "b"}', [("smart-quotes", 1), ("smart-quotes", 10)]),
    (b'{a: 1, $b-c: "x"}', b'{"a": 1, "$b-c": "x"}', [("unquoted-key", 1), ("unquoted-key", 7)]),
    (b'{"model": claude-3, "b":1}', b'{"model": "claude-3", "b":1}', [("unquoted-value", 10)]),
    (b'{"d": 2024-01-01}', b'{"d": "2024-01-01"}', [("unquoted-value", 6)]),
    (b'{"a": 1 // c\n, /* x */ "b": 2 # d\n}', b'{"a": 1 \n,  "b": 2 \n}', [("comment", 8), ("comment", 15), ("comment", 30)]),
    (b'{"a": None, "b": True}', b'{"a": null, "b": true}', [("python-literal", 6), ("python-literal", 17)]),
    (b'{"a": undefined}', b'{"a": null}', [("javascript-undefined", 6)]),
    (b"[TRUE, Null]", b"[true, null]", [("wrong-literal", 1), ("wrong-literal", 7)]),
    (b"[NaN, -Infinity]", b"[null, null]", [("nan-or-infinity", 1), ("nan-or-infinity", 6)]),
    (b"[01, -007.5]", b"[1, -7.5]", [("leading-zero", 1), ("leading-zero", 5)]),
    (
        b"[.5, 1., +1, 0x1F]",
        b"[0.5, 1.0, 1, 31]",
        [("number-malformed", 1), ("number-malformed", 5), ("number-malformed", 9), ("number-malformed", 13)],
    ),
    (b"[1e999]", b"[1.7976931348623157e308]", [("number-too-large", 1)]),
    (b'["C:\\dir\\x", "\\\'"]', b'["C:\\\\dir\\\\x", "\'"]', [("invalid-escape", 4), ("invalid-escape", 14)]),
    (b'{"p": "C:\\dir\\", "x": 1}', b'{"p": "C:\\\\dir\\\\", "x": 1}', [("invalid-escape", 9)]),
    (b'["\\ud83d", "a\\ude00"]', b'["\\ufffd", "a\\ufffd"]', [("lone-surrogate", 2), ("lone-surrogate", 13)]),
    (b"\xef\xbb\xbf{}", b"{}", [("bom", 0)]),
    (b'{"a":"caf\xe9"}', '{"a":"café"}'.encode(), [("wrong-encoding", 9)]),
    (b'{"a":"\xed\xa0\xbd\xed\xb8\x80"}', '{"a":"😀"}'.encode(), [("wrong-encoding", 6)]),
    (b'{"a":1}\n{"a":2}', b'{"a":1}\n', [("two-documents", 8)]),
    (b'{"a":1} EOF', b'{"a":1} ', [("trailing-data", 8)]),
    (b'```json\n{"a": 1}\n```', b'{"a": 1}\n', [("leading-text", 0), ("trailing-data", 17)]),
    (
        b'{"m": {{model}}, "k": <YOUR_KEY>}',
        b'{"m": "{{model}}", "k": "<YOUR_KEY>"}',
        [("template-placeholder", 6), ("template-placeholder", 22)],
    ),
    (b"[1, 2, ...]", b"[1, 2]", [("template-placeholder", 7)]),
    (b'"{\\"a\\": 1}"', b'{"a": 1}', [("double-encoded", 0)]),
    (b'{\\"a\\": 1}', b'{"a": 1}', [("escaped-quotes", 1)]),
    (b"'{\"a\":1}'", b'{"a":1}', [("single-quotes", 0)]),
    (b'{"model": "claude, "max": 3}', b'{"model": "claude", "max": 3}', [("missing-quote", 17)]),
    (b'{"model: "claude"}', b'{"model": "claude"}', [("missing-quote", 7)]),
    (b'{model": x"}', b'{"model": "x"}', [("missing-quote", 1), ("missing-quote", 9)]),
    (b'{"a":{"b":1}', b'{"a":{"b":1}}', [("json-truncated", 12)]),
    (b'{"a":"b', b'{"a":"b"}', [("json-truncated", 7)]),
    (b'{"a":[1,', b'{"a":[1]}', [("json-truncated", 8)]),
    (b'{"a":["x\\u00', b'{"a":["x"]}', [("json-truncated", 12)]),
    (b'{"a":tru', b'{"a":true}', [("json-truncated", 8)]),
    (b'{"a":"\xe6\x97', b'{"a":""}', [("json-truncated", 6)]),
    (b'"a": 1, "b": 2}', b'{"a": 1, "b": 2}', [("missing-opening-bracket", 0)]),
    (b'"a": {"b": 1}', b'{"a": {"b": 1}}', [("missing-opening-bracket", 0)]),
    (b'"a": [1],\n', b'{"a": [1]}\n', [("missing-opening-bracket", 0), ("trailing-comma", 8)]),
    (b'"a": {"b": 1', b'{"a": {"b": 1}}', [("missing-opening-bracket", 0), ("json-truncated", 12)]),
    (b'{"p": "C:\\new\\Users\\x64", "q": 1}', b'{"p": "C:\\\\new\\\\Users\\\\x64", "q": 1}', [("invalid-escape", 9)]),
    (b'["C:\\new\\dir\\", "\\n"]', b'["C:\\\\new\\\\dir\\\\", "\\n"]', [("invalid-escape", 4)]),
    (b'["\\alpha \\beta \\n"]', b'["\\\\alpha \\\\beta \\n"]', [("invalid-escape", 2)]),
    (b'["a\\\\b \\d \\f"]', b'["a\\\\b \\\\d \\f"]', [("invalid-escape", 7)]),
    (b'["hello\\_world"]', b'["hello_world"]', [("invalid-escape", 7)]),
    (b'{"a: null, "b": 1}', b'{"a": null, "b": 1}', [("missing-quote", 3)]),
    (b'{"a": 1, "b: false}', b'{"a": 1, "b": false}', [("missing-quote", 11)]),
    (b'{"a": one, two", "b": 1}', b'{"a": "one, two", "b": 1}', [("missing-quote", 6)]),
    (b'["x", \\nH:"]', b'["x", "\\nH:"]', [("missing-quote", 6)]),
    (b'{"a": 5 apples", "b": 1}', b'{"a": "5 apples", "b": 1}', [("missing-quote", 6)]),
    (b'{"a": [see note 3], and so on", "b": 1}', b'{"a": "[see note 3], and so on", "b": 1}', [("missing-quote", 6)]),
    (b'[{"t": "x }}"}, {"t": "y}, {"t": "z"}]', b'[{"t": "x }}"}, {"t": "y"}, {"t": "z"}]', [("missing-quote", 24)]),
    (b'{"m": [{"t": "f(){}}], "n": 1}', b'{"m": [{"t": "f(){}"}], "n": 1}', [("missing-quote", 19)]),
    (b'{"r": ["a\n], "n": 1}', b'{"r": ["a"\n], "n": 1}', [("missing-quote", 9)]),
    (b'["END, "x"]', b'["END", "x"]', [("missing-quote", 5)]),
    (b'["so, "they" say"]', b'["so, \\"they\\" say"]', [("unescaped-quote", 6)]),
    (b'["a" "b" "c"]', b'["a", "b", "c"]', [("missing-comma", 4), ("missing-comma", 8)]),
    (b'["a" b\n]', b'["a", "b"\n]', [("missing-comma", 4), ("unquoted-value", 5)]),
    ('{„a": 1, "b”: “x"}'.encode(), b'{"a": 1, "b": "x"}', [("smart-quotes", 1), ("smart-quotes", 11), ("smart-quotes", 18)]),
    (b'[{"a":{"b":1}}},"c":2}]', b'[{"a":{"b":1},"c":2}]', [("extra-closing-bracket", 13), ("extra-closing-bracket", 14)]),
    (b'[{"a":[1,2}},{"a":[]}]', b'[{"a":[1,2]},{"a":[]}]', [("mismatched-bracket", 10)]),
    (b'[{"a":[{"b":1}}],{"a":[]}]', b'[{"a":[{"b":1}]},{"a":[]}]', [("mismatched-bracket", 14)]),
    (b'{"a":[{"c":1}}],"b":2}', b'{"a":[{"c":1}],"b":2}', [("extra-closing-bracket", 13)]),
    (b'{"m":[{"r":1,"c":[{"t":1}},{"t":2}]}]}', b'{"m":[{"r":1,"c":[{"t":1},{"t":2}]}]}', [("extra-closing-bracket", 25)]),
    (b'{"m":[{"r":1,"c":[{"t":1}},{"r":2}]}', b'{"m":[{"r":1,"c":[{"t":1}]},{"r":2}]}', [("missing-closing-bracket", 25)]),
    (b'{"a":"x",}\n"b":2}', b'{"a":"x",\n"b":2}', [("extra-closing-bracket", 9)]),
    (b'[```json\n[{"a": 1}]\n```]', b'[{"a": 1}]\n', [("leading-text", 0), ("trailing-data", 20)]),
    (b'{"a": {\n  "b": 1\n,\n"c": 2}', b'{"a": {\n  "b": 1\n,\n"c": 2}}', [("json-truncated", 26)]),
    (b'{\n "a": {\n  "b": 1\n ,\n "c": 2\n}', b'{\n "a": {\n  "b": 1}\n ,\n "c": 2\n}', [("missing-closing-bracket", 18)]),
    (b'{\n "a": {\n  "b": 1\n }\n }\n ,"c": 2\n}', b'{\n "a": {\n  "b": 1\n }\n \n ,"c": 2\n}', [("extra-closing-bracket", 23)]),
    (b'{"a": "x"; "b": 1}', b'{"a": "x", "b": 1}', [("unexpected-character", 9)]),
    (b'{"a": "x" + "y", "b": 1}', b'{"a": "xy", "b": 1}', [("unexpected-character", 10)]),
    (b"[\"x\" +\n 'y', 2]", b'["xy", 2]', [("unexpected-character", 5), ("single-quotes", 8)]),
    (b'{"a": """say "hi" """, "b": ""}', b'{"a": "say \\"hi\\" ", "b": ""}', [("python-repr", 6)]),
    ('{"a":\u205f1}'.encode(), b'{"a": 1}', [("unexpected-character", 5)]),
    (b'[{"i":1{"i":2}]', b'[{"i":1},{"i":2}]', [("missing-closing-bracket", 7), ("missing-comma", 7)]),
    (b'{{"a": 1}}', b'{"a": 1}', [("unexpected-character", 1), ("extra-closing-bracket", 9)]),
]


@pytest.mark.parametrize(("text", "mended", "faults"), CASES, ids=[repr(case[0])[2:40] for case in CASES])
def test_case(text, mended, faults):
    examined = examine(text)
    assert examined.repaired == mended
    assert [(fault.kind, fault.offset) for fault in examined.faults] == faults
    assert examined.parsed
    assert examined.value == orjson.loads(mended)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (b"", "empty-body"),
        (b" \n", "empty-body"),
        (b"// only this", "empty-body"),
        (b"model=x&max_tokens=5", "form-encoded"),
        (b"<html><body>502</body></html>", "not-json"),
        (b"model: x\nmax_tokens: 3\n", "not-json"),
        (b"\x1f\x8b\x08\x00\x00", "not-json"),
        (b'--abc\r\nContent-Disposition: form-data; name="x"\r\n\r\n1\r\n--abc--\r\n', "not-json"),
        (b"[" * 1025 + b"]" * 1025, "nesting-too-deep"),
    ],
)
def test_what_cannot_be_mended_is_named_and_left(text, kind):
    examined = examine(text)
    assert kind in [fault.kind for fault in examined.faults]
    assert not examined.parsed


def test_every_kind_can_be_found():
    found = {kind for _, _, faults in CASES for kind, _ in faults}
    found |= {"empty-body", "form-encoded", "not-json", "nesting-too-deep", "missing-key"}
    assert examine(b'{"a":1, :2}').faults[0].kind == "missing-key"
    assert found == KINDS.keys()


@settings(max_examples=300, deadline=None)
@given(value=VALUES, write=WRITERS)
def test_sound_text_has_no_faults_and_stays_as_it_is(value, write):
    text = write(value)
    examined = examine(text)
    if examined.faults:  # a string that holds the whole JSON once more
        assert isinstance(value, str)
    else:
        assert examined.repaired is text
        assert examined.value == orjson.loads(text)


def check(text):
    examined = examine(text)
    try:
        orjson.loads(text)
    except orjson.JSONDecodeError:
        assert examined.faults
    assert apply_edits(text, [edit for fault in examined.faults for edit in fault.edits]) == examined.repaired
    assert len(examined.faults) <= MAX_REPAIRS
    for fault in examined.faults:
        assert 0 <= fault.offset <= fault.end <= len(text) + 1
        assert fault.kind in KINDS
    if examined.parsed and not isinstance(examined.value, str):
        again = examine(examined.repaired)
        assert not again.faults
        assert again.repaired == examined.repaired
    return examined


@settings(max_examples=600, deadline=None)
@given(seed=st.integers(0, 10**6), changes=CHANGES)
def test_any_damage_is_survived(seed, changes):
    rng = random.Random(seed)
    text = changed(rng.choice(LAYOUTS).write(tokens(body(rng)))[0], changes)
    small = check(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cursor, "LARGE_BYTES", 0)
        assert examine(text) == small


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from([*PIECES, b'"a"', b'"a":1', b"null", b"{{x}}", b"...", b"(", b")", b"#", b"`"]), max_size=30))
def test_any_heap_of_tokens_is_survived(parts):
    check(b"".join(parts))


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=80))
def test_any_bytes_are_survived(text):
    check(text)


def test_most_single_damages_are_mended_to_json():
    rng = random.Random(7)
    parsed = total = 0
    for i in range(1500):
        text = LAYOUTS[i % 3].write(tokens(body(rng)))[0]
        at, piece = rng.randrange(1, len(text)), rng.choice(PIECES)
        text = text[:at] + piece + text[at:] if rng.random() < 0.5 else text[:at] + text[at + 1 :]
        total += 1
        parsed += examine(text).parsed
    sys.stdout.write(f"single damages mended to JSON: {parsed}/{total}\n")
    assert parsed >= 0.98 * total


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", range(3))
def test_every_truncation_is_mended_to_json(layout, seed):
    text = layout.write(tokens(body(random.Random(seed))))[0]
    for size in range(1, len(text)):
        examined = check(text[:size])
        assert examined.parsed, text[:size]
        assert "json-truncated" in [fault.kind for fault in examined.faults] or len(examined.faults) == 1


def test_stops_at_a_hundred_and_says_so():
    examined = examine(b"[" + b" ".join([b'"a"'] * 500) + b"]")
    assert len(examined.faults) == MAX_REPAIRS
    assert examined.truncated_check
    assert not examine(b"[" + b" ".join([b'"a"'] * 99) + b"]").truncated_check


def test_a_repr_is_one_fault_however_long():
    value = {"messages": [{"role": "user", "content": "it's"}] * 300, "stream": True}
    examined = examine(repr(value).encode())
    assert [fault.kind for fault in examined.faults] == ["python-repr"]
    assert examined.value == value


@pytest.mark.parametrize("make", REPAIRED.values(), ids=REPAIRED)
def test_work_grows_with_the_text(make):
    examine(make(2_000))  # what is imported or compiled once is none of the cost of the text
    # Four times the text: 16 times the work would be quadratic. `python -m bench growth` times the same texts.
    assert calls(lambda: examine(make(8_000))) < 5.5 * calls(lambda: examine(make(2_000))) + 500
