"""A text put together from runs of a source, and the way back."""

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
