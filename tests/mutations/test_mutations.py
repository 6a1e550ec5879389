"""The rules against faults that someone planted who has not read them."""

from __future__ import annotations

import pytest

from . import all_mutators
from .checking import check, errors
from .measure import measure, shown, table
from .originals import Original, bases, originals
from .planted import AS_OF

GOAL = 0.99


@pytest.mark.parametrize("original", originals(), ids=lambda original: original.id)
def test_recorded_request_is_clean_as_of_its_day(original: Original) -> None:
    assert [shown(finding) for finding in errors(original, original.date)] == []


@pytest.mark.parametrize("original", bases(), ids=lambda original: original.id)
def test_ported_request_is_clean_before_a_fault_is_planted(original: Original) -> None:
    assert [shown(finding) for finding in errors(original, AS_OF)] == []


def test_planted_faults_are_found_where_and_as_the_api_says() -> None:
    lines, share = table(measure(all_mutators(), check))
    assert share >= GOAL, "\n".join(lines)
