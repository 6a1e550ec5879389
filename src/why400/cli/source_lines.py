"""From lines in a body to lines in the file that it was read from."""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from why400.formats.read_input import ReadInput

if TYPE_CHECKING:  # a clean request has no finding
    from why400.formats.json_text.positions import LineIndex
    from why400.model import Finding, Related


def in_source(findings: Sequence[Finding], data: bytes, given: ReadInput) -> list[Finding]:
    """The findings with lines of the source, or of the file that it names; without lines where the body does not stand there as it is sent."""
    data = given.file.data if given.file is not None else data
    if not findings or (given.body_offset == 0 and len(given.request.body) == len(data)):
        return list(findings)
    body_lines, lines = _Offsets(given.request.body), _line_index(data)

    def moved(line: int | None, column: int | None) -> tuple[int | None, int | None]:
        if line is None or column is None or (given.body_offset is None and given.body_map is None):
            return None, None
        offset = given.source_offset(body_lines.offset(line, column))
        return (None, None) if offset is None else lines.line_column(offset)

    out: list[Finding] = []
    for finding in findings:
        also: list[Related] = []
        for one in finding.also:
            start, end = moved(one.line, one.column), moved(one.end_line, one.end_column)
            also.append(dataclasses.replace(one, line=start[0], column=start[1], end_line=end[0], end_column=end[1]))
        start, end = moved(finding.line, finding.column), moved(finding.end_line, finding.end_column)
        out.append(dataclasses.replace(finding, line=start[0], column=start[1], end_line=end[0], end_column=end[1], also=tuple(also)))
    return out


def entry_names(findings: Sequence[Finding], data: bytes, given: ReadInput) -> dict[int, str]:
    """By the finding's index, the entry of a saved conversation that it stands in; the findings are those with lines of the source."""
    if not findings or not given.entries:
        return {}
    lines = _line_index(data)
    begins = [lines.line_column(start) for start, _ in given.entries]
    placed = {index: (one.line, one.column) for index, one in enumerate(findings) if one.line is not None and one.column is not None}
    found = {index: given.entries[at][1] for index, place in placed.items() if (at := bisect_right(begins, place) - 1) >= 0}
    return {index: name for index, name in found.items() if name}


@lru_cache(maxsize=1)
def _line_index(data: bytes) -> LineIndex:
    """The source's lines: kept from one of its requests to the next, for it goes on from where it has been."""
    from why400.formats.json_text.positions import LineIndex  # only where the body stands inside something else

    return LineIndex(data)


class _Offsets:
    """Byte offsets of lines and columns in one text."""

    def __init__(self, text: bytes) -> None:
        self.lines = text.split(b"\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)

    def offset(self, line: int, column: int) -> int:
        """The byte offset of a 1-based line and column (in characters)."""
        text = self.lines[line - 1].decode("utf-8", "replace")
        return self.starts[line - 1] + len(text[: column - 1].encode("utf-8", "replace"))
