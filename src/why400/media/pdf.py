"""What a PDF says about itself without being rendered: pages, encryption."""

import re
import zlib
from dataclasses import dataclass
from typing import Final

_PAGE = re.compile(rb"/Type\s{0,20}/Page(?![A-Za-z0-9])")
_PAGES = re.compile(rb"/Type\s{0,20}/Pages(?![A-Za-z0-9])")
_COUNT = re.compile(rb"/Count\s{1,20}(\d{1,7})(?![\d.])")
_ENCRYPT = re.compile(rb"/Encrypt\s{0,20}(?:\d{1,10}\s{1,20}\d{1,5}\s{1,20}R|<<)")
_OBJECT_STREAM = re.compile(rb"/Type\s{0,20}/ObjStm(?![A-Za-z0-9])")
_STREAM = re.compile(rb"stream\r?\n")
# What a dictionary of a page tree's node may span around its /Type; the /Kids of a large one go on behind it.
_AROUND: Final = 4_096
_MOST_STREAMS: Final = 2_000
_MOST_INFLATED: Final = 64_000_000
_LARGEST_RATIO: Final = 40


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """`pages` is None where the file does not say; `encrypted` is also true of a file that opens without a password."""

    pages: int | None
    encrypted: bool


def pdf_facts(data: bytes) -> PdfFacts:
    """Facts of a PDF file. Never raises; linear in the size of the file.

    The pages are the smaller of what the page tree declares and what page objects there are, where both can be read:
    a file that was changed keeps its old objects, so that either alone can be too many.
    """
    declared = objects = 0
    for text in (data, *_object_streams(data)):
        objects += sum(1 for _ in _PAGE.finditer(text))
        for node in _PAGES.finditer(text):
            declared = max(declared, _count_near(text, node.start(), node.end()))
    known = [count for count in (declared, objects) if count]
    return PdfFacts(min(known) if known else None, _ENCRYPT.search(data) is not None)


def _count_near(text: bytes, start: int, end: int) -> int:
    """The /Count in the dictionary around a `/Type /Pages`, 0 where there is none."""
    before = text.rfind(b"<<", max(0, start - _AROUND), start)
    after = text.find(b">>", end, end + _AROUND)
    found = _COUNT.search(text, before if before >= 0 else start, after if after >= 0 else min(len(text), end + _AROUND))
    return int(found[1]) if found else 0


def _object_streams(data: bytes) -> list[bytes]:
    """The inflated object streams, in which newer files keep their page objects."""
    found: list[bytes] = []
    left = min(_MOST_INFLATED, _LARGEST_RATIO * len(data))
    for number, stream in enumerate(_OBJECT_STREAM.finditer(data)):
        if number >= _MOST_STREAMS or left <= 0:
            break
        begin = _STREAM.search(data, stream.end(), stream.end() + _AROUND)
        if begin is None:
            continue
        end = data.find(b"endstream", begin.end())
        raw = memoryview(data)[begin.end() : end if end >= 0 else len(data)]
        try:
            inflated = zlib.decompressobj().decompress(raw, left)
        except zlib.error:
            continue
        left -= len(inflated)
        found.append(inflated)
    return found
