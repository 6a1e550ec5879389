"""Work and memory grow with the input and no faster. Counted, not timed: calls of functions, and bytes held at most."""

import tracemalloc
from collections.abc import Callable

import pytest

import why400
from bench.hostile import CHECKED, EXPLAINED, faulty_blocks, unanswered_calls, unknown_keys
from tests.robustness.counted import calls
from tests.robustness.good import AS_OF

MOST = 5.5
"""For four times the input; a quadratic share shows as up to 16."""


def held(way: Callable[[], object]) -> int:
    tracemalloc.start()
    try:
        way()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def check(data: bytes) -> object:
    return why400.check(data, as_of=AS_OF)


def mend(data: bytes) -> object:
    return why400.fix(data, unsafe=True, as_of=AS_OF)


WAYS = [
    *(pytest.param(check, make, size, id=f"check, {name}") for name, (make, size) in CHECKED.items()),
    *(pytest.param(why400.explain, make, size, id=f"explain, {name}") for name, (make, size) in EXPLAINED.items()),
]


CASES = [
    pytest.param(
        *case.values,
        measure,
        id=f"{case.id}, {measure.__name__}",
    )
    for case in WAYS
    for measure in (calls, held)
]


@pytest.mark.parametrize(("way", "make", "size", "measure"), CASES)
def test_four_times_the_input_costs_about_four_times(
    way: Callable[[bytes], object], make: Callable[[int], bytes], size: int, measure: Callable[[Callable[[], object]], int]
) -> None:
    small, large = make(size // 10), make(4 * (size // 10))
    for data in (small, large):  # what is imported or compiled once is none of the cost of the input
        way(data)
    one, four = measure(lambda: way(small)), measure(lambda: way(large))
    assert four <= MOST * one + 2_000, f"{one} and {four}"


@pytest.mark.parametrize("make", [pytest.param(make) for make in (unanswered_calls, unknown_keys, faulty_blocks)])
def test_fix_of_four_times_the_faults_costs_about_four_times(make: Callable[[int], bytes]) -> None:
    small, large = make(25), make(100)
    mend(small)
    assert calls(lambda: mend(large)) <= MOST * calls(lambda: mend(small))
