"""JSON that something has wrapped as a whole, or printed as another language would write it."""

import orjson
import pytest

from why400.formats.json_text.repair import examine

BODY = b'{\n  "a": [{"r": "u v"}],\n  "b": 1\n}'
ONE_LINE = b'{"a": [{"r": "u v"}], "b": 1}'

WRAPPED = [
    (ONE_LINE.replace(b'"', b'`"'), "escaped-quotes", 1),
    (ONE_LINE.replace(b'"', b'^"'), "escaped-quotes", 1),
    (ONE_LINE.replace(b'"', b'""'), "escaped-quotes", 1),
    (ONE_LINE.replace(b'"', b"&quot;"), "escaped-quotes", 1),
    (ONE_LINE.replace(b'"', b"\\u0022"), "escaped-quotes", 1),
    (b"%7B%22a%22:[%7B%22r%22:%22u%20v%22%7D],%22b%22:1%7D", "escaped-quotes", 0),
    (b"b'" + ONE_LINE + b"'", "python-repr", 0),
    (b"b'" + BODY.replace(b"\n", b"\\n") + b"'", "python-repr", 0),
    (b"> " + BODY.replace(b"\n", b"\n> "), "leading-text", 0),
    (b"+" + BODY.replace(b"\n", b"\n+"), "leading-text", 0),
    (b"\n".join(b"%3d  %s" % (number, line) for number, line in enumerate(BODY.split(b"\n"), 1)), "leading-text", 0),
    (b"\n".join(b"%d | %s" % (number, line) for number, line in enumerate(BODY.split(b"\n"), 1)), "leading-text", 0),
    (BODY.replace(b'"a"', b'\x1b[34;1m"a"\x1b[0m').replace(b'"b"', b'\x1b[34;1m"b"\x1b[0m'), "unexpected-character", 4),
    (b"-d '" + ONE_LINE, "leading-text", 0),
    (b"2026-03-01T12:00:00Z DEBUG [api] request body: " + ONE_LINE, "leading-text", 0),
    (orjson.dumps(orjson.dumps(ONE_LINE.decode()).decode()), "double-encoded", 0),
]


@pytest.mark.parametrize(("text", "kind", "offset"), WRAPPED)
def test_what_is_wrapped_around_goes_and_nothing_else(text: bytes, kind: str, offset: int) -> None:
    done = examine(text)
    assert [(fault.kind, fault.offset) for fault in done.faults] == [(kind, offset)]
    assert orjson.loads(done.repaired) == orjson.loads(BODY)


def test_a_fence_ends_json_that_is_not_complete() -> None:
    done = examine(b'Here it is:\n```json\n{"a": "b ```c```",\n "d": ["e"\n```\nThat is all.')
    assert done.value == {"a": "b ```c```", "d": ["e"]}


def test_marks_in_front_of_some_lines_only_are_none() -> None:
    """A line of the text may begin with a number."""
    text = b'{"a": [\n1 , 2,\n3 4]}'
    assert examine(text).value == {"a": [1, 2, 3, 4]}


def test_colours_within_strings_stay() -> None:
    done = examine(b'{"a": "\x1b[31mred\x1b[0m"}')
    assert done.value == {"a": "\x1b[31mred\x1b[0m"}


LANGUAGES = [
    (b'{:a=>"b", :c=>[{:d=>nil}]}', {"a": "b", "c": [{"d": None}]}),
    (b"['a' => 'b', 'c' => [['d' => 1], 'e']]", {"a": "b", "c": [{"d": 1}, "e"]}),
    (b"array('a' => 'b', 'c' => array(array('d' => 1), 'e'))", {"a": "b", "c": [{"d": 1}, "e"]}),
    (b"{'c': [TextBlock(citations=None, text='it', type='text')]}", {"c": [{"citations": None, "text": "it", "type": "text"}]}),
    (b'%{a: "b", c: [%{d: 1}]}', {"a": "b", "c": [{"d": 1}]}),
    (b'model="m", max_tokens=5, messages=[{"role": "user"}]', {"model": "m", "max_tokens": 5, "messages": [{"role": "user"}]}),
    ('{"a"：1， "b"：[2]}'.encode(), {"a": 1, "b": [2]}),
    (b'{"a": 1, -- why\n "b": [2]}', {"a": 1, "b": [2]}),
    (b'{\\r\\n"a": "b",\\r\\n "c": \\n[1]\\r\\n}', {"a": "b", "c": [1]}),
    (b'{<br>\n"a": "b",<br>\n"c": 1<br>\n}', {"a": "b", "c": 1}),
    (b'{"a": [{% for x in y %}{"b": 1},{% endfor %}], {{#if c}}"c": 2{{/if}}}', {"a": [{"b": 1}], "c": 2}),
    (b'{"a": {{ $json["x"] || 5 }}, "b": #{n}}', {"a": '{{ $json["x"] || 5 }}', "b": "#{n}"}),
]


@pytest.mark.parametrize(("text", "meant"), LANGUAGES)
def test_what_another_language_writes_is_read(text: bytes, meant: object) -> None:
    assert examine(text).value == meant


def test_printed_objects_are_a_guess_and_a_go_map_is_none() -> None:
    printed = examine(b"{'c': [TextBlock(text='it', type='text')], 'd': None}")
    assert [(fault.kind, fault.certain) for fault in printed.faults] == [("python-repr", False)]
    assert [(fault.kind, fault.edits) for fault in examine(b"map[a:1 b:map[c:2]]").faults] == [("not-json", ())]
