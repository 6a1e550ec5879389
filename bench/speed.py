"""`check` against `orjson.loads` of the same bytes: valid bodies, one fault in the last message, a thousand faults."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from statistics import median

import orjson

import why400
from bench import bodies
from bench.bodies import AS_OF, COUNT, SIZES, Size
from bench.peers import jsonschema_accepts, pydantic_value
from bench.row import Row
from bench.timing import Way, medians

GOALS: dict[Size, float] = {"60 KB": 2.0, "1 MB": 1.5, "30 MB": 1.0}
BROKEN_GOAL = 10.0
_ROUNDS: dict[Size, int] = {"60 KB": 60, "1 MB": 15, "30 MB": 5}


def _check(data: bytes) -> object:
    return why400.check(data, as_of=AS_OF)


def valid() -> Iterator[Row]:
    """Twenty valid bodies of each size, with the peers beside."""
    ways: dict[str, Way] = {"orjson": orjson.loads, "why400": _check, "jsonschema-rs": jsonschema_accepts, "pydantic-core": pydantic_value}
    for size in SIZES:
        found = _ratios(size, bodies.body, ways, _assert_valid)
        yield _row(f"check, valid, {size}", found["why400"], GOALS[size])
        yield _row(f"  peer: orjson + jsonschema-rs, schema alone, {size}", found["jsonschema-rs"], None)
        yield _row(f"  peer: pydantic-core from JSON, schema alone, {size}", found["pydantic-core"], None)


def broken() -> Iterator[Row]:
    """The same bodies with faults."""
    ways: dict[str, Way] = {"orjson": orjson.loads, "why400": _check}
    for size in SIZES:
        yield _row(
            f"check, one fault in the last message, {size}",
            _ratios(size, bodies.with_one_fault, ways, _assert_broken)["why400"],
            BROKEN_GOAL,
        )
    for size in SIZES[:2]:
        yield _row(f"check, 1,000 faults, {size}", _ratios(size, bodies.with_many_faults, ways, _assert_broken)["why400"], BROKEN_GOAL)


def _ratios(
    size: Size, make: Callable[[Size, int], bytes], ways: dict[str, Way], assure: Callable[[bytes, str], None]
) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(COUNT):
        data = make(size, number)
        assure(data, f"{size} number {number}")
        times = medians(ways, data, _ROUNDS[size])
        for name, spent in times.items():
            found[name].append(spent / times["orjson"])
    return found


def _assert_valid(data: bytes, what: str) -> None:
    findings = why400.check(data, as_of=AS_OF)
    assert not findings, f"the body of {what} is not clean: {findings[0].rule} at {findings[0].pointer}: {findings[0].cause}"
    assert jsonschema_accepts(data), f"the body of {what} is not valid for jsonschema-rs"
    pydantic_value(data)


def _assert_broken(data: bytes, what: str) -> None:
    assert why400.check(data, as_of=AS_OF), f"the body of {what} has a fault that is not found"


def _row(name: str, ratios: list[float], goal: float | None) -> Row:
    return Row(name, median(ratios), goal=goal, note=f"{min(ratios):.2f} to {max(ratios):.2f}")
