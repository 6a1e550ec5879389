"""Megabytes a second through `explain`, on one core."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from time import process_time

import why400
from bench.logs import log
from bench.row import Row

_RUNS = 3


def rows() -> Iterator[Row]:
    """A log with one error per hundred lines, and one of nothing but errors."""
    yield _throughput("explain, one error per 100 lines", log(8_000_000, 100), 20.0)
    yield _throughput("explain, nothing but errors", log(1_000_000, 1), 2.0)
    yield _throughput("explain, no error at all", log(8_000_000, 10**9), None)


def _throughput(name: str, data: bytes, goal: float | None) -> Row:
    found = why400.explain(data[:100_000])  # warm
    spent = []
    for _ in range(_RUNS):
        start = process_time()
        found = why400.explain(data)
        spent.append(process_time() - start)
    return Row(
        name,
        len(data) / 1e6 / median(spent),
        "MB/s",
        goal,
        at_least=True,
        note=f"{len(found)} kinds, {sum(one.count for one in found)} errors",
    )
