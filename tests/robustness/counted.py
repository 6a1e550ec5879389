"""Work that is counted, not timed, so that a busy machine fails no test."""

import sys
from collections.abc import Callable


def calls(way: Callable[[], object]) -> int:
    """How many functions, of Python or of C, are called meanwhile."""
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
