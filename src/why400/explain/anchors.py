"""The cheap pass over the whole text: where an error may stand.

Each anchor is a plain substring, sought with `bytes.find` (gigabytes a second, no false match cost); all costly
work happens around the hits. Anchors are words that ordinary log lines of a healthy service rarely contain.
"""

import re
from collections.abc import Callable, Iterable
from heapq import heapify, heappop, heapreplace

STRONG = (
    # whatever carries an error
    b"rror",
    b"xception",
    b"<html",
    b"HTTP/1.1 4",
    b"HTTP/1.1 5",
)
WEAK = (
    # words that the API's sentences have, and other sentences too: the line has to say more
    b"ERROR",
    b"require",
    b" only be",
    b"oo ",
    b"e limit",
    b"redit",
    b" should ",
    b"not support",
    b"Invocation of",
    b"was not ",
    b"must ",
    b"cannot",
    b"does not match",
    b"permitted",
    b"is not ",
    b"deprecated",
    b"xceed",
    b"nvalid ",
    b"isallowed",
    b"verloaded",
    b"not found",
    b"enied",
    b"ot allowed",
    b"disabled",
    b"xtra usage",
    b"ould not ",
    b"nable to ",
    b"ailed to ",
    b"imed out",
    b"timeout",
    b" 400 ",
    b"rejected",
    b"nexpected ",
    b"unknown variant",
)
ANCHORS: tuple[bytes, ...] = (*STRONG, *WEAK)
# What a line with no more than a weak anchor must have: a name of the API's world, a status, or a message with one.
_NAMES = (b"nthropic", b"laude", b"edrock", b"ertex", b"API ", b"/v1/messages", b"LLM", b"req_")
_NUMBER = re.compile(rb"(?<=[\"': =(>])[45]\d\d\b(?![.,\w])")
_LABEL = re.compile(rb"(?:HTTP|[Ss]tatus|[Cc]ode|[Rr]eturn(?:s|ed)|[Gg]ot|[Ff]ailed|[Ww]ith|->|=>|:)[\"': =(]{1,4}$")
_LOST = b" \t\r\n`*"


def is_plausible(data: bytes | bytearray, start: int, end: int, hit: int, sounds_known: Callable[[str], bool] | None) -> bool:
    """Whether the anchor at `hit`, in the line from `start` to `end`, is worth reading what stands around it."""
    if data.startswith(STRONG, hit) or sounds_known is None:
        return True
    line = data[start:end]
    if any(name in line for name in _NAMES):
        return True
    for number in _NUMBER.finditer(line):
        if _LABEL.search(line, max(0, number.start() - 14), number.start()) is not None:
            return True
    return sounds_known(line.translate(None, _LOST).decode("utf-8", "replace"))


class AnchorScan:
    """Finds the next anchor at or after an offset; each anchor's next place is remembered, so a scan is linear."""

    __slots__ = ("_data", "_heap")

    def __init__(self, data: bytes | bytearray, anchors: Iterable[bytes] = ANCHORS) -> None:
        self._data = data
        self._heap = [(at, anchor) for anchor in anchors if (at := data.find(anchor)) >= 0]
        heapify(self._heap)

    def next_from(self, offset: int) -> int:
        """The offset of the first anchor at or after `offset`, or -1."""
        heap = self._heap
        while heap and heap[0][0] < offset:
            anchor = heap[0][1]
            at = self._data.find(anchor, offset)
            if at < 0:
                heappop(heap)
            else:
                heapreplace(heap, (at, anchor))
        return heap[0][0] if heap else -1
