"""The top level of a tool's schema."""

import re

from hypothesis import given
from hypothesis import strategies as st

from why400.json_schema import top_level_faults
from why400.json_schema.top_level import PROPERTY_KEY


def kinds(schema: object) -> list[str]:
    return [fault.kind for fault in top_level_faults(schema)]


@given(st.lists(st.text(st.characters(codec="ascii") | st.characters(), max_size=70), max_size=6))
def test_keys_agree_with_the_pattern(names: list[str]) -> None:
    """The bulk check equals the pattern, key by key."""
    bad = [name for name in dict.fromkeys(names) if not re.fullmatch(PROPERTY_KEY[1:-1], name)]
    faults = list(top_level_faults({"type": "object", "properties": {name: {} for name in names}}))
    assert [fault.detail["keys"] for fault in faults] == ([bad] if bad else [])


def test_line_breaks_in_keys() -> None:
    """A key may not hide behind the separator of the bulk check."""
    for name in ("a\n", "\n", "a\nb", ""):
        assert kinds({"type": "object", "properties": {name: {}}}) == ["property-key"], name


def test_combinators_count_at_the_top_only() -> None:
    """dev-324: at the top they are refused; below they are fine."""
    assert kinds({"type": "object", "anyOf": [{"required": ["a"]}]}) == ["top-level-combinator"]
    assert kinds({"type": "object", "properties": {"a": {"oneOf": []}, "b": {"properties": {"c d": {}}}}}) == []


def test_type() -> None:
    """dev-332."""
    assert kinds({}) == ["type-missing"]
    assert kinds({"type": "string"}) == ["type-not-object"]
    assert kinds(["type"]) == []
