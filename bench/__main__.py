"""`python -m bench [NAME …]`: measures, and prints each figure beside its goal. Fails on wrong results, never on time."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from bench import broken_json, explain, growth, memory, speed, startup
from bench.row import Row, show, show_heading

BENCHMARKS: dict[str, tuple[str, Callable[[], Iterator[Row]]]] = {
    "valid": ("Ratio to orjson.loads of the same bytes: median of twenty bodies (least to most)", speed.valid),
    "broken": ("The same, with faults in the body", speed.broken),
    "explain": ("Throughput of explain", explain.rows),
    "startup": ("A fresh process, ratio to `python -c pass`", startup.rows),
    "memory": ("Peak of resident memory over what the process had before it read the input", memory.rows),
    "json": ("Broken JSON: share of faults located within two characters, of texts mended to what was meant", broken_json.rows),
    "growth": ("CPU time for four times the input, ratio to that for one", growth.rows),
}


def main() -> None:
    """Runs the benchmarks that are named, or all."""
    unknown = [name for name in sys.argv[1:] if name not in BENCHMARKS]
    if unknown:
        raise SystemExit(f"no benchmark {unknown[0]!r}: one of {', '.join(BENCHMARKS)}")
    for name in sys.argv[1:] or BENCHMARKS:
        heading, rows = BENCHMARKS[name]
        show_heading(f"{name}: {heading}")
        for row in rows():
            show(row)


if __name__ == "__main__":
    main()
