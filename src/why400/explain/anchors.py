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
    b"ERROR",
    b"xception",
    b"<html",
    b"HTTP/1.1 4",
    b"HTTP/1.1 5",
)
WEAK = (
    # words that the API's sentences have, and other sentences too: the line has to say more
    b"ield required",
    b" should ",
    b"not support",
    b" requires ",
    b"Invocation of",
    b"was not ",
    b"must ",
    b"cannot",
    b"can only be",
    b"may only be",
    b"does not match",
    b"not permitted",
    b"is not ",
    b"is required",
    b"deprecated",
    b"too long",
    b"too large",
    b"oo many ",
    b"xceed",
    b"nvalid ",
    b"isallowed",
    b" rate limit",
    b"verloaded",
    b"not found",
    b"enied",
    b"ot allowed",
    b"disabled",
    b"redit balance",
    b"usage limit",
    b"xtra usage",
    b"sage credits",
    b"ould not ",
    b"nable to ",
    b"ailed to ",
    b"imed out",
    b"timeout",
    b"messages.",
    b"tools.",
    b" 400 ",
    b"rejected",
    b"nexpected ",
    b"unknown variant",
)
ANCHORS: tuple[bytes, ...] = (*STRONG, *WEAK)
# What a line with no more than a weak anchor must have: a name of the API's world, a status, or a message with one.
_CONTEXT = re.compile(
    rb"nthropic|laude|edrock|ertex|API [Ee]rror|/v1/messages|LLM|\breq_"
    rb"|(?:HTTP|[Ss]tatus|[Cc]ode|[Rr]eturn(?:s|ed)|[Gg]ot|[Ff]ailed|->|=>|:)[\"':= (]{0,4}(?:with )?[45]\d\d\b(?!\.)"
)


def is_plausible(data: bytes | bytearray, start: int, end: int, hit: int, sounds_known: Callable[[str], bool] | None) -> bool:
    """Whether the anchor at `hit`, in the line from `start` to `end`, is worth reading what stands around it."""
    if data.startswith(STRONG, hit) or sounds_known is None or _CONTEXT.search(data, start, end) is not None:
        return True
    return sounds_known(data[start:end].decode("utf-8", "replace"))


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
