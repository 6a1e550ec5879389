"""Work that is counted, not timed, so that a busy machine fails no test.

What one call into C does is one step here, whatever it costs: that is timed in `bench growth`.
"""

import sys
from collections.abc import Callable
from types import FrameType


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


def lines(way: Callable[[], object]) -> int:
    """How many lines of Python are run meanwhile: sees loops that call nothing, too."""
    count = 0

    def ran(frame: FrameType, event: str, argument: object) -> object:
        nonlocal count
        count += event == "line"
        return ran

    before = sys.gettrace()
    sys.settrace(ran)
    try:
        way()
    finally:
        sys.settrace(before)
    return count
