"""Base64 as it stands in a JSON string: is it sound, how many bytes is it, and what do some of them say."""

import re
from binascii import Error
from dataclasses import dataclass
from typing import Final, Literal

import pybase64

# Big enough for SIMD to pay, small enough to stay in the cache; a multiple of 4, so that no group is cut.
_CHUNK: Final = 65_536
_OUTSIDE = re.compile(r"[^A-Za-z0-9+/]")
_DATA_URL = re.compile(r"data:[^,]{0,200};base64,", re.IGNORECASE)
_WHITESPACE: Final = " \t\r\n\v\f"
_TO_STANDARD = str.maketrans("-_", "+/", _WHITESPACE)

FaultKind = Literal["empty", "data-url", "whitespace", "url-safe", "character", "padding", "length"]


@dataclass(frozen=True, slots=True)
class Base64Fault:
    """What is wrong first with a base64 text, and at which character (0-based).

    `data-url` (a `data:…;base64,` prefix), `whitespace`, `url-safe` (`-` or `_`), `character` (any other that base64
    does not have), `padding` (`=` before the end, or more than two), `length` (not a multiple of 4), `empty`.
    """

    kind: FaultKind
    offset: int
    found: str = ""


def base64_fault(text: str) -> Base64Fault | None:
    """The first fault of a base64 text, or None. Reads at memory speed, 64 KB at a time."""
    if not text:
        return Base64Fault("empty", 0)
    if _surely_sound(text):
        return None
    prefix = _DATA_URL.match(text) if text[:5].lower() == "data:" else None
    if prefix:
        return Base64Fault("data-url", 0, prefix.group())
    size = len(text)
    padding = text.find("=")
    data_end = size if padding < 0 else padding
    for start in range(0, data_end, _CHUNK):
        chunk = text[start : min(start + _CHUNK, data_end)]
        if not _is_sound(chunk):
            outside = _OUTSIDE.search(chunk)
            if outside:
                return _named(outside.group(), start + outside.start())
    if padding >= 0 and (size - padding > 2 or text[padding:].strip("=")):
        after = _OUTSIDE.search(text.replace("=", "A"), padding)
        if after and not text[padding : after.start()].strip("="):
            return _named(after.group(), after.start())
        return Base64Fault("padding", padding, "=")
    if size % 4 or data_end % 4 == 1:
        return Base64Fault("length", size)
    return None


def _surely_sound(text: str) -> bool:
    """Whether the text decodes as it stands, chunk by chunk. A padded chunk in the middle decodes too, but to less."""
    size = len(text)
    if size % 4:
        return False
    try:
        for start in range(0, size, _CHUNK):
            decoded = pybase64.b64decode(text[start : start + _CHUNK], validate=True)
            if start + _CHUNK < size and len(decoded) != _CHUNK // 4 * 3:
                return False
    except (Error, ValueError):
        return False
    return True


def _is_sound(chunk: str) -> bool:
    """Whether every character is one of base64's 64; the last group may be short."""
    short = -len(chunk) % 4
    if short == 3:
        chunk, short = chunk + "A", 2
    try:
        pybase64.b64decode(chunk + "=" * short, validate=True)
    except (Error, ValueError):
        return False
    return True


def _named(character: str, offset: int) -> Base64Fault:
    if character in _WHITESPACE:
        return Base64Fault("whitespace", offset, character)
    return Base64Fault("url-safe" if character in "-_" else "character", offset, character)


def decoded_length(text: str) -> int:
    """How many bytes a sound base64 text stands for."""
    return len(text) // 4 * 3 - text.count("=", max(0, len(text) - 2))


class Base64Reader:
    """Bytes behind a base64 text, decoded only where they are asked for.

    A data URL's prefix, white space and the URL-safe alphabet are put right first, so that there is something to
    look at in a faulty text too; other faults end what can be read.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str, fault: Base64Fault | None = None) -> None:
        """`fault` is what `base64_fault` says of the text."""
        if fault is not None and fault.kind == "data-url":
            text = text[len(fault.found) :]
            fault = base64_fault(text)
        if fault is not None and fault.kind in ("whitespace", "url-safe"):
            text = text.translate(_TO_STANDARD)
            fault = base64_fault(text)
        if fault is not None and fault.kind in ("character", "padding", "whitespace", "url-safe", "data-url"):
            text = text[: fault.offset // 4 * 4]
        self._text = text

    def read(self, offset: int, size: int) -> bytes:
        """Up to `size` bytes from `offset` on; fewer at the end, none behind it."""
        first, skip = divmod(offset, 3)
        last = -(-(offset + size) // 3)
        piece = self._text[first * 4 : last * 4]
        piece = piece[: len(piece) - 1] if len(piece) % 4 == 1 else piece
        try:
            return pybase64.b64decode(piece + "=" * (-len(piece) % 4))[skip : skip + size]
        except (Error, ValueError):
            return b""

    def all(self) -> bytes:
        """All the bytes."""
        return self.read(0, len(self._text))
