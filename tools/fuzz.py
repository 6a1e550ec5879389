"""Fuzzes one reader with the checks behind it, or explain, with atheris: no exception but Why400Error, no input that takes long.

`python -m tools.fuzz TARGET SECONDS FOLDER`; TARGET is a format, `any` (recognised by itself) or `explain`. What gets further is kept in
FOLDER, to go on from there; it begins with the tests' samples. Needs `pip install atheris`, which is no part of the locked environment.
"""

import importlib
import json
import pkgutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import atheris  # type: ignore[import-untyped]  # no part of the locked environment

with atheris.instrument_imports(include=["why400"]):
    import why400
    from why400 import explain, formats
    from why400.errors import Why400Error
    from why400.formats.read import KINDS, read_all, recognise

    for _name in ("why400.check.slow", *(found.name for found in pkgutil.walk_packages(formats.__path__, "why400.formats."))):
        importlib.import_module(_name)  # loaded here, so that their branches count

TESTS = Path(__file__).parent.parent / "tests"
AS_OF = "2026-11-24"
TARGETS = (*KINDS, "any", "explain")
_SLOW = 2.0  # seconds of CPU for an input of at most 64 KB


def _load(_: str) -> bytes:
    return b"{}"


def samples() -> Iterator[bytes]:
    """What the tests read: files of every format, commands, requests, and pasted errors."""
    for path in sorted((TESTS / "formats/samples").iterdir()):
        data = path.read_bytes()
        yield data
        if path.name.endswith("_commands.json"):
            for case in json.loads(data)["cases"]:
                yield case["command"].encode()
    for line in (TESTS / "recordings/public.jsonl").read_bytes().splitlines():
        row = json.loads(line)
        yield row["body"].encode()
        headers = "".join(f"{name}: {value}\r\n" for name, value in row["headers"].items())
        yield f"{row['method']} {row['url']} HTTP/1.1\r\n{headers}\r\n{row['body']}".encode()
        yield json.dumps({"custom_id": "row-1", "params": json.loads(row["body"] or "{}")}).encode()
    for line in (TESTS / "explain/unseen.jsonl").read_bytes().splitlines():
        yield json.loads(line)["raw"].encode()


def read_and_check(data: bytes, kind: str | None) -> None:
    """Reads the data as that kind and checks what was in it."""
    if kind is None:
        recognise(data)
    try:
        requests = read_all(data, source="x", as_=kind, load=_load)
    except Why400Error:
        return
    for given in requests[:3]:
        why400.check(given.request.body if given.body_only else given.request, as_of=AS_OF)


def one(data: bytes, target: str) -> None:
    """Gives the data to the target; raises RuntimeError where that takes long."""
    start = time.process_time()
    if target == "explain":
        explain(data)
    else:
        read_and_check(data, None if target == "any" else target)
    spent = time.process_time() - start
    if spent > _SLOW:
        raise RuntimeError(f"{spent:.1f} s of CPU for {len(data)} bytes")


def main() -> None:
    """Runs until the time is over or an input fails; atheris writes that input to a file."""
    if len(sys.argv) != 4:
        raise SystemExit("usage: python -m tools.fuzz TARGET SECONDS FOLDER")
    target, seconds, folder = sys.argv[1:]
    if target not in TARGETS:
        raise SystemExit(f"unknown target {target!r}: known are {', '.join(TARGETS)}")
    Path(folder).mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(samples()):
        (Path(folder) / f"sample-{number}").write_bytes(data)
    arguments = [sys.argv[0], f"-max_total_time={seconds}", "-max_len=65536", "-timeout=20", "-rss_limit_mb=4096"]
    atheris.Setup([*arguments, folder], lambda data: one(data, target))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
