"""A body that stands inside a JSON string: its bytes, and where each of them stands in the text around it."""

import re
from functools import cached_property
from typing import Final

import msgspec

from why400.formats.read_input import OffsetMap

_ESCAPE: Final = re.compile(
    rb"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[^u])",
    re.DOTALL,
)
_NAMED: Final = {b'\\"': b'"', b"\\\\": b"\\", b"\\/": b"/", b"\\b": b"\b", b"\\f": b"\f", b"\\n": b"\n", b"\\r": b"\r", b"\\t": b"\t"}
_STRING: Final = msgspec.json.Decoder(str)
_PAIR_LENGTH: Final = 12


class JsonStringMap(OffsetMap, frozen=True, dict=True):
    """The way back into a JSON string, worked out when it is first asked for: a sound body never asks.

    An escape's bytes map to its backslash and what follows it there.
    """

    token: bytes = b""
    """What stands between the quotes."""
    at: int = 0
    """Where that begins in the source."""

    @cached_property
    def known(self) -> OffsetMap:
        """The same map with its pieces written down: one begins behind each escape."""
        starts, sources = [0], [self.at]
        saved = 0  # bytes by which the body is shorter than what was read of the token
        for escape in _ESCAPE.finditer(self.token):
            start, end = escape.span()
            saved += 1 if end - start == 2 else end - start - _size(self.token, start, end - start)
            starts.append(end - saved)
            sources.append(end + self.at)
        return OffsetMap(tuple(starts), tuple(sources))

    @property  # type: ignore[misc]  # a field of the base, here worked out
    def starts(self) -> tuple[int, ...]:
        """The pieces' offsets in the body."""
        return self.known.starts

    @property  # type: ignore[misc]  # a field of the base, here worked out
    def sources(self) -> tuple[int, ...]:
        """The pieces' offsets in the source."""
        return self.known.sources

    def source(self, offset: int) -> int:
        """The offset in the source of the body's byte at `offset`."""
        return self.known.source(offset)


def _size(text: bytes, start: int, length: int) -> int:
    """How many bytes of UTF-8 a `\\u` escape stands for."""
    if length == _PAIR_LENGTH:
        return 4
    code = int(text[start + 2 : start + 6], 16)
    return 1 if code < 0x80 else 2 if code < 0x800 else 3


def decoded(data: bytes, start: int, end: int) -> tuple[bytes, OffsetMap]:
    """The bytes that the JSON string at `data[start:end]` (quotes included) stands for, in UTF-8, and their places in `data`.

    Half of a surrogate pair becomes three bytes, as lax writers send it; bytes that are not UTF-8 are kept. Raises
    ValueError where it is no JSON string.
    """
    token = data[start + 1 : end - 1]
    if end - start < 2 or data[start] != 0x22 or data[end - 1] != 0x22:
        raise ValueError(f"no JSON string at offset {start}")
    if b"\\" not in token:
        if b'"' in token:
            raise ValueError(f"no single JSON string at offset {start}")
        return token, OffsetMap((0,), (start + 1,))
    try:
        body = _STRING.decode(memoryview(data)[start:end]).encode()
    except (msgspec.DecodeError, UnicodeError):
        body = _unescaped(token, start)
    return body, JsonStringMap((), (), token, start + 1)


def _unescaped(token: bytes, start: int) -> bytes:
    """The bytes by the letter of the escapes, whatever stands between them."""
    out: list[bytes] = []
    at = 0
    for escape in _ESCAPE.finditer(token):
        out.append(token[at : escape.start()])
        out.append(_one(escape[0], start))
        at = escape.end()
    out.append(token[at:])
    if any(b"\\" in run or b'"' in run for run in out[::2]):
        raise ValueError(f"no JSON string at offset {start}")
    return b"".join(out)


def _one(escape: bytes, start: int) -> bytes:
    if escape[1:2] != b"u":
        if escape not in _NAMED:
            raise ValueError(f"no JSON string at offset {start}: {escape.decode('latin-1')} is no escape")
        return _NAMED[escape]
    if len(escape) == _PAIR_LENGTH:
        return escape.decode("raw_unicode_escape").encode("utf-16", "surrogatepass").decode("utf-16").encode()
    return chr(int(escape[2:], 16)).encode("utf-8", "surrogatepass")
