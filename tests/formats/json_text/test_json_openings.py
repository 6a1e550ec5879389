"""Brackets that are missing or wrong where something opens; quotes, commas and colons that stand for others."""

import pytest

from why400.formats.json_text import openings
from why400.formats.json_text.repair import examine
from why400.formats.json_text.tokens import container_end

# text, mended text, the faults with their places and whether they are certain
CASES = [
    (b'{"m":{"r":1},{"r":2}],"n":1}', b'{"m":[{"r":1},{"r":2}],"n":1}', [("missing-opening-bracket", 5, True)]),
    (b'{"m":[{"c":{"t":1},{"t":2}]},{"c":3}]}', b'{"m":[{"c":[{"t":1},{"t":2}]},{"c":3}]}', [("missing-opening-bracket", 11, True)]),
    (b'{"m":["r":1,"c":2},{"r":3}]}', b'{"m":[{"r":1,"c":2},{"r":3}]}', [("missing-opening-bracket", 6, True)]),
    (b'{"m":{{"r":1},{"r":2}],"n":1}', b'{"m":[{"r":1},{"r":2}],"n":1}', [("mismatched-bracket", 5, True)]),
    (b'{"r":"a","b"],"e":1}', b'{"r":["a","b"],"e":1}', [("missing-opening-bracket", 5, True)]),
    (b'[{"i":"q":1,"l":2}},{"z":1}]', b'[{"i":{"q":1,"l":2}},{"z":1}]', [("missing-opening-bracket", 6, True)]),
    (b'{"f":[{"b":{"z":{},{"f":1}]}', b'{"f":[{"b":{"z":{}}},{"f":1}]}', [("missing-closing-bracket", 18, True)]),
    (b'{"a"": 1, ""b": 2}', b'{"a": 1, "b": 2}', [("unexpected-character", 4, False), ("unexpected-character", 10, True)]),
    (b'{"a": "user"", "b": 12"}', b'{"a": "user", "b": 12}', [("unexpected-character", 12, False), ("unexpected-character", 22, False)]),
    (b'{"a": "27"", "b": 1}', b'{"a": "27\\"", "b": 1}', [("unescaped-quote", 9, False)]),
    (b'{"a": "try 65", which are good" }', b'{"a": "try 65\\", which are good" }', [("unescaped-quote", 13, False)]),
    (b'{"a": 1,024, "b": 0,7}', b'{"a": 1024, "b": 0.7}', [("number-malformed", 6, False), ("number-malformed", 18, False)]),
    (b'{"a": Hello, you, "b": 1}', b'{"a": "Hello, you", "b": 1}', [("unquoted-value", 6, False)]),
    (b'{"a": say "hi" now, "b": 1}', b'{"a": "say \\"hi\\" now", "b": 1}', [("unquoted-value", 6, False)]),
    (b'{"a":: 1, "b", 0.2}', b'{"a": 1, "b": 0.2}', [("unexpected-character", 5, True), ("missing-colon", 13, False)]),
    (b'{"role: user", "c": 1}', b'{"role": "user", "c": 1}', [("missing-quote", 6, False)]),
    (b'{"a": 1.\n"b": 2}', b'{"a": 1,\n"b": 2}', [("unexpected-character", 7, True)]),
    (b'{"a": \'b",\n"c": 1}', b'{"a": "b",\n"c": 1}', [("single-quotes", 6, True)]),
    (b'{"a": "it\'\\\'\'s"}', b'{"a": "it\'s"}', [("invalid-escape", 10, True)]),
    (b'{"a": "\\$5"}', b'{"a": "\\\\$5"}', [("invalid-escape", 7, False)]),
    (b'{}{"a": 1}', b'{"a": 1}', [("two-documents", 2, True)]),
    (
        b'{"a": "As JSON: {"b": "...", "c": 1}", "d": 2}',
        b'{"a": "As JSON: {\\"b\\": \\"...\\", \\"c\\": 1}", "d": 2}',
        [("unescaped-quote", 17, False)],
    ),
]


@pytest.mark.parametrize(("text", "mended", "faults"), CASES)
def test_the_mend_is_the_least_one(text: bytes, mended: bytes, faults: list[tuple[str, int, bool]]) -> None:
    done = examine(text)
    assert done.repaired == mended
    assert done.parsed
    found = [(fault.kind, fault.offset, fault.certain) for fault in done.faults]
    assert found == faults


@pytest.mark.parametrize("count", [40, 400])
def test_looking_ahead_does_not_grow_with_the_faults(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of many objects that lack a bracket is a fault; how often it is looked ahead for them is limited."""
    looks: list[object] = []

    def counted(text: bytes, at: int, depth: int, most: int) -> int:
        looks.append(most)
        return container_end(text, at, depth, most)

    monkeypatch.setattr(openings, "container_end", counted)
    examine(b'{"m": ' + b'{{"r": 1}, ' * count)
    assert 0 < len(looks) <= 16
