"""The lines of a text, and which of them begin a record of a log."""

import re
from bisect import bisect_left, bisect_right

_TIMED = re.compile(r"\[?(?:\d{4}-\d\d-\d\d[T ]\d\d:|\d\d:\d\d:\d\d|[A-Z][a-z]{2} [ \d]\d \d\d:|\d{1,3}(?:\.\d{1,3}){3} )")


class Lines:
    """Lines are counted from 0; their ends are behind their breaks."""

    __slots__ = ("_records", "_text", "starts")

    def __init__(self, text: str) -> None:
        self._text = text
        self.starts = [0, *(hit.end() for hit in re.finditer("\n", text))]
        self._records: list[int] | None = None

    def of(self, offset: int) -> int:
        """The line in which the offset is."""
        return bisect_right(self.starts, offset) - 1

    def end(self, line: int) -> int:
        """Where the line ends."""
        return self.starts[line + 1] if line + 1 < len(self.starts) else len(self._text)

    def is_record(self, line: int) -> bool:
        """Whether the line begins a record."""
        records = self._record_lines()
        index = bisect_left(records, line)
        return index < len(records) and records[index] == line

    def record_start(self, offset: int, at_most: int) -> int:
        """Where the record begins in which the offset lies; the beginning of the text if that is `at_most` lines away or more."""
        line = self.of(offset)
        index = bisect_right(self._record_lines(), line) - 1
        first = self._record_lines()[index] if index >= 0 else -1
        return self.starts[first] if first >= 0 and line - first < at_most else 0

    def record_end(self, offset: int) -> int:
        """Where the next record begins after the offset."""
        records = self._record_lines()
        index = bisect_right(records, self.of(max(0, offset - 1)))
        return self.starts[records[index]] if index < len(records) else len(self._text)

    def _record_lines(self) -> list[int]:
        """The lines that begin a record, in order; found when first asked for."""
        if self._records is None:
            self._records = [line for line in range(len(self.starts)) if self._begins_record(line)]
        return self._records

    def _begins_record(self, line: int) -> bool:
        """Whether a line is a record of its own: a whole JSON object, or a line that begins with a time."""
        start, end = self.starts[line], self.end(line)
        if self._text.startswith('{"', start):
            return self._text[start:end].rstrip().endswith("}")
        return _TIMED.match(self._text, start, end) is not None
