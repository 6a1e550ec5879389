"""The media type that bytes begin like."""

import re
from typing import Final

HEAD_BYTES: Final = 1024
"""How many bytes `media_type` looks at, at most."""

_PREFIXES: Final = (
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"%PDF-", "application/pdf"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"II+\x00", "image/tiff"),
    (b"MM\x00+", "image/tiff"),
    (b"\x00\x00\x00\x0cJXL \r\n\x87\n", "image/jxl"),
    (b"\xff\x0a", "image/jxl"),
    (b"\x00\x00\x01\x00", "image/x-icon"),
    (b"8BPS", "image/vnd.adobe.photoshop"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"fLaC", "audio/flac"),
    (b"PK\x03\x04", "application/zip"),
    (b"\x1f\x8b\x08", "application/gzip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
    (b"{\\rtf", "application/rtf"),
)
_RIFF: Final = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
_BRANDS: Final = {
    **dict.fromkeys((b"avif", b"avis"), "image/avif"),
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"), "image/heic"),
    b"qt  ": "video/quicktime",
    b"M4A ": "audio/mp4",
}
_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--(?:(?!-->)[\s\S]){0,400}-->\s{0,200})?"
    rb"(?:<!doctype\s+(?P<doctype>html|svg)|<(?P<tag>html|svg|head|body)[\s>])",
    re.IGNORECASE,
)
_PDF_LATER = re.compile(rb"%PDF-\d")


def media_type(head: bytes) -> str | None:
    """The media type of a file that begins with `head`, or None where nothing is recognised.

    A PDF may have some other bytes in front, as readers allow.
    """
    for prefix, found in _PREFIXES:
        if head.startswith(prefix):
            return found
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12])
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/mp4")
    if head.startswith(b"BM") and len(head) >= 14 and head[6:10] == bytes(4):
        return "image/bmp"
    markup = _MARKUP.match(head[:HEAD_BYTES])
    if markup:
        return "image/svg+xml" if (markup["doctype"] or markup["tag"]).lower() == b"svg" else "text/html"
    if _PDF_LATER.search(head[:HEAD_BYTES]):
        return "application/pdf"
    return None
