"""Where the bytes of a YAML text stand in its document: through quotes, escapes, folded lines and indentation.

The text is put together again on the way; a map is given only where it comes out as the parser has read it.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from why400.formats.read_input import OffsetMap

Piece = tuple[str, int]
"""Some of the text, and where it begins in the raw form, in characters."""

_FOLD: Final = r"(?P<fold>[ \t]*+(?:\r?\n[ \t]*+)+)"
_BLANK: Final = r"[ \t]++(?![\r\n])"
_SINGLE: Final = re.compile(rf"(?P<quote>'')|{_FOLD}|(?P<run>(?:[^' \t\r\n]++|{_BLANK})++)")
_PLAIN: Final = re.compile(rf"{_FOLD}|(?P<run>(?:[^ \t\r\n]++|{_BLANK})++)")
_DOUBLE: Final = re.compile(
    rf"(?P<cut>\\\r?\n[ \t]*+)|(?P<escape>\\(?:x[0-9a-fA-F]{{2}}|u[0-9a-fA-F]{{4}}|U[0-9a-fA-F]{{8}}|[^xuU\r\n]))|{_FOLD}"
    rf"|(?P<run>(?:[^\\ \t\r\n]++|{_BLANK})++)"
)
_ESCAPES: Final = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
                   " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029"}  # fmt: skip
_HEADER: Final = re.compile(r"[|>](?P<hints>[-+1-9]{0,2})[ \t]*(?:#[^\n]*)?\r?\n")
_LINE: Final = re.compile(r"([^\r\n]*)(\r?\n|\Z)")


def places_of(raw: str, style: str, value: str, at: int) -> OffsetMap | None:
    """Where the bytes of `value` stand; `raw` is how it is written, and begins at the byte `at` of the document."""
    pieces = list(_block(raw, value) if style == "|" else [] if style == ">" else _flow(raw, style))
    joined = "".join(text for text, _ in pieces)
    if style == "|":
        joined = joined[: len(value)]  # what is behind the last line depends on the header's sign
    if joined != value:
        return None
    starts, sources, total = [], [], 0
    byte, last = at, 0
    for (text, start), (_, _next) in pairwise([*pieces, ("", len(raw))]):
        byte += len(raw[last:start].encode())
        last = start
        starts.append(total)
        sources.append(byte)
        total += len(text.encode())
    return OffsetMap(tuple(starts), tuple(sources)) if starts else None


def _flow(raw: str, style: str) -> Iterator[Piece]:
    pattern = {"'": _SINGLE, '"': _DOUBLE, "": _PLAIN}[style]
    end = len(raw) - len(style)
    for found in pattern.finditer(raw, len(style), end):
        text, start = found[0], found.start()
        match found.lastgroup:
            case "quote":
                yield "'", start
            case "fold":
                breaks = text.count("\n")
                yield (" " if breaks == 1 else "\n" * (breaks - 1)), start
            case "escape":
                yield (_ESCAPES.get(text[1], "") if len(text) == 2 else chr(int(text[2:], 16))), start
            case "run":
                yield text, start


def _block(raw: str, value: str) -> Iterator[Piece]:
    """The lines of a literal text without their indentation."""
    header = _HEADER.match(raw)
    if header is None:
        return
    lead = len(value) - len(value.lstrip(" \n"))
    own = lead - (value.rfind("\n", 0, lead) + 1)  # blanks that belong to the first line itself, where the header says so
    indent = -1
    for found in _LINE.finditer(raw, header.end()):
        line = found[1]
        bare = line.lstrip(" ")
        if indent < 0 and bare:
            indent = len(line) - len(bare) - own
        cut = min(max(indent, 0), len(line) - len(bare))
        if bare or len(line) > cut:
            yield line[cut:], found.start() + cut
        if found[2]:
            yield "\n", found.start(2)
