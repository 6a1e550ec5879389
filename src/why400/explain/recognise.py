"""Which rule words a message: an index over every template of the catalogue.

A message is looked up by the eight-letter pieces of its squeezed text; only templates with a piece in it are tried. Of those that fit, the one
with the most literal text wins.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from why400.explain.peel import without_lead
from why400.rules.catalogue import Entry, catalogue
from why400.rules.says import Says, squeeze

LONGEST = 4_000
"""Characters of a message that are looked at; none of the sentences is as long."""
_PIECE = 8
_SEAM = re.compile(r"[\s`*]+")
_TELLING = 16
"""Letters of literal text from which a template is telling enough without its white space."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A rule's own message, with the values of its slots."""

    entry: Entry
    says: Says
    values: dict[str, str]


class Recogniser:
    """Recognises the messages of the catalogue's rules."""

    def __init__(self, entries: dict[str, Entry]) -> None:
        self._by_piece: dict[str, list[tuple[int, Entry, Says]]] = {}
        self._short: list[tuple[int, Entry, Says]] = []
        for entry in entries.values():
            for sentence in entry.says:
                says = sentence.says()
                literals = says.literals
                longest = max(literals, key=len, default="")
                candidate = (sum(len(part) for part in literals), entry, says)
                if len(longest) < _PIECE:
                    self._short.append(candidate)
                else:
                    self._by_piece.setdefault(_telling_piece(says, longest), []).append(candidate)

    def may_know(self, text: str) -> bool:
        """Whether the longest fixed part of some known sentence stands in the text; cheap, and seldom wrong."""
        pieces = self._by_piece
        text = squeeze(text)
        for start in range(len(text) - _PIECE + 1):
            piece = text[start : start + _PIECE]
            if piece in pieces and any(max(one[2].literals, key=len) in text for one in pieces[piece]):
                return True
        return False

    def recognise(self, message: str, *, platform: str | None = None) -> Recognised | None:
        """The rule whose sentence the message is, or None."""
        message = message[:LONGEST]
        text = squeeze(message)
        found: dict[int, tuple[int, Entry, Says]] = {id(one[2]): one for one in self._short}
        for start in range(len(text) - _PIECE + 1):
            for one in self._by_piece.get(text[start : start + _PIECE], ()):
                found[id(one[2])] = one
        ranked = sorted(found.values(), key=lambda one: (one[0], _suits(one[2], platform)), reverse=True)
        for weight, entry, says in ranked:
            if says.squeezed_pattern.fullmatch(text) and (weight >= _TELLING or says.pattern.fullmatch(message)):
                return Recognised(entry, says, says.captures(message))
        return None


def _telling_piece(says: Says, literal: str) -> str:
    """The piece of the squeezed literal part in which most words meet: single words stand in any text."""
    raw = next(text for text in says.raw_literals if squeeze(text) == literal)
    seams = {len(squeeze(raw[: gap.start()])) for gap in _SEAM.finditer(raw)}
    middle = (len(literal) - _PIECE) // 2
    starts = range(len(literal) - _PIECE + 1)
    best = max(starts, key=lambda start: (sum(start < seam < start + _PIECE for seam in seams), -abs(start - middle)))
    return literal[best : best + _PIECE]


def _suits(says: Says, platform: str | None) -> bool:
    return bool(platform and platform in says.on.split())


@cache
def recogniser() -> Recogniser:
    """The recogniser of the catalogue."""
    return Recogniser(catalogue())


@lru_cache(maxsize=4096)
def recognise(message: str, platform: str | None = None) -> Recognised | None:
    """The rule whose sentence the message is, or None; remembers the last few thousand."""
    return recogniser().recognise(without_lead(message), platform=platform)


@cache
def _owners() -> dict[str, Entry]:
    return {code: entry for entry in catalogue().values() for code in entry.codes}


def owner_of(code: str | None) -> Entry | None:
    """The rule that the API's own code stands for, or None."""
    return _owners().get(code) if code is not None else None
