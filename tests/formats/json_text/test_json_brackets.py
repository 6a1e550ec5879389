"""Of the ways to mend a bracket the cheapest that makes sense of what follows is taken."""

import pytest

from why400.formats.json_text.brackets import way_to_mend


def way(text, due):
    """`text` with `|` in front of the bracket; `due` are the brackets that should follow, outermost first; what is open begins at the `[`s and `{`s."""
    at = text.index(b"|")
    text = text.replace(b"|", b"")
    starts = [place for place in range(at) if text[place] in b"[{"][-len(due) :]
    return way_to_mend(text, at, due, starts)


@pytest.mark.parametrize(
    ("text", "due", "expected"),
    [
        (b'{"a":[1|}', b"}]", "missing"),
        (b'{"a":[1|},"b":2}', b"}]", "wrong"),
        (b'{"a":{"b":1|],"c":2}', b"}}", "wrong"),
        (b'{"a":[1|}]}', b"}]", "extra"),
        (b'[{"a":[1|}],{"a":2}]', b"]}]", "swapped"),
        (b'[{"a":[1|}},{"a":[]}]', b"]}]", "wrong"),
        (b'[[{"b":1|],[]]', b"]]}", "missing"),
        (b'{"a":[1|}}}}]', b"}]", None),
        (b'{"a":[1|' + b"}" * 40, b"}]", None),
    ],
)
def test_the_cheapest_way_that_makes_sense(text, due, expected):
    assert way(text, due) == expected


@pytest.mark.parametrize(("key", "expected"), [(b"t", "extra"), (b"r", "missing")])
def test_the_next_object_belongs_to_those_that_begin_like_it(key, expected):
    text = b'{"m":[{"r":1,"c":[{"t":1}},{"' + key + b'":2}]}'
    at = text.index(b"}}") + 1
    assert way_to_mend(text, at, b"}]}]", [0, text.index(b"["), text.index(b'{"r"'), text.index(b'[{"t"')]) == expected
