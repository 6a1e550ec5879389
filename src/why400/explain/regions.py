"""The stretches of a text around its anchors: only these are read in full, and each is bounded in bytes, so that time stays linear."""

import re
from collections.abc import Callable, Iterator

from why400.explain.anchors import AnchorScan, is_plausible
from why400.explain.paste import LONGEST as PASTE

_AHEAD = 1_500  # and after its line
_BACK = 600  # bytes before an anchor that may belong to its error: a status line, a type
_LINE = 6_000  # of a longer line only this much is read around an anchor
_REGION = 32_000
_CHUNK = 1 << 20
# An anchor that says that there was no error.
_NOISE = re.compile(rb"rror\w*[\"']?\s*[:=]\s*(?:0\b|null|None|nil|false|False|\"\"|''|\[\]|\{\})")


def encoded(text: str | bytes) -> bytes | bytearray:
    """The text as UTF-8."""
    if isinstance(text, str):
        if len(text) <= _CHUNK:
            return text.encode("utf-8", "surrogatepass")
        data = bytearray()  # piecewise: encoding a whole log at once would need thrice its size for a moment
        for at in range(0, len(text), _CHUNK):
            data += text[at : at + _CHUNK].encode("utf-8", "surrogatepass")
        return data
    if text.startswith((b"\xff\xfe", b"\xfe\xff")):
        return text.decode("utf-16", "replace").encode("utf-8", "surrogatepass")
    return text


def regions(data: bytes | bytearray, sounds_known: Callable[[str], bool] | None) -> Iterator[tuple[int, int, list[int] | None]]:
    """The stretches to read, each with the anchors in it; None where every line is to be read."""
    if len(data) <= PASTE:
        yield 0, len(data), None
        return
    scan = _LineScan(data, sounds_known)
    floor = 0
    while (hit := scan.next_from(floor)) >= 0:
        start = _line_start(data, max(floor, hit - _BACK), hit)
        hits = [hit]
        while True:
            end = min(len(data), _line_end(data, hits[-1], hits[-1] + _LINE) + _AHEAD)
            following = scan.next_from(_line_end(data, hits[-1], end))
            if following < 0 or following >= end:
                end = _line_end(data, end, min(len(data), end + 400))
                break
            if following - start > _REGION:
                end = _line_start(data, _line_end(data, hits[-1], end), following)
                break
            hits.append(following)
        yield start, end, hits
        floor = end


class _LineScan:
    """The anchors of a text that are worth a look, one a line."""

    __slots__ = ("_data", "_next", "_scan", "_sounds_known")

    def __init__(self, data: bytes | bytearray, sounds_known: Callable[[str], bool] | None) -> None:
        self._data = data
        self._scan = AnchorScan(data)
        self._sounds_known = sounds_known
        self._next = -1

    def next_from(self, offset: int) -> int:
        """The offset of the first such anchor at or after `offset`, or -1."""
        if self._next >= offset:
            return self._next
        data = self._data
        while (hit := self._scan.next_from(offset)) >= 0:
            end = _line_end(data, hit, min(len(data), hit + _LINE))
            if _NOISE.match(data, hit):
                offset = hit + 4
                continue
            start = data.rfind(b"\n", max(0, hit - _BACK), hit) + 1 or max(0, hit - _BACK)
            if is_plausible(data, start, end, hit, self._sounds_known):
                break
            offset = end
        self._next = hit
        return hit


def _line_start(data: bytes | bytearray, low: int, hit: int) -> int:
    if low == 0 or data[low - 1] == 10:
        return low
    at = data.find(b"\n", low, hit)
    return low if at < 0 else at + 1


def _line_end(data: bytes | bytearray, at: int, limit: int) -> int:
    end = data.find(b"\n", at, limit)
    return limit if end < 0 else end + 1
