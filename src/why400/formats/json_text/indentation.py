"""Where a bracket is missing, too many or of the wrong kind, judged by how the lines are indented.

What brackets alone say is often the wrong place: a `}` that is missing in the middle makes every later one close too much, and only the end of the
text shows that one is missing. Whoever wrote the lines by hand or by machine has indented them by what was meant.
"""

import re
from dataclasses import dataclass
from typing import Final

from why400.formats.json_text.faults import KINDS, Edit, Fault

MAX_BYTES: Final = 1 << 18
"""Larger texts are not written by hand, and nobody reads them by their lines."""

_TOKEN = re.compile(rb"\n[ \t]*+|\"(?:[^\"\\]++|\\.)*+\"?|[{}\[\],]|[^\s\"{}\[\],]++", re.DOTALL)
_CLOSERS: Final = {b"{": b"}", b"[": b"]"}


@dataclass(slots=True)
class _Open:
    closer: bytes
    indent: int
    """How far the line is indented on which the bracket opens."""


def misplaced_bracket(text: bytes) -> Fault | None:
    """Find the one place where the brackets contradict the indentation; None where there are more or none."""
    if len(text) > MAX_BYTES or text.count(b"\n") < 3:
        return None
    found: list[Fault] = []
    stack: list[_Open] = []
    indent, first_on_line, line_closes, end, before_comma = 0, True, False, 0, 0
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token[:1] == b"\n":
            indent, first_on_line = len(token) - 1, True
            continue
        at = match.start()
        if token == b",":
            before_comma, end = end, match.end()
            continue
        closes = token in (b"}", b"]")
        if first_on_line:
            line_closes = closes
            place = before_comma if text[end - 1 : end] == b"," else end
            while stack and (indent < stack[-1].indent if closes else indent <= stack[-1].indent):
                found.append(_fault("missing-closing-bracket", place, place, stack.pop().closer))
                if len(found) > 1:
                    return None
        if token in _CLOSERS:
            stack.append(_Open(_CLOSERS[token], indent))
        elif closes and (not stack or (line_closes and indent > stack[-1].indent)):
            found.append(_fault("extra-closing-bracket", at, at + 1, b""))
        elif closes:
            proper = stack.pop().closer
            if token != proper:
                found.append(_fault("mismatched-bracket", at, at + 1, proper))
        if len(found) > 1:
            return None
        first_on_line, end = False, match.end()
    return found[0] if found and not stack else None


def _fault(kind: str, start: int, end: int, text: bytes) -> Fault:
    return Fault(kind, start, end, KINDS[kind], (Edit(start, end, text),), True)
