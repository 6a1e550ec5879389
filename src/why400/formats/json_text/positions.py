"""Where a JSON pointer stands in the user's own bytes: spans, lines, columns.

One forward scan that descends only into containers on the way to a wanted pointer and hops over all others. It reads
sound JSON; on broken text it returns what it reached before the break.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import orjson

from why400.formats.json_text.tokens import COLON, SPACE, container_end, string_end, value_end

_BOM = b"\xef\xbb\xbf"
_BETWEEN = re.compile(rb"[ \t\n\r,]*+")
_INDEX = re.compile(r"0|[1-9][0-9]{0,17}")
_BLOCK_BYTES = 1 << 16
_CONTINUATION = bytes(range(0x80, 0xC0))


@dataclass(frozen=True, slots=True)
class Span:
    """Byte offsets of a value, and of its key where it is an object's member."""

    start: int
    """First byte of the value."""
    end: int
    """Behind the last byte of the value."""
    key_start: int | None = None
    """First byte of the key, its quote; None for an array's item and for the root."""
    key_end: int | None = None
    """Behind the key's closing quote."""


class LineIndex:
    """Turns byte offsets of one text into lines, columns and characters; going forward costs no more than what lies between two offsets.

    Characters are Unicode code points. In text that is not UTF-8 a byte that cannot begin a character counts nothing.
    """

    def __init__(self, text: bytes) -> None:
        self._text = text
        self._ascii = text.isascii()
        self._blocks: list[tuple[int, int, int]] | None = None
        """For each block of the text: lines and characters before it, and characters before its first byte's line."""
        self._last = (0, 1, 0, 0)
        """The last offset: it, its line, the characters before it and before its line."""

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column of a byte offset; offsets outside the text are drawn to its ends."""
        _, line, characters, before_line = self._at(offset)
        return line, characters - before_line + 1

    def character(self, offset: int) -> int:
        """Return how many characters stand before a byte offset."""
        return self._at(offset)[2]

    def _at(self, offset: int) -> tuple[int, int, int, int]:
        offset = min(max(offset, 0), len(self._text))
        block = offset // _BLOCK_BYTES
        known = self._last
        if known[0] > offset or known[0] < block * _BLOCK_BYTES:
            if self._blocks is None:
                self._blocks = self._measured()
            known = (block * _BLOCK_BYTES, *self._blocks[block])
        self._last = self._onward(known, offset)
        return self._last

    def _measured(self) -> list[tuple[int, int, int]]:
        known = (0, 1, 0, 0)
        blocks = [known[1:]]
        for start in range(_BLOCK_BYTES, len(self._text) + 1, _BLOCK_BYTES):
            known = self._onward(known, start)
            blocks.append(known[1:])
        return blocks

    def _onward(self, known: tuple[int, int, int, int], offset: int) -> tuple[int, int, int, int]:
        start, line, characters, before_line = known
        breaks = self._text.count(b"\n", start, offset)
        if breaks:
            first = self._text.rindex(b"\n", start, offset) + 1
            before_line = characters = characters + self._count(start, first)
            start = first
        return offset, line + breaks, characters + self._count(start, offset), before_line

    def _count(self, start: int, end: int) -> int:
        return end - start if self._ascii else len(self._text[start:end].translate(None, _CONTINUATION))


class _Node:
    """One step of the wanted pointers. A repeated key outdates what was found below its first occurrence."""

    __slots__ = ("by_index", "children", "of_visit", "pointers", "span", "visit")

    def __init__(self) -> None:
        self.children: dict[bytes, _Node] = {}
        self.by_index: dict[int, _Node] | None = None
        self.pointers: list[str] = []
        self.span: Span | None = None
        self.visit = 0
        self.of_visit = 0


@dataclass(slots=True)
class _Frame:
    node: _Node
    is_object: bool
    start: int
    key_start: int | None
    key_end: int | None
    index: int = 0
    last: int = -1


def parse_pointer(pointer: str) -> list[str]:
    """Return the reference tokens of an RFC 6901 pointer, unescaped; raises ValueError when it is none."""
    if pointer and not pointer.startswith("/"):
        raise ValueError(f"not a JSON pointer: {pointer!r} (must be empty or begin with '/')")
    return [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]


def escape_token(key: str) -> str:
    """Return a key as a reference token of an RFC 6901 pointer."""
    return key.replace("~", "~0").replace("/", "~1")


def key_bytes(raw: bytes) -> bytes | None:
    """Return the UTF-8 text of a key given with its quotes; None when it is not valid JSON."""
    if b"\\" not in raw:
        return raw[1:-1]
    try:
        return str(orjson.loads(raw)).encode()
    except orjson.JSONDecodeError:
        return None


def locate(text: bytes, pointers: Iterable[str]) -> dict[str, Span]:
    """Find the byte spans of values by JSON pointer; pointers that lead nowhere are left out.

    Of repeated keys the last counts, as in the parsers. Raises ValueError for a string that is no pointer.
    """
    root = _plant(pointers)
    if not root.children and not root.pointers:
        return {}
    _scan(text, root)
    return _harvest(root)


def _plant(pointers: Iterable[str]) -> _Node:
    root = _Node()
    for pointer in pointers:
        node = root
        for token in parse_pointer(pointer):
            node = node.children.setdefault(token.encode("utf-8", "surrogatepass"), _Node())
        node.pointers.append(pointer)
    return root


def _harvest(root: _Node) -> dict[str, Span]:
    found: dict[str, Span] = {}
    pending = [root]
    while pending:
        node = pending.pop()
        if node.span is not None:
            found.update((pointer, node.span) for pointer in node.pointers)
        pending.extend(child for child in node.children.values() if child.visit and child.of_visit == node.visit)
    return found


def _scan(text: bytes, root: _Node) -> None:
    at = _skip_space(text, len(_BOM) if text.startswith(_BOM) else 0)
    root.of_visit = 0
    frames: list[_Frame] = []
    at = _enter(text, at, root, None, None, frames)
    while frames:
        frame = frames[-1]
        match = _BETWEEN.match(text, at)
        at = match.end() if match else at
        char = text[at : at + 1]
        if char in (b"}", b"]", b""):
            if not char:
                return
            at += 1
            frame.node.span = Span(frame.start, at, frame.key_start, frame.key_end)
            frames.pop()
        elif frame.is_object:
            key_start, key_end = at, string_end(text, at) if char == b'"' else -1
            colon = COLON.match(text, key_end) if key_end > 0 else None
            if colon is None:
                return
            at = colon.end()
            key = key_bytes(text[key_start:key_end])
            child = None if key is None else frame.node.children.get(key)
            if child is None:
                at = _past(text, at)
            else:
                child.of_visit = frame.node.visit
                at = _enter(text, at, child, key_start, key_end, frames)
        elif frame.index > frame.last:
            end = container_end(text, at)
            if text[end - 1 : end] not in (b"]", b"}"):
                return
            at = end - 1
        else:
            child = (frame.node.by_index or {}).get(frame.index)
            frame.index += 1
            if child is None:
                at = _past(text, at)
            else:
                child.of_visit = frame.node.visit
                at = _enter(text, at, child, None, None, frames)


def _past(text: bytes, at: int) -> int:
    # A character that begins no value must not stop the scan from advancing.
    return max(value_end(text, at), at + 1)


def _enter(text: bytes, at: int, node: _Node, key_start: int | None, key_end: int | None, frames: list[_Frame]) -> int:
    node.visit += 1
    node.span = None
    char = text[at : at + 1]
    if node.children and char in (b"{", b"["):
        frame = _Frame(node, char == b"{", at, key_start, key_end)
        if not frame.is_object:
            if node.by_index is None:
                names = ((key.decode("utf-8", "replace"), child) for key, child in node.children.items())
                node.by_index = {int(name): child for name, child in names if _INDEX.fullmatch(name)}
            frame.last = max(node.by_index, default=-1)
        frames.append(frame)
        return at + 1
    end = value_end(text, at)
    if end > at:
        node.span = Span(at, end, key_start, key_end)
    return max(end, at + 1)


def _skip_space(text: bytes, at: int) -> int:
    match = SPACE.match(text, at)
    return match.end() if match else at
