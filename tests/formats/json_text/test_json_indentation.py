"""The indentation says where a bracket is missing, too many or of the wrong kind; where it says nothing for sure it is not asked."""

import json
import random

import pytest
from json_bodies import body

from why400.formats.json_text.faults import apply_edits
from why400.formats.json_text.indentation import MAX_BYTES, misplaced_bracket
from why400.formats.json_text.repair import examine


@pytest.mark.parametrize("indent", [1, 2, 4, "\t"])
@pytest.mark.parametrize("seed", range(4))
def test_every_bracket_left_out_of_an_indented_text_is_put_back(seed, indent):
    value = body(random.Random(seed))
    text = json.dumps(value, indent=indent).encode()
    lines = text.split(b"\n")
    for number, line in enumerate(lines[:-1]):
        if line.strip(b" \t,") not in (b"}", b"]"):
            continue
        broken = b"\n".join([*lines[:number], line.replace(b"}", b"").replace(b"]", b""), *lines[number + 1 :]])
        fault = misplaced_bracket(broken)
        assert fault is not None, broken
        assert fault.kind == "missing-closing-bracket"
        assert json.loads(apply_edits(broken, fault.edits)) == value
        assert examine(broken).value == value


@pytest.mark.parametrize("seed", range(4))
def test_every_bracket_of_the_wrong_kind_in_an_indented_text_is_set_right(seed):
    value = body(random.Random(seed))
    lines = json.dumps(value, indent=2).encode().split(b"\n")
    at = 0
    for number, line in enumerate(lines):
        wrong = line.translate(bytes.maketrans(b"}]", b"]}"))
        if line.strip(b" ,") in (b"}", b"]"):
            examined = examine(b"\n".join([*lines[:number], wrong, *lines[number + 1 :]]))
            assert [(fault.kind, fault.offset) for fault in examined.faults] == [
                ("mismatched-bracket", at + len(line) - len(line.lstrip()))
            ]
            assert examined.value == value
        at += len(line) + 1


def test_a_second_bracket_on_the_same_line_is_too_many():
    text = b'{\n  "a": {\n    "b": {\n      "c": 1\n    }},\n    "d": 2\n  }\n}'
    fault = misplaced_bracket(text)
    assert fault is not None
    assert (fault.kind, fault.offset) == ("extra-closing-bracket", text.index(b"}}") + 1)
    assert examine(text).value == {"a": {"b": {"c": 1}, "d": 2}}


def test_other_faults_are_kept_beside_it():
    text = b'{\n  "a": {\n    "b": "C:\\dir",\n  "c": [\n    1\n    2\n  ]\n}\n'
    examined = examine(text)
    assert [(fault.kind, fault.offset) for fault in examined.faults] == [
        ("invalid-escape", text.index(b"\\")),
        ("missing-closing-bracket", text.index(b',\n  "c"')),
        ("missing-comma", text.index(b"\n    2")),
    ]
    assert examined.value == {"a": {"b": "C:\\dir"}, "c": [1, 2]}


@pytest.mark.parametrize(
    "text",
    [
        b'{"a": {"b": 1}',
        b'{\n"a": {\n"b": 1\n,\n"c": 2\n}\n',
        b'{\n  "a": {\n    "b": 1\n',
        b'{\n  "a": [{\n    "b": 1\n  }, {\n    "b": 2\n  }]\n}\n',
        b"[\n]\n]\n]\n}",
        b'[\n"' + b"a" * MAX_BYTES + b'"\n\n\n}',
    ],
    ids=["one line", "no indentation", "cut off", "sound", "more than one", "too large"],
)
def test_it_is_silent_where_it_cannot_tell(text):
    assert misplaced_bracket(text) is None
