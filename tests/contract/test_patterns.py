"""Many strings against a pattern at once: the same as one by one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from why400.contract.patterns import all_match
from why400.contract.views import marks

PATTERNS = sorted(set(marks.PATTERNS.values()))
PARTS = st.sampled_from(["a", "Z", "9", "_", "-", ".", " ", "\n", "é", "\ud800", "srvtoolu_", "x" * 64, "x" * 127, ""])
VALUES = st.lists(st.lists(PARTS, max_size=4).map("".join), max_size=4)


@pytest.mark.parametrize("pattern", PATTERNS)
@given(values=VALUES)
def test_all_match_is_each_one_matching(pattern: str, values: list[str]) -> None:
    one = re.compile(pattern.removeprefix("^").removesuffix("$"))
    assert all_match(pattern)(values) == all(one.fullmatch(value) is not None for value in values)
