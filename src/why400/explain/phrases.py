"""Tables of phrases: plain substrings where possible, patterns where not; sought without costly alternations."""

import re
from collections.abc import Iterable

_PLAIN = re.compile(r"[^\\^$.*+?()\[\]{}|]+")


class Phrases:
    """A table of phrases; a row without regular-expression characters is a plain substring (`\\.` stands for a dot)."""

    __slots__ = ("_pattern", "_plain")

    def __init__(self, rows: Iterable[str]) -> None:
        plain: list[str] = []
        patterns: list[str] = []
        for row in rows:
            bare = row.replace(r"\.", "\0")
            if _PLAIN.fullmatch(bare):
                plain.append(bare.replace("\0", "."))
            else:
                patterns.append(row)
        self._plain = tuple(plain)
        self._pattern = re.compile("|".join(patterns)) if patterns else None

    def found_in(self, text: str) -> bool:
        """Whether any phrase stands in the text."""
        for phrase in self._plain:
            if phrase in text:
                return True
        return self._pattern is not None and self._pattern.search(text) is not None

    def first(self, text: str, start: int, end: int) -> int | None:
        """The offset of the first phrase between the two offsets, or None."""
        best = -1
        for phrase in self._plain:
            at = text.find(phrase, start, end if best < 0 else best)
            if at >= 0:
                best = at
        if self._pattern is not None:
            hit = self._pattern.search(text, start, end)
            if hit is not None and (best < 0 or hit.start() < best):
                best = hit.start()
        return best if best >= 0 else None
