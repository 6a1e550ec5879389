"""Fuzzes every reader, the checks and explain with atheris: no exception but Why400Error, no input that takes long.

`python -m tools.fuzz SECONDS [CORPUS_FOLDER]`; needs `pip install atheris`, which is no part of the locked environment.
"""

import importlib
import pkgutil
import sys
import time
from pathlib import Path

import atheris  # type: ignore[import-untyped]  # no part of the locked environment

with atheris.instrument_imports(include=["why400"]):
    import why400
    from why400 import explain, formats
    from why400.errors import Why400Error
    from why400.formats.read import KINDS, read_all, recognise

    for _name in ("why400.check.slow", *(found.name for found in pkgutil.walk_packages(formats.__path__, "why400.formats."))):
        importlib.import_module(_name)  # loaded here, so that their branches count

SAMPLES = Path(__file__).parent.parent / "tests/formats/samples"
AS_OF = "2026-11-24"
_SLOW = 2.0  # seconds of CPU for an input of at most 64 KB


def _load(_: str) -> bytes:
    return b"{}"


def one(data: bytes) -> None:
    """Reads the data in every way; raises RuntimeError where that takes long."""
    start = time.process_time()
    recognise(data)
    for kind in (None, *KINDS):
        try:
            requests = read_all(data, source="x", as_=kind, load=_load)
        except Why400Error:
            continue
        for given in requests[:3]:
            why400.check(given.request.body if given.body_only else given.request, as_of=AS_OF)
    explain(data)
    spent = time.process_time() - start
    if spent > _SLOW:
        raise RuntimeError(f"{spent:.1f} s of CPU for {len(data)} bytes")


def main() -> None:
    """Runs until the time is over or an input fails; atheris writes that input to a file."""
    seconds, *folders = sys.argv[1:] or ["60"]
    arguments = [sys.argv[0], f"-max_total_time={seconds}", "-max_len=65536", "-timeout=20", "-rss_limit_mb=4096"]
    atheris.Setup([*arguments, *folders, str(SAMPLES)], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
