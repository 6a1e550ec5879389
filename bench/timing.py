"""Ratios of several ways to treat the same bytes: interleaved, medians, warm, the collector off for all (as `timeit` has it)."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter

Way = Callable[[bytes], object]


_SECONDS = 1.5
_LEAST = 3


def medians(ways: Mapping[str, Way], data: bytes, rounds: int) -> dict[str, float]:
    """Seconds of each way on the data; in every round each has its turn, in changing order. Slow ways get fewer rounds."""
    for way in ways.values():
        way(data)
    until = perf_counter() + _SECONDS
    times: dict[str, list[float]] = {name: [] for name in ways}
    names = list(ways)
    enabled = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        for turn in range(rounds):
            if turn >= _LEAST and perf_counter() > until:
                break
            shift = turn % len(names)
            for name in names[shift:] + names[:shift]:
                way = ways[name]
                start = perf_counter()
                way(data)  # what it returns is freed at once, inside the time, as `timeit` has it: a check frees its own tree too
                times[name].append(perf_counter() - start)
            if turn % 16 == 15:
                gc.collect()
    finally:
        if enabled:
            gc.enable()
    return {name: median(found) for name, found in times.items()}
