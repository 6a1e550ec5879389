"""Tables of phrases, looked up by one word of each: an alternation of hundreds of phrases would cost too much."""

import re
from collections.abc import Iterable

# A plain phrase, or a pattern behind a substring that every match contains.
PhraseRow = str | tuple[str, str]
_WORD = re.compile(r"[A-Za-z]{3,}")


def words_of(text: str) -> set[str]:
    """The words by which phrases are looked up."""
    return set(_WORD.findall(text))


class Phrases:
    """A table of phrases: plain substrings, and patterns each with a substring that it cannot do without.

    Most phrases contain a word that stands whole wherever the phrase stands; they are sought only where that word is.
    """

    __slots__ = ("_always", "_by_word", "_patterns", "rows")

    def __init__(self, rows: Iterable[PhraseRow]) -> None:
        self.rows = tuple(rows)
        self._always: list[str] = []
        self._by_word: dict[str, list[str]] = {}
        self._patterns: dict[str, list[re.Pattern[str]]] = {}
        for row in self.rows:
            anchor = row if isinstance(row, str) else row[0]
            word = _whole_word(anchor)
            known = self._always if word is None else self._by_word.setdefault(word, [])
            if anchor not in known:
                known.append(anchor)
            if not isinstance(row, str):
                self._patterns.setdefault(anchor, []).append(re.compile(row[1], re.MULTILINE))
        # an anchor that is a phrase by itself needs no pattern
        for row in self.rows:
            if isinstance(row, str):
                self._patterns.pop(row, None)

    def _near(self, words: set[str]) -> Iterable[str]:
        yield from self._always
        for word in words & self._by_word.keys():
            yield from self._by_word[word]

    def found_in(self, text: str) -> bool:
        """Whether any phrase stands in the text."""
        for anchor in self._near(words_of(text)):
            if anchor in text:
                patterns = self._patterns.get(anchor)
                if patterns is None or any(pattern.search(text) for pattern in patterns):
                    return True
        return False

    def all_in(self, text: str, start: int, stop: int, words: set[str]) -> list[int]:
        """The offsets of all phrases between two offsets of the text, in no particular order; `words`: those of the stretch."""
        found: list[int] = []
        for anchor in self._near(words):
            at = text.find(anchor, start, stop)
            if at < 0:
                continue
            patterns = self._patterns.get(anchor)
            if patterns is not None and not anchor:
                found.extend(hit.start() for pattern in patterns for hit in pattern.finditer(text, start, stop))
                continue
            while at >= 0:
                after = at + len(anchor)
                if patterns is None:
                    found.append(at)
                else:  # such a pattern stays on its line
                    low, high = max(start, text.rfind("\n", max(start, at - 300), at) + 1), text.find("\n", after, stop)
                    after = stop if high < 0 else high
                    found.extend(hit.start() for pattern in patterns for hit in pattern.finditer(text, low, after))
                at = text.find(anchor, after, stop)
        return found


def _whole_word(phrase: str) -> str | None:
    """The longest word of the phrase that cannot be a part of a longer one where the phrase stands, or None."""
    whole = [hit[0] for hit in _WORD.finditer(phrase) if hit.start() > 0 and hit.end() < len(phrase)]
    return max(whole, key=len, default=None)
