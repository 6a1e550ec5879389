"""Media types and dimensions from generated headers."""

import base64
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from why400.media import MediaCache, MediaFacts, dimensions, media_type

side = st.integers(1, 16_383)
tail = st.binary(max_size=50)


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIB", 13, b"IHDR", width, height, 8)


def gif(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HH", width, height) + bytes(20)


def webp(width: int, height: int, kind: str) -> bytes:
    if kind == "VP8X":
        body = bytes(4) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    elif kind == "VP8L":
        body = b"\x2f" + struct.pack("<I", (width - 1) | (height - 1) << 14) + bytes(5)
    else:
        body = b"\x00\x00\x00\x9d\x01\x2a" + struct.pack("<HH", width, height)
    return b"RIFF" + struct.pack("<I", 100) + b"WEBP" + kind.ljust(4).encode() + struct.pack("<I", 90) + body


def jpeg(width: int, height: int, segments: list[int], frame: int, fill: int) -> bytes:
    out = b"\xff\xd8"
    for size in segments:
        out += b"\xff" * fill + b"\xff\xe1" + struct.pack(">H", size + 2) + b"\xff\xc0" * (size // 2) + b"x" * (size % 2)
    return out + bytes([0xFF, frame]) + struct.pack(">HBHH", 17, 8, height, width) + bytes(20)


@st.composite
def images(draw: st.DrawFn) -> tuple[str, bytes, tuple[int, int]]:
    width, height = draw(side), draw(side)
    kind = draw(st.sampled_from(["png", "gif", "webp", "jpeg"]))
    if kind == "png":
        raw = png(width, height)
    elif kind == "gif":
        raw = gif(width, height)
    elif kind == "webp":
        raw = webp(width, height, draw(st.sampled_from(["VP8X", "VP8L", "VP8"])))
    else:
        frame = draw(st.sampled_from([0xC0, 0xC1, 0xC2, 0xC9]))
        segments = draw(st.lists(st.integers(0, 65_533), max_size=4))
        raw = jpeg(width, height, segments, frame, draw(st.integers(0, 3)))
    return f"image/{kind}", raw + draw(tail), (width, height)


@given(images())
def test_type_and_size(image: tuple[str, bytes, tuple[int, int]]) -> None:
    """Type and dimensions come out of the base64 as they went in."""
    kind, raw, size = image
    facts = MediaFacts(base64.b64encode(raw).decode())
    assert (facts.media_type, facts.dimensions, facts.size_bytes) == (kind, size, len(raw))


@given(images(), st.data())
def test_cut_and_broken_headers(image: tuple[str, bytes, tuple[int, int]], data: st.DataObject) -> None:
    """A cut file gives the right size or none."""
    _, raw, size = image
    cut = raw[: data.draw(st.integers(0, len(raw)))]
    assert dimensions(lambda offset, count: cut[offset : offset + count]) in (None, size)


@given(st.binary(max_size=200))
def test_any_bytes(raw: bytes) -> None:
    """Nothing raises, and facts about faulty text are facts too."""
    media_type(raw)
    dimensions(lambda offset, count: raw[offset : offset + count])
    facts = MediaFacts(raw.decode("latin-1"))
    assert facts.fault is not None or facts.size_bytes is not None
    assert (facts.media_type, facts.dimensions, facts.pdf) is not None


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"%PDF-1.7", "application/pdf"),
        (b"junk\r\n%PDF-1.4", "application/pdf"),
        (b"BM" + bytes(20), "image/bmp"),
        (b"BMW and other cars, a text", None),
        (b"II*\x00", "image/tiff"),
        (b"\x00\x00\x00\x1cftypheic", "image/heic"),
        (b"\x00\x00\x00\x1cftypavif", "image/avif"),
        (b"\x00\x00\x00\x1cftypisom", "video/mp4"),
        (b"RIFF\x00\x00\x00\x00WAVE", "audio/wav"),
        (b'<?xml version="1.0"?>\n<svg xmlns="x">', "image/svg+xml"),
        (b"\xef\xbb\xbf<svg >", "image/svg+xml"),
        (b"<!DOCTYPE html><html>", "text/html"),
        (b"plain text", None),
        (b"", None),
    ],
)
def test_other_types(head: bytes, expected: str | None) -> None:
    """Types that the API does not take are named too."""
    assert media_type(head) == expected


def test_many_segments_end() -> None:
    """A JPEG of nothing but tiny segments is given up, not walked to its end."""
    raw = b"\xff\xd8" + b"\xff\xe1\x00\x02" * 100_000
    assert dimensions(lambda offset, count: raw[offset : offset + count]) is None


def test_cache_is_by_identity() -> None:
    """One string, one set of facts; an equal string has its own."""
    cache = MediaCache()
    first = "".join(["iVBO", "Rw0K"])
    assert cache.facts(first) is cache.facts(first)
    assert cache.facts(first) is not cache.facts("".join(["iVBO", "Rw0K"]))
