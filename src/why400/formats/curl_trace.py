"""What curl says that it sends: the output of `--trace`, `--trace-ascii` and `-v`."""

import re
from collections.abc import Iterator

from why400.formats.pieces import Piece, joined

_STAMP = rb"(?:\d\d:\d\d:\d\d\.\d{1,9} )?(?:\[[\d-]{1,20}\] )?"
_MARK = re.compile(rb"(?m)^" + _STAMP + rb"(?:(=> Send (header|data))|== Info:|=> Send SSL|<= Recv )[^\n]*(?:\n|\Z)")
_ROW = re.compile(rb"([0-9a-f]{4,8}): ?([^\r\n]*)\r?(?:\n|\Z)")
_HEX = re.compile(rb"((?:[0-9a-f]{2} ){1,16})(?:   ){0,15}.{0,16}")
_SENT_LINE = re.compile(rb"(?m)^> ?([^\r\n]*)\r?(?:\n|\Z)")
_VERBOSE = re.compile(rb"(?m)^> (GET|DELETE|HEAD) \S{1,2000} HTTP/")
_ANY_VERBOSE = re.compile(rb"(?m)^> [A-Z]{1,10} \S{1,2000} HTTP/")
_HEAD = 16_384
_FULL_ROW = 64  # characters of --trace-ascii


def recognises(data: bytes) -> bool:
    """Whether it is a trace with what was sent, or the `-v` of a request that needs no body."""
    head = data[:_HEAD]
    if head[:2] in (b"* ", b"> "):
        return _VERBOSE.search(head) is not None
    first = _MARK.match(head.lstrip(b"\xef\xbb\xbf\r\n"))
    return first is not None and b"=> Send header" in head


def is_verbose(data: bytes) -> bool:
    """Whether it is the output of `-v`, of any request."""
    return data[:2] in (b"* ", b"> ") and _ANY_VERBOSE.search(data[:_HEAD]) is not None


def requests(data: bytes) -> Iterator[tuple[bytes, list[Piece] | None, int]]:
    """The head and the body of each request, and where it begins; None for a body that a `-v` leaves out."""
    if is_verbose(data):
        yield from _verbose(data)
        return
    head: list[bytes] = []
    body: list[Piece] = []
    start = 0
    for mark in _MARK.finditer(data):
        if mark[2] == b"header":
            rows = list(_rows(data, mark.end()))
            text = joined(rows)
            # A long head comes in parts: one that begins a request has a request line.
            if re.match(rb"[A-Z]{1,10} \S+ HTTP/", text):
                if head:
                    yield b"".join(head), _repaired(body), start
                head, body, start = [text], [], mark.start()
            elif head:
                head.append(text)
        elif mark[2] == b"data":
            body += _rows(data, mark.end())
    if head:
        yield b"".join(head), _repaired(body), start


def _rows(data: bytes, at: int) -> Iterator[Piece]:
    """The bytes of the rows from `at` on; what lies between two rows of text is a line break."""
    before = expected = -1
    while row := _ROW.match(data, at):
        at = row.end()
        offset = int(row[1], 16)
        if offset <= before:
            return
        coded = _HEX.fullmatch(row[2])
        if coded:
            # Each byte takes three characters of the row.
            for number, byte in enumerate(bytes.fromhex(coded[1].decode())):
                yield bytes([byte]), row.start(2) + 3 * number
            continue
        # In a row where a secret was replaced the count is wrong; a full row has no line break behind it.
        if before >= 0 and offset != expected and (offset == expected + 2 or offset - before != _FULL_ROW):
            yield b"\r\n", -1
        yield row[2], row.start(2)
        before, expected = offset, offset + len(row[2])


def _repaired(body: list[Piece]) -> list[Piece]:
    """In `--trace-ascii` a line break is a dot: one that stands outside of strings, and in no number, was a line break."""
    text = joined(body)
    if b"\n" in text or not re.match(rb"\s*[{\[]", text):
        return body
    mended = re.sub(rb'"(?:[^"\\]|\\.)*+(?:"|\Z)|\d\.\d|(\.)', lambda found: b"\n" if found[1] else found[0], text)
    out: list[Piece] = []
    at = 0
    for piece, place in body:
        out.append((mended[at : at + len(piece)], place))
        at += len(piece)
    return out


def _verbose(data: bytes) -> Iterator[tuple[bytes, list[Piece] | None, int]]:
    lines: list[bytes] = []
    start = 0
    for line in _SENT_LINE.finditer(data):
        if not lines:
            start = line.start()
        if line[1]:
            lines.append(line[1] + b"\n")
            continue
        if lines and not lines[0].startswith(b"CONNECT "):
            yield b"".join(lines), [] if lines[0].startswith((b"GET ", b"DELETE ", b"HEAD ")) else None, start
        lines = []
