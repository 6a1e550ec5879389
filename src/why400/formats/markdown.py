"""Markdown with code between fences: an issue's text, a README."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from why400.formats.curl import Load
from why400.formats.read_input import Outcome

_FENCE: Final = re.compile(rb"(?m)^[ \t]{0,12}(`{3,40}|~{3,40})([^\r\n`]*)\r?$")
_HEAD: Final = 262_144
_NOT_BLANK = re.compile(rb"[^\s]")


class Block(NamedTuple):
    """What stands between two fences."""

    start: int
    """The offset of its first line."""
    end: int
    """The offset behind its last line, without that line's break."""
    language: bytes
    """The first word behind the opening fence, in small letters."""


def recognises(data: bytes) -> bool:
    """Whether it has fences, a request stands between two of them, and what stands outside is none of another format.

    A program may hold fences, too: in the text of a prompt.
    """
    if not _FENCE.search(data, 0, _HEAD):
        return False
    from why400.formats.blocks import kind_of_block  # here: to recognise other texts needs none of it
    from why400.formats.read import kind_of

    found = list(blocks(data))
    around, at = [], 0
    for one in found:
        around.append(data[at : one.start])
        at = one.end
    outside = _FENCE.sub(b"", b"".join((*around, data[at:])))
    if _NOT_BLANK.search(outside) and kind_of(outside, besides="markdown") is not None:
        return False
    return any(kind_of_block(data[one.start : one.end]) is not None for one in found)


def parse(data: bytes, source: str, load: Load | None = None) -> list[Outcome]:
    """The requests of all blocks, in order; a block that is none is passed over. Raises FormatError where there is no block."""
    from why400.formats.blocks import read_blocks

    return read_blocks(data, list(blocks(data)), source, load)


def blocks(data: bytes) -> Iterator[Block]:
    """What stands between fences; the last one may be left open."""
    opening: re.Match[bytes] | None = None
    for fence in _FENCE.finditer(data):
        if opening is None:
            opening = fence
        elif fence[1].startswith(opening[1]) and not fence[2].strip():
            yield _block(data, opening, fence.start())
            opening = None
    if opening is not None:
        yield _block(data, opening, len(data))


def _block(data: bytes, opening: re.Match[bytes], end: int) -> Block:
    start = min(opening.end() + 1, end)
    while end > start and data[end - 1 : end] in (b"\n", b"\r"):
        end -= 1
    words = opening[2].split()
    return Block(start, end, words[0].lower() if words else b"")
