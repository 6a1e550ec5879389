"""What to make of a closing bracket that does not fit: of the ways to mend it the cheapest one that makes sense of what follows.

The brackets that follow at once, and what stands behind them, are read with each way in turn: another one may be missing in front of it, it may be
of the wrong kind, too many, or two may stand in the wrong order. At most `_RUN` brackets are looked at, so each fault costs the same.
"""

import re
from collections.abc import Sequence
from operator import itemgetter
from typing import Final, Literal

Way = Literal["missing", "wrong", "extra", "swapped"]

_RUN: Final = 16
_NEXT = re.compile(rb"[ \t\r\n]*+")
_MEMBER = re.compile(rb",[ \t\r\n]*+[\"'][^\"'\\\n]{0,256}+[\"'][ \t\r\n]*+:")
_ITEM = re.compile(rb",[ \t\r\n]*+[{\[\"'0-9\-]")
_NEXT_OBJECT = re.compile(rb",[ \t\r\n]*+\{[ \t\r\n]*+(\"[^\"\\\n]{0,256}+\")")
_FIRST_OBJECT = re.compile(rb"\[[ \t\r\n]*+\{[ \t\r\n]*+(\"[^\"\\\n]{0,256}+\")")


def way_to_mend(text: bytes, at: int, due: bytes, starts: Sequence[int]) -> Way | None:
    """Name what is wrong with the bracket at `at`; None where no way makes sense.

    `due` are the brackets that should close what is open, outermost first, and `starts` the places where that opens. `at` holds another one.
    """
    run = bytearray()
    end = at
    while len(run) < _RUN and text[end : end + 1] in (b"}", b"]"):
        run.append(text[end])
        match = _NEXT.match(text, end + 1)
        end = match.end() if match else end + 1
    if len(run) == _RUN:
        return None
    brackets = bytes(run)
    ways: list[tuple[float, bytes, Way]] = [(1, brackets[1:], "extra")]
    if due:
        ways.insert(0, (1, due[-1:] + brackets[1:], "wrong"))
    index = due.rfind(brackets[0])
    if index >= 0:
        ways.insert(0, (len(due) - 1 - index, due[:index:-1] + brackets, "missing"))
    costs = [(cost + unlike, way) for cost, closing, way in ways if (unlike := _strangeness(text, end, due, closing, starts)) is not None]
    if costs:
        return min(costs, key=itemgetter(0))[1]
    swapped = brackets[1::-1] + brackets[2:]
    return "swapped" if len(brackets) > 1 and _strangeness(text, end, due, swapped, starts) is not None else None


def reads_on(text: bytes, at: int, due: bytes) -> bool:
    """Tell whether the brackets at `at` close what is due, outermost first, so that what stands behind them fits."""
    run = bytearray()
    while len(run) < _RUN and text[at : at + 1] in (b"}", b"]"):
        run.append(text[at])
        match = _NEXT.match(text, at + 1)
        at = match.end() if match else at + 1
    return bool(run) and _strangeness(text, at, due, bytes(run), [0] * len(due)) is not None


def _strangeness(text: bytes, end: int, due: bytes, closing: bytes, starts: Sequence[int]) -> float | None:
    """None where brackets do not close what is due, or what follows them does not fit what is then open; else 1 for an item unlike its siblings."""
    for bracket in closing:
        if due[-1:] != bytes((bracket,)):
            return None
        due = due[:-1]
    fits = not due
    if end < len(text):
        if _MEMBER.match(text, end):
            fits = due[-1:] == b"}"
        elif _ITEM.match(text, end):
            fits = due[-1:] == b"]"
        else:
            fits = not due and text[end : end + 1] not in (b",", b":")
    if not fits:
        return None
    following = _NEXT_OBJECT.match(text, end)
    first = _FIRST_OBJECT.match(text, starts[len(due) - 1]) if due and following else None
    return float(bool(following and first and following[1] != first[1]))
