"""The place in the user's own source: their lines, their columns, a caret under what is meant."""

import re
from functools import lru_cache

from msgspec import Struct

from why400.render.style import Style, size_words
from why400.sanitize import mask

_CONTEXT = 2
_BLOCK = 6
"""Lines that are shown of an object that begins at the mark."""
_BLOB = re.compile(r"[A-Za-z0-9+/=_-]{120,}")


class Mark(Struct, frozen=True):
    """A span to underline, 1-based lines and columns, with what is said of it."""

    line: int
    column: int
    end_line: int
    end_column: int
    label: str
    main: bool = True


def excerpt(text: str, marks: list[Mark], style: Style) -> list[str]:
    """The lines around the marks, cut to the width, each mark underlined; empty where the lines do not exist."""
    return excerpt_of_lines(lines_of(text), marks, style)


@lru_cache(maxsize=1)
def lines_of(text: str) -> list[str]:
    """The text's lines, for several excerpts of it."""
    return text.rstrip("\r\n").split("\n")


def excerpt_of_lines(lines: list[str], marks: list[Mark], style: Style) -> list[str]:
    """The same, of a text that is split already."""
    marks = [mark for mark in marks if 1 <= mark.line <= len(lines)]
    if not marks:
        return []
    shown: set[int] = set()
    for mark in marks:
        around = _CONTEXT if mark.main else 0
        behind = min(mark.end_line - mark.line, _BLOCK) if mark.main else 0
        behind = max(behind, around if len(marks) == 1 else 0)
        shown.update(range(max(1, mark.line - around), min(len(lines), mark.line + behind) + 1))
    gutter = max(5, len(str(max(shown))) + 2)
    out: list[str] = []
    previous = 0
    for number in sorted(shown):
        if previous and number > previous + 1:
            out.append(f"{' ' * gutter} …")
        previous = number
        here = [mark for mark in marks if mark.line == number]
        out.extend(_line(number, lines[number - 1].rstrip("\r"), here, gutter, style))
    return out


def _line(number: int, line: str, marks: list[Mark], gutter: int, style: Style) -> list[str]:
    room = max(30, style.width - gutter - 4)
    if not marks:
        return [style.dim(f"{number:>{gutter}} │ {cut(line, room)}")]
    out: list[str] = []
    for mark in marks:
        start = mark.column - 1
        end = mark.end_column - 1 if mark.end_line == mark.line else len(line.rstrip())
        text, start, end = window(line, start, max(end, start + 1), room)
        head = f"{number:>{gutter}} │ "
        if not out or text not in out[0]:
            out.append(f"{head}{text}")
        under = ("^" if mark.main else "─") * max(1, end - start)
        pad = " " * start
        label = f" {mark.label}" if mark.label else ""
        said = f"{' ' * gutter} │ {pad}{style.red(under) if mark.main else style.dim(under)}"
        if start + len(under) + len(label) <= room or not label:
            out.append(said + label)
        else:
            out.append(said)
            out.append(f"{' ' * gutter} │ {' ' * min(start, max(0, room - len(label)))}{label.strip()}")
    return out


def cut(line: str, room: int) -> str:
    """The line in the room that there is, without credentials and walls of base64."""
    line = shorten_blobs(mask(line))
    return line if len(line) <= room else line[: room - 1] + "…"


def shorten_blobs(text: str) -> str:
    """The text with long base64 as its beginning and size."""
    return _BLOB.sub(lambda blob: f"{blob[0][:12]}… ({size_words(len(blob[0]))})", text)


def window(line: str, start: int, end: int, room: int) -> tuple[str, int, int]:
    """The part of the line around the span, and the span's place in it."""
    before = mask(line[max(0, start - 4000) : start])
    inside = mask(line[start : min(end, start + 4000)])
    after = mask(line[end : end + room])
    before, inside, after = (shorten_blobs(part).expandtabs(1) for part in (before, inside, after))
    inside_room = max(20, room - 24)
    if len(inside) > inside_room:
        inside = inside[: inside_room - 1] + "…"
    left = min(len(before), max(room // 3, room - len(inside) - len(after) - 1))
    left = max(0, min(left, room - len(inside) - 1))
    if left < len(before):
        before = "…" + before[len(before) - left + 1 :] if left > 0 else ""
    rest = room - len(before) - len(inside)
    if len(after) > rest:
        after = after[: max(0, rest - 1)] + "…"
    return before + inside + after, len(before), len(before) + len(inside)
