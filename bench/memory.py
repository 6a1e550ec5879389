"""Peak resident memory of a process that checks a body, over the same process that only parses or reads it.

A child imports every rule, warms up on small bodies, gives freed memory back, resets the kernel's high-water mark, reads the
file and does its one job.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import orjson

from bench import bodies, hostile
from bench.bodies import SIZES
from bench.row import Row

_NUMBERS = (0, 5, 8, 13)
_CHILD = """
import ctypes, gc, re, sys
from pathlib import Path
import orjson, why400
from why400 import check
from why400.rules.catalogue import catalogue, load
job = {"check": lambda data: check(data, as_of="2026-11-24"), "loads": orjson.loads, "read": len}[sys.argv[1]]
small = b'{"model": "claude-sonnet-5", "max_tokens": 10, "messages": [{"role": "user", "content": "a"}]}'
broken = small.replace(b"10", b'"10", "colour": 1')
for slug in catalogue():
    load(slug)
for _ in range(3):
    check(small, as_of="2026-11-24"), check(broken, as_of="2026-11-24"), check(broken[:-3], as_of="2026-11-24"), orjson.loads(small)
gc.collect()
ctypes.CDLL(None).malloc_trim(0)
Path("/proc/self/clear_refs").write_text("5")
def status(name):
    return int(re.search(name + r":\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1]) * 1024
before = status("VmRSS")
data = Path(sys.argv[2]).read_bytes()
result = job(data)
print(status("VmHWM") - before)
"""


def rows() -> Iterator[Row]:
    """The valid bodies (against their size, and against orjson), then hostile ones."""
    if not Path("/proc/self/clear_refs").exists():
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "body")
        for size in SIZES:
            of_size, of_loads = [], []
            for number in _NUMBERS:
                data = bodies.body(size, number)
                file.write_bytes(data)
                peak = _peak("check", file)
                of_size.append(peak / len(data))
                of_loads.append(peak / max(_peak("loads", file), len(data)))
            yield Row(f"peak memory, valid, {size}, of the input's size", median(of_size), goal=4.0, note=f"most {max(of_size):.2f}")
            yield Row(f"peak memory, valid, {size}, of orjson.loads", median(of_loads), goal=2.0, note=f"most {max(of_loads):.2f}")
        for name, (make, count) in hostile.CHECKED.items():
            data = make(4 * count)
            file.write_bytes(data)
            base = "loads" if _parses(data) else "read"
            peak, least = _peak("check", file), max(_peak(base, file), len(data))  # freed memory may hide a small file
            yield Row(
                f"peak memory, {name}, of {'orjson.loads' if base == 'loads' else 'reading it'}", peak / least, goal=2.0,
                note=f"{peak / 1e6:.1f} against {least / 1e6:.1f} MB, input {len(data) / 1e6:.1f}",
            )  # fmt: skip


def _parses(data: bytes) -> bool:
    try:
        orjson.loads(data)
    except orjson.JSONDecodeError:
        return False
    return True


def _peak(job: str, file: Path) -> int:
    done = subprocess.run([sys.executable, "-c", _CHILD, job, str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return max(int(done.stdout), 4096)
