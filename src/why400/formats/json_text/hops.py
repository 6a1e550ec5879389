"""Where many values stand in sound JSON, for the price of skipping it a few times in C.

msgspec hands out the members of a container as raw slices; their lengths alone tell where each begins, and only containers on the way to a
wanted place are opened.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from why400.formats.json_text.positions import key_bytes
from why400.formats.json_text.tokens import SPACE, string_end, value_end

Keys = tuple[str | int, ...]
Found = tuple[int, int]

_BOM: Final = b"\xef\xbb\xbf"
_BLANK: Final = 0x20
_COMMA: Final = 0x2C
_COLON: Final = 0x3A
_MAX_OPENED: Final = 24
"""Each opened level is skipped once more as a part of every level above it; deeper places are not looked for in this way."""

_ITEMS: Final = msgspec.json.Decoder(list[msgspec.Raw])
_MEMBERS: Final = msgspec.json.Decoder(dict[str, msgspec.Raw])


class _NotPlainError(Exception):
    """The text is not sound JSON without repeated keys, or nested too deep for this way."""


def find_spans(text: bytes, wanted: Sequence[Keys]) -> list[Found | None] | None:
    """The first byte and the end of each value; of one that is not there its holder's opening bracket; None where that is not there either.

    None as a whole where the text has to be read step by step.
    """
    found: list[Found | None] = [None] * len(wanted)
    try:
        _find(text, wanted, found)
    except (_NotPlainError, msgspec.DecodeError, RecursionError, UnicodeDecodeError, IndexError):
        return None
    return found


def _find(text: bytes, wanted: Sequence[Keys], found: list[Found | None]) -> None:
    at = _unspaced(text, len(_BOM) if text.startswith(_BOM) else 0)
    end = text.rfind(b"}" if text[at : at + 1] == b"{" else b"]") + 1 if text[at : at + 1] in (b"{", b"[") else value_end(text, at)
    if end <= at:
        raise _NotPlainError
    opened: list[Iterator[tuple[int, int, list[int]]]] = []
    fresh: tuple[int, int, list[int]] | None = (at, end, list(range(len(wanted))))
    while fresh is not None or opened:
        if fresh is None:
            fresh = next(opened[-1], None)
            if fresh is None:
                opened.pop()
                continue
        start, stop, numbers = fresh
        depth = len(opened)
        groups: dict[str | int, list[int]] = {}
        for number in numbers:
            keys = wanted[number]
            if len(keys) == depth:
                found[number] = (start, stop)
                continue
            if len(keys) == depth + 1:
                found[number] = (start, start + 1)  # until the member itself is met
            key = keys[depth]
            if key in groups:
                groups[key].append(number)
            else:
                groups[key] = [number]
        fresh = None
        if groups and text[start : start + 1] in (b"{", b"["):
            if depth >= _MAX_OPENED:
                raise _NotPlainError
            opened.append((_members if text[start : start + 1] == b"{" else _items)(text, start, stop, groups))


def _items(text: bytes, start: int, stop: int, groups: dict[str | int, list[int]]) -> Iterator[tuple[int, int, list[int]]]:
    last = max((key for key in groups if isinstance(key, int)), default=-1)
    if last < 0:
        return
    at = start + 1
    for index, raw in enumerate(_ITEMS.decode(memoryview(text)[start:stop])):
        if text[at] <= _BLANK:
            at = _unspaced(text, at)
        end = at + memoryview(raw).nbytes
        if index in groups:
            yield at, end, groups.pop(index)
            if index >= last:
                return
        at = 1 + (end if text[end] == _COMMA else _unspaced(text, end))


def _members(text: bytes, start: int, stop: int, groups: dict[str | int, list[int]]) -> Iterator[tuple[int, int, list[int]]]:
    at = start + 1
    for name, raw in _MEMBERS.decode(memoryview(text)[start:stop]).items():
        if text[at] <= _BLANK:
            at = _unspaced(text, at)
        key_end = string_end(text, at)
        if key_end < 0 or key_bytes(text[at:key_end]) != name.encode():
            raise _NotPlainError
        at = key_end
        if text[at] != _COLON:
            at = _unspaced(text, at)
        at += 1
        if text[at] <= _BLANK:
            at = _unspaced(text, at)
        end = at + memoryview(raw).nbytes
        if name in groups:
            yield at, end, groups.pop(name)
        at = end if text[end] > _BLANK else _unspaced(text, end)
        if text[at] == _COMMA:
            at += 1
    if text[at] <= _BLANK:
        at = _unspaced(text, at)
    if at != stop - 1:
        raise _NotPlainError  # a repeated key, whose last value stood for its first


def _unspaced(text: bytes, at: int) -> int:
    match = SPACE.match(text, at)
    return match.end() if match else at
