"""Sentences that a paste cut short: a title of so many letters, a column of a table, a log that keeps the first line.

What is left must end inside a literal part of one rule's template, have enough of its words to tell, and fit no other rule.
"""

import re
from collections.abc import Iterable
from functools import cache

from why400.rules.catalogue import Entry, catalogue
from why400.rules.says import Says, squeeze

_PIECE = 8
_LEAST = 26
"""Squeezed letters of a sentence's own words that must be there, of which so many stand where it is cut."""
_CUT_MARK = re.compile(r"(?:\.{2,}|…|\[(?:truncated|cut)[^\]]*\]|\.)?[\"'`]?$")


class _Cuts:
    """Every literal part of the templates of the API and its platforms, by its first letters."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_piece: dict[str, list[tuple[Entry, Says, int]]] = {}
        for entry in entries:
            for sentence in entry.says:
                says = sentence.says()
                for index, literal in enumerate(says.squeezed_parts):
                    if len(literal) > _PIECE:
                        self._by_piece.setdefault(literal[:_PIECE], []).append((entry, says, index))

    def rule_of(self, message: str) -> tuple[Entry, Says] | None:
        """The rule whose sentence begins so, or None where that is not sure."""
        text = squeeze(_CUT_MARK.sub("", message.rstrip()))
        found: dict[str, tuple[Entry, Says]] = {}
        for start in range(max(0, len(text) - _PIECE + 1)):
            for entry, says, index in self._by_piece.get(text[start : start + _PIECE], ()):
                if _ends_there(text, start, says, index):
                    found.setdefault(entry.slug, (entry, says))
        return next(iter(found.values())) if len(found) == 1 else None


def _ends_there(text: str, start: int, says: Says, index: int) -> bool:
    """Whether the text ends inside that literal part of the template, and what stands before it fits."""
    literal = says.squeezed_parts[index]
    rest = text[start:]
    if len(rest) >= len(literal) or not literal.startswith(rest):
        return False
    if sum(map(len, says.squeezed_parts[:index])) + len(rest) < _LEAST:
        return False
    return says.squeezed_head(index).fullmatch(text, 0, start) is not None


@cache
def _cuts() -> _Cuts:
    return _Cuts(entry for entry in catalogue().values() if entry.origin in ("api", "platform"))


def rule_of_beginning(message: str) -> tuple[Entry, Says] | None:
    """The one rule whose sentence the message is the beginning of, or None."""
    return _cuts().rule_of(message) if len(message) >= _LEAST and len(message) <= 4_000 else None
