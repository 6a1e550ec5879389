"""Mends as replacements of text in the source, for programs that offer them with one click: exact, or none."""

from collections.abc import Sequence

from msgspec import Struct

from why400.check.source_edits import steps
from why400.formats.json_text.positions import LineIndex
from why400.model import Edit
from why400.render.findings_text import Screen
from why400.sanitize import mask

_WORK = 64_000_000
"""Bytes of bodies that are looked through for mends, so that many findings in a large body do not take minutes."""


class Replacement(Struct, frozen=True):
    """A stretch of the source, 1-based lines and columns in characters, and the text in its stead."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class Replacements:
    """Works them out for the findings of one run; keeps what it knows of the last source."""

    def __init__(self) -> None:
        self._left = _WORK
        self._source: str | None = None
        self._data = b""
        self._lines = LineIndex(b"")

    def of(self, screen: Screen, edits: Sequence[Edit]) -> list[Replacement] | None:
        """The edits as replacements; None where they cannot be told exactly: the body is not in the source as it is sent, or holds a secret there."""
        if screen.text is None or screen.body_offset is None or not edits or self._left < len(screen.body):
            return None
        self._left -= len(screen.body)
        if not self._stands_there(screen.text, screen.body, screen.body_offset):
            return None
        try:
            done = list(steps(screen.body, edits))
        except (LookupError, ValueError):  # the body is broken, or the place is not there: `why400 fix` mends in rounds
            return None
        if len(done) != 1:  # what one step writes another changes: no list of replacements of one text
            return None
        return self._told(done[0], screen.body_offset)

    def _stands_there(self, text: str, body: bytes, offset: int) -> bool:
        if text is not self._source:
            self._source, self._data = text, text.encode("utf-8", "replace")
            self._lines = LineIndex(self._data)
        return not text.startswith("\ufeff") and self._data[offset : offset + len(body)] == body

    def _told(self, splices: Sequence[tuple[int, int, bytes]], offset: int) -> list[Replacement] | None:
        out: list[Replacement] = []
        for start, end, written in splices:
            try:
                text = written.decode()
            except UnicodeDecodeError:
                return None
            if mask(text) != text:
                return None
            out.append(Replacement(*self._lines.line_column(offset + start), *self._lines.line_column(offset + end), text))
        return out
