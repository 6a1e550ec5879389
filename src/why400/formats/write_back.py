"""Changes of a body, carried out where the body stands in the source: everything around stays byte for byte."""

import re
from collections.abc import Sequence

import orjson

from why400.formats.read_input import ReadInput

Splice = tuple[int, int, bytes]
_LENGTH = re.compile(rb"(?im)^(content-length[ \t]*:[ \t]*)(\d{1,15})(?=[ \t]*\r?$)")


def written_back(data: bytes, given: ReadInput, splices: Sequence[Splice]) -> bytes | None:
    """The source after the changes, which are sorted and do not overlap; None where a place cannot be written to.

    Whoever calls reads the outcome again and compares: how a shell takes a text apart is only known afterwards.
    """
    out: list[bytes] = []
    at = 0
    for start, end, text in splices:
        first, last = _place(given, start, end)
        if first is None or last is None or first < at or last < first:
            return None
        written = _encoded(text, given)
        if written is None:
            return None
        out += (data[at:first], written)
        at = last
    done = b"".join((*out, data[at:]))
    return _with_length(done, given, splices) if given.kind == "http" else done


def _place(given: ReadInput, start: int, end: int) -> tuple[int | None, int | None]:
    """Where the body's bytes from `start` to `end` stand in the source."""
    first = _offset(given, start)
    return first, first if end == start else _offset(given, end)


def _offset(given: ReadInput, offset: int) -> int | None:
    if offset < len(given.request.body):
        return given.source_offset(offset)
    if given.body_end is not None:
        return given.body_end
    last = given.source_offset(offset - 1) if offset else given.source_offset(0)
    return None if last is None else last + (1 if offset else 0)


def _encoded(text: bytes, given: ReadInput) -> bytes | None:
    written = _in_its_text(text, given)
    return orjson.dumps(written.decode())[1:-1] if written is not None and given.in_json_string else written


def _in_its_text(text: bytes, given: ReadInput) -> bytes | None:
    match given.encoding:
        case "verbatim":
            return text
        case "json-string":
            return orjson.dumps(text.decode())[1:-1]
        case "shell-single":
            return text.replace(b"'", b"'\\''")
        case "shell-double":
            return re.sub(rb'([\\"$`])', rb"\\\1", text)
        case "none":
            return None


def _with_length(data: bytes, given: ReadInput, splices: Sequence[Splice]) -> bytes:
    """The message with a Content-Length that was right before and is right again."""
    grown = sum(len(text) - (end - start) for start, end, text in splices)
    top = given.body_offset or 0

    def right(found: re.Match[bytes]) -> bytes:
        length = int(found[2])
        return found[1] + str(length + grown).encode() if length == len(given.request.body) else found[0]

    return _LENGTH.sub(right, data[:top]) + data[top:]
