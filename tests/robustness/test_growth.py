"""Work and memory grow with the input and no faster. Counted, not timed: calls of functions, and bytes held at most."""

import sys
import tracemalloc
from collections.abc import Callable

import pytest

import why400
from bench.hostile import CHECKED, EXPLAINED, faulty_blocks, unanswered_calls, unknown_keys
from tests.robustness.good import AS_OF

MOST = 5.5
"""For four times the input; a quadratic share shows as up to 16."""


def calls(way: Callable[[], object]) -> int:
    count = 0

    def called(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        way()
    finally:
        sys.setprofile(None)
    return count


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


KNOWN_HELD = pytest.mark.xfail(reason="each violation holds a tuple of all members of its object")
KNOWN_FIX = pytest.mark.xfail(reason="fix locates the places of each edit anew")
WAYS = [
    *(pytest.param(check, make, size, id=f"check, {name}") for name, (make, size) in CHECKED.items()),
    *(pytest.param(why400.explain, make, size, id=f"explain, {name}") for name, (make, size) in EXPLAINED.items()),
]


CASES = [
    pytest.param(
        *case.values,
        measure,
        marks=KNOWN_HELD if (case.id, measure) == ("check, unknown members", held) else (),
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
    way(small)  # what is imported or compiled once is none of the input's cost
    one, four = measure(lambda: way(small)), measure(lambda: way(large))
    assert four <= MOST * one + 2_000, f"{one} and {four}"


@pytest.mark.parametrize("make", [pytest.param(make, marks=KNOWN_FIX) for make in (unanswered_calls, unknown_keys, faulty_blocks)])
def test_fix_of_four_times_the_faults_costs_about_four_times(make: Callable[[int], bytes]) -> None:
    small, large = make(25), make(100)
    mend(small)
    assert calls(lambda: mend(large)) <= MOST * calls(lambda: mend(small))
