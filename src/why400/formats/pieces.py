"""A text put together from runs of a source, and the way back."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from why400.formats.read_input import OffsetMap

Piece = tuple[bytes, int]
"""Bytes, and where they stand in the source (-1: nowhere); an escape stands where its backslash does."""


def joined(pieces: Iterable[Piece]) -> bytes:
    """The text."""
    return b"".join([piece for piece, _ in pieces])


def offsets(pieces: Iterable[Piece]) -> OffsetMap | None:
    """Where its bytes stand in the source; None if none does."""
    starts: list[int] = []
    sources: list[int] = []
    total = 0
    for piece, at in pieces:
        if piece:
            starts.append(total)
            sources.append(at)
            total += len(piece)
    return OffsetMap(tuple(starts), tuple(sources)) if any(at >= 0 for at in sources) else None


def through(inner: OffsetMap, length: int, outer: OffsetMap) -> OffsetMap:
    """Where a body of `length` bytes stands in a source, if `inner` says where it stands in a text and `outer` where that stands in the source."""
    starts: list[int] = []
    sources: list[int] = []
    for number, (start, at) in enumerate(zip(inner.starts, inner.sources, strict=True)):
        end = inner.starts[number + 1] if number + 1 < len(inner.starts) else length
        starts.append(start)
        sources.append(outer.source(at) if at >= 0 else -1)
        if at < 0:
            continue
        first, last = bisect_right(outer.starts, at), bisect_left(outer.starts, at + end - start)
        starts += [start + mark - at for mark in outer.starts[first:last]]
        sources += outer.sources[first:last]
    return OffsetMap(tuple(starts), tuple(sources))
