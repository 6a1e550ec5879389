"""Fresh processes: what the command costs beside an empty Python. Interleaved, medians, byte code written before."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.row import Row

_RUNS = 15
_SMALL = b'{"model": "claude-sonnet-5", "max_tokens": 1024, "messages": [{"role": "user", "content": "Hello"}]}'
_BROKEN = _SMALL.replace(b"1024", b'"1024"')
_ERROR = b'{"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: Field required"}}'


def rows() -> Iterator[Row]:
    """The version, a clean small file, one with a fault, one error explained."""
    command = str(Path(sys.executable).with_name("why400"))
    with tempfile.TemporaryDirectory() as folder:
        small, broken, error = (Path(folder, name) for name in ("small.json", "broken.json", "error.txt"))
        small.write_bytes(_SMALL)
        broken.write_bytes(_BROKEN)
        error.write_bytes(_ERROR)
        commands = {
            "bare": [sys.executable, "-c", "pass"],
            "version": [command, "--version"],
            "small": [command, "check", str(small)],
            "broken": [command, "check", str(broken)],
            "explain": [command, "explain", str(error)],
        }
        times = _medians(commands)
    bare = times["bare"]
    milliseconds = {name: f"{spent * 1000:.0f} ms against {bare * 1000:.0f}" for name, spent in times.items()}
    yield Row("why400 --version", times["version"] / bare, goal=5.0, note=milliseconds["version"])
    yield Row("why400 check small.json, clean", times["small"] / bare, goal=10.0, note=milliseconds["small"])
    yield Row("why400 check small.json, one fault", times["broken"] / bare, goal=10.0, note=milliseconds["broken"])
    yield Row("why400 explain error.txt", times["explain"] / bare, note=milliseconds["explain"])


def _medians(commands: dict[str, list[str]]) -> dict[str, float]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(_RUNS + 2):
        for name, command in commands.items():
            start = perf_counter()
            done = subprocess.run(command, env=environment, capture_output=True, check=False)
            spent = perf_counter() - start
            assert done.returncode in (0, 1), done.stderr.decode()
            if turn >= 2:  # the first runs write the byte code and fill the caches
                times[name].append(spent)
    return {name: median(found) for name, found in times.items()}
