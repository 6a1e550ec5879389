"""Width and height of an image in pixels, from its first bytes."""

from collections.abc import Callable
from typing import Final

Read = Callable[[int, int], bytes]
"""`read(offset, size)` gives up to `size` bytes from `offset` on."""

# A JPEG may have any number of segments before its frame; real ones have a few dozen.
_MOST_SEGMENTS: Final = 5_000
_SEGMENTS_WITH_SIZE: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def dimensions(read: Read) -> tuple[int, int] | None:
    """(width, height) of a PNG, JPEG, GIF or WebP; None for anything else, or where the header is cut or senseless."""
    head = read(0, 32)
    if head.startswith(b"\x89PNG"):
        size = _png(head)
    elif head.startswith(b"GIF8") and len(head) >= 10:
        size = _little(head[6:8]), _little(head[8:10])
    elif head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        size = _webp(head)
    elif head.startswith(b"\xff\xd8"):
        size = _jpeg(read)
    else:
        return None
    return size if size[0] > 0 and size[1] > 0 else None


def _little(raw: bytes) -> int:
    return int.from_bytes(raw, "little")


def _big(raw: bytes) -> int:
    return int.from_bytes(raw, "big")


_UNKNOWN: Final = (0, 0)


def _png(head: bytes) -> tuple[int, int]:
    if head[12:16] != b"IHDR" or len(head) < 24:
        return _UNKNOWN
    return _big(head[16:20]), _big(head[20:24])


def _webp(head: bytes) -> tuple[int, int]:
    if len(head) < 30:
        return _UNKNOWN
    kind = head[12:16]
    if kind == b"VP8X":
        return _little(head[24:27]) + 1, _little(head[27:30]) + 1
    if kind == b"VP8L" and head[20] == 0x2F:
        bits = _little(head[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 " and head[23:26] == b"\x9d\x01\x2a":
        return _little(head[26:28]) & 0x3FFF, _little(head[28:30]) & 0x3FFF
    return _UNKNOWN


def _jpeg(read: Read) -> tuple[int, int]:
    """Hop from segment to segment until one says the size."""
    offset = 2
    for _ in range(_MOST_SEGMENTS):
        segment = read(offset, 9)
        if len(segment) < 4 or segment[0] != 0xFF:
            return _UNKNOWN
        marker = segment[1]
        if marker == 0xFF:  # a fill byte
            offset += 1
        elif marker == 0x01 or 0xD0 <= marker <= 0xD8:  # markers without a length
            offset += 2
        elif marker in _SEGMENTS_WITH_SIZE:
            return (_big(segment[7:9]), _big(segment[5:7])) if len(segment) == 9 else _UNKNOWN
        elif marker in (0x00, 0xD9, 0xDA):  # no marker, the end, or the picture itself
            return _UNKNOWN
        else:
            offset += 2 + max(2, _big(segment[2:4]))
    return _UNKNOWN
