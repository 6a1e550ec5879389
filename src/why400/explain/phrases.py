"""Tables of phrases, sought as plain substrings first: an alternation of hundreds of words would cost too much."""

import re
from collections.abc import Iterable

# A plain phrase, or a pattern behind a substring that every match contains.
PhraseRow = str | tuple[str, str]


class Phrases:
    """A table of phrases: plain substrings, and patterns each with a substring that it cannot do without."""

    __slots__ = ("_patterns", "_plain")

    def __init__(self, rows: Iterable[PhraseRow]) -> None:
        rows = tuple(rows)
        self._plain = tuple(row for row in rows if isinstance(row, str))
        self._patterns = tuple((row[0], re.compile(row[1], re.MULTILINE)) for row in rows if not isinstance(row, str))

    def found_in(self, text: str) -> bool:
        """Whether any phrase stands in the text."""
        for phrase in self._plain:
            if phrase in text:
                return True
        return any(anchor in text and pattern.search(text) is not None for anchor, pattern in self._patterns)

    def all_in(self, text: str, start: int, stop: int) -> list[int]:
        """The offsets of all phrases between two offsets of the text, in no particular order."""
        found: list[int] = []
        for phrase in self._plain:
            at = text.find(phrase, start, stop)
            while at >= 0:
                found.append(at)
                at = text.find(phrase, at + len(phrase), stop)
        for anchor, pattern in self._patterns:
            if text.find(anchor, start, stop) >= 0:
                found.extend(hit.start() for hit in pattern.finditer(text, start, stop))
        return found
