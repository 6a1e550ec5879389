"""The first syntax error of a text, of the kind and at the place at which the service's parser stops.

The order of events follows orjson up to 3.11, whose sentences the service prints: UTF-8 is checked before anything
else, an error that more text could still mend is an unexpected end, and a trailing comma is reported at the comma.
"""

import re
from dataclasses import dataclass

from why400.formats.json_text.encoding import is_utf8
from why400.formats.json_text.tokens import LARGE_BYTES, SOUND_TEXT, SPACE, sound_runs

MAX_DEPTH = 1024
"""Levels of nesting that the parser takes."""

_HEX = frozenset(b"0123456789abcdefABCDEF")
_DIGITS = frozenset(b"0123456789")
_LITERALS = {b"t": b"true", b"f": b"false", b"n": b"null"}


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """Where a strict parser gives up, and why."""

    kind: str
    """A key of the table of sentences."""
    offset: int
    """In bytes."""


class _FirstError(Exception):
    """Carries the first error out of the scan."""

    def __init__(self, kind: str, offset: int) -> None:
        self.kind, self.offset = kind, offset


def first_error(text: bytes) -> SyntaxFault | None:
    """Return the error that a strict parser would report, or None for valid JSON."""
    if not text:
        return SyntaxFault("empty-document", 0)
    if not is_utf8(text):
        return SyntaxFault("not-utf8", 0)
    if text.startswith(b"\xef\xbb\xbf"):
        return SyntaxFault("byte-order-mark", 0)
    if not text.strip(b" \t\n\r"):
        return SyntaxFault("blank-document", 0)
    try:
        _document(text)
    except _FirstError as stop:
        return SyntaxFault(stop.kind, stop.offset)
    return None


def _document(text: bytes) -> None:
    size = len(text)
    stack = bytearray()
    items, members = sound_runs(large=size > LARGE_BYTES)
    at = _spaces(text, 0)
    fresh = False  # just behind an opening bracket
    expect_value = True
    while True:
        if expect_value:
            if stack and stack[-1] == 0x5B:
                match = items.match(text, at)
                if match and match.end() > at:
                    at, fresh = match.end(), False
            at = _spaces(text, at)
            char = text[at : at + 1]
            if char in (b"[", b"{") and char:
                at += 1
                if len(stack) >= MAX_DEPTH:
                    raise _FirstError("too-deep", at)
                stack += char
                fresh = True
                if char == b"{":
                    at, expect_value = _key(text, at, members, fresh=True)
                    fresh = False
                    if not expect_value:
                        stack.pop()
                continue
            if char == b"]" and stack and stack[-1] == 0x5B:
                if not fresh:
                    raise _FirstError("trailing-comma", text.rindex(b",", 0, at))
                at += 1
                stack.pop()
            else:
                at = _scalar(text, at, char)
            expect_value = False
        at = _spaces(text, at)
        if not stack:
            if at < size:
                raise _FirstError("content-after-document", at)
            return
        char = text[at : at + 1]
        if char == b",":
            at += 1
            fresh = False
            expect_value = True
            if stack[-1] == 0x7B:
                at, expect_value = _key(text, at, members, fresh=False)
        elif char and char == (b"]" if stack[-1] == 0x5B else b"}"):
            at += 1
            stack.pop()
        else:
            _unexpected(text, at)


def _key(text: bytes, at: int, members: re.Pattern[bytes], *, fresh: bool) -> tuple[int, bool]:
    """Read up to the value behind a key, or behind the object's end; the flag says that a value follows."""
    match = members.match(text, _spaces(text, at))
    if match and match.end() > match.start():
        at, fresh = match.end(), False
    at = _spaces(text, at)
    char = text[at : at + 1]
    if char == b"}":
        if not fresh:
            raise _FirstError("trailing-comma", text.rindex(b",", 0, at))
        return at + 1, False
    if char != b'"':
        _unexpected(text, at)
    at = _spaces(text, _string(text, at))
    if text[at : at + 1] != b":":
        _unexpected(text, at)
    return at + 1, True


def _scalar(text: bytes, at: int, char: bytes) -> int:
    if char == b'"':
        return _string(text, at)
    if char == b"-" or char.isdigit():
        return _number(text, at)
    literal = _LITERALS.get(char)
    if literal is None:
        _unexpected(text, at)
        return at
    if text.startswith(literal, at):
        return at + len(literal)
    if literal.startswith(text[at:]):
        raise _FirstError("unexpected-end", len(text))
    raise _FirstError("invalid-literal", at)


def _number(text: bytes, start: int) -> int:
    size = len(text)
    at = start + (text[start] == 0x2D)
    if at < size and text[at] == 0x30:
        at += 1
        if at < size and text[at] in _DIGITS:
            raise _FirstError("leading-zero", at - 1)
    else:
        at = _digits(text, at, "no-digit-after-minus")
    if text[at : at + 1] == b".":
        at = _digits(text, at + 1, "no-digit-after-point")
    if text[at : at + 1] in (b"e", b"E"):
        at += 1
        if text[at : at + 1] in (b"+", b"-"):
            at += 1
        at = _digits(text, at, "no-digit-after-exponent")
    if is_infinite(text[start:at]):
        raise _FirstError("infinite-number", start)
    return at


def is_infinite(number: bytes) -> bool:
    """Tell whether a well-formed number is too large for a double."""
    # Below 300 digits only an exponent can carry a number over the limit.
    if len(number) < 300 and b"e" not in number and b"E" not in number:
        return False
    return float(number) in (float("inf"), float("-inf"))


def _digits(text: bytes, at: int, kind: str) -> int:
    start, size = at, len(text)
    while at < size and text[at] in _DIGITS:
        at += 1
    if at == start:
        raise _FirstError("unexpected-end" if at >= size else kind, at)
    return at


def _string(text: bytes, start: int) -> int:
    match = SOUND_TEXT.match(text, start + 1)
    at = match.end() if match else start + 1
    size = len(text)
    if at >= size:
        raise _FirstError("unexpected-end", size)
    if text[at] == 0x22:
        return at + 1
    if text[at] != 0x5C:
        raise _FirstError("control-character", at)
    raise _escape_error(text, at)


_LOW_BEGINS = re.compile(rb"[dD]?|[dD][c-fC-F][0-9a-fA-F]?")


def _escape_error(text: bytes, at: int) -> _FirstError:
    size = len(text)
    if at + 1 >= size:
        return _FirstError("unexpected-end", size)
    if text[at + 1] != 0x75:
        return _FirstError("invalid-escaped-character", at + 1)
    code = _hex(text, at + 2)
    if code is None:
        return _cut_or("invalid-escape", text, at)
    if code >= 0xDC00:
        return _FirstError("invalid-high-surrogate", at)
    low = at + 6
    if text[low : low + 2] != b"\\u":
        return _FirstError("unexpected-end", size) if text[low:] in (b"", b"\\") else _FirstError("no-low-surrogate", low)
    if _hex(text, low + 2) is None:
        # of a second half that is cut off, the parser still says whether it could have become one
        cut = _LOW_BEGINS.fullmatch(text, low + 2) is not None
        return _FirstError("unexpected-end", size) if cut else _FirstError("invalid-escape", low)
    return _FirstError("invalid-low-surrogate", low)


def _hex(text: bytes, at: int) -> int | None:
    digits = text[at : at + 4]
    return int(digits, 16) if len(digits) == 4 and _HEX.issuperset(digits) else None


def _cut_or(kind: str, text: bytes, at: int) -> _FirstError:
    rest = text[at + 2 : at + 6]
    if at + 2 + len(rest) >= len(text) and len(rest) < 4 and _HEX.issuperset(rest):
        return _FirstError("unexpected-end", len(text))
    return _FirstError(kind, at)


def _unexpected(text: bytes, at: int) -> None:
    raise _FirstError("unexpected-end" if at >= len(text) else "unexpected-character", min(at, len(text)))


def _spaces(text: bytes, at: int) -> int:
    match = SPACE.match(text, at)
    return match.end() if match else at
