"""Which rule words a message: an index over every template of the catalogue.

A message is looked up by the eight-letter pieces of its squeezed text; only templates with a piece in it are tried. Of those that fit,
the one with the most literal text wins.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from why400.explain.peel import without_lead
from why400.rules.catalogue import Entry, catalogue
from why400.rules.says import Says, squeeze

LONGEST = 20_000
"""Characters of a message that are looked at; only a sentence that lists hundreds of ids is longer."""
_PIECE = 8
_STRIDE = 4
"""Every so many letters a line of a log is probed for a known piece; so many pieces of each sentence are known."""
_IN_COMMON = 3
"""Words that two sentences must share to be near."""
_CLOSE = 0.25
_SPAN = 12
"""Letters to either side of a sentence's middle in which its piece is sought."""
_WORDS = re.compile(r"(?!(?:both|cannot|does|from|have|must|should|that|this|when|with|your)\b)[a-z_]{4,}")
_SEAM = re.compile(r"[\s`*]+")
_PRINTED = 1_500
"""Characters of running text in which a sentence must end."""
_PASSED_OVER = frozenset(" \t\r\n`*│┃║▏▎▌▐")
ANNOUNCED = "Error: "
"""How JavaScript prints an exception without a class of its own."""
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
        self._probes: dict[str, list[str]] = {}
        self._unprobed: list[str] = []
        self._short: list[tuple[int, Entry, Says]] = []
        self._typed: list[tuple[int, Entry, Says]] = []
        for entry in entries.values():
            for sentence in entry.says:
                says = sentence.says()
                literals = says.literals
                longest = max(literals, key=len, default="")
                candidate = (sum(len(part) for part in literals), entry, says)
                if says.typed:
                    self._typed.append(candidate)
                elif len(longest) < _PIECE:
                    self._short.append(candidate)
                    if len(longest) >= _PIECE - 2:
                        self._unprobed.append(longest)
                else:
                    best = _telling_piece(says, longest)
                    self._by_piece.setdefault(longest[best : best + _PIECE], []).append(candidate)
                    first = min(best, len(longest) - _PIECE - _STRIDE + 1)
                    if first < 0:
                        self._unprobed.append(longest)
                    for start in range(first, first + _STRIDE) if first >= 0 else ():
                        self._probes.setdefault(longest[start : start + _PIECE], []).append(longest)

    def may_know(self, squeezed: str) -> bool:
        """Whether the longest fixed part of some known sentence stands in the squeezed text; cheap, and seldom wrong."""
        probes = self._probes
        for start in range(0, len(squeezed) - _PIECE + 1, _STRIDE):
            literals = probes.get(squeezed[start : start + _PIECE])
            if literals is not None and any(literal in squeezed for literal in literals):
                return True
        return any(literal in squeezed for literal in self._unprobed)

    def known_length(self, text: str) -> int | None:
        """How many characters at the text's beginning are a rule's own sentence, whatever follows; None where no rule is sure of its end."""
        text = text[:_PRINTED]
        kept = [at for at, char in enumerate(text) if char not in _PASSED_OVER]
        squeezed = "".join([text[at] for at in kept])
        best = 0
        for start in range(len(squeezed) - _PIECE + 1):
            for weight, _, says in self._by_piece.get(squeezed[start : start + _PIECE], ()):
                if weight >= _TELLING and says.ends_in_words and (found := says.squeezed_pattern.match(squeezed)) is not None:
                    best = max(best, found.end())
        return kept[best - 1] + 1 if best else None

    def recognise(self, message: str, *, platform: str | None = None, error_type: str | None = None) -> Recognised | None:
        """The rule whose sentence the message is, or None; `error_type`: the answer's own."""
        message = message[:LONGEST]
        text = squeeze(message)
        found: dict[int, tuple[int, Entry, Says]] = {id(one[2]): one for one in (*self._short, *(self._typed if error_type else ()))}
        for start in range(len(text) - _PIECE + 1):
            for one in self._by_piece.get(text[start : start + _PIECE], ()):
                found[id(one[2])] = one
        ranked = sorted(found.values(), key=lambda one: (one[0], _suits(one[2], platform)), reverse=True)
        for weight, entry, says in ranked:
            if says.typed and error_type != (says.error or entry.error):
                continue
            if says.squeezed_pattern.fullmatch(text) and (
                (weight >= _TELLING and not says.opens_with_a_word) or says.pattern.fullmatch(message)
            ):
                return Recognised(entry, says, says.captures(message))
        return None


def _telling_piece(says: Says, literal: str) -> int:
    """Where the piece of the squeezed literal part begins in which most words meet: single words stand in any text."""
    middle = (len(literal) - _PIECE) // 2
    low, high = max(0, middle - _SPAN), min(len(literal) - _PIECE, middle + _SPAN)
    raw = next(text for text in says.raw_literals if squeeze(text) == literal)
    seams = [0] * (len(literal) + 2)
    at = 0
    for word in _SEAM.split(raw)[:-1]:
        at += len(word)
        seams[at] = 1
    best, most = middle, -1
    for start in range(low, high + 1):
        meeting = sum(seams[start + 1 : start + _PIECE])
        if meeting > most or (meeting == most and abs(start - middle) < abs(best - middle)):
            best, most = start, meeting
    return best


def _suits(says: Says, platform: str | None) -> bool:
    return bool(platform and platform in says.on.split())


@cache
def recogniser() -> Recogniser:
    """The recogniser of the catalogue."""
    return Recogniser(catalogue())


@lru_cache(maxsize=4096)
def recognise(message: str, platform: str | None = None, error_type: str | None = None) -> Recognised | None:
    """The rule whose sentence the message is, or None; remembers the last few thousand."""
    bare = without_lead(message)
    known = recogniser().recognise(bare, platform=platform, error_type=error_type)
    if known is None and bare.startswith(ANNOUNCED):
        known = recogniser().recognise(bare.removeprefix(ANNOUNCED), platform=platform, error_type=error_type)
    return known


def is_client_sentence(message: str) -> bool:
    """Whether the message is a client's own and begins with words of that sentence, so that nothing else stands in front."""
    known = recognise(message)
    return known is not None and known.entry.origin == "client" and known.says.raw_literals[0].strip() != ""


@cache
def _owners() -> dict[str, Entry]:
    return {code: entry for entry in catalogue().values() for code in entry.codes}


def owner_of(code: str | None) -> Entry | None:
    """The rule that the API's own code stands for, or None."""
    return _owners().get(code) if code is not None else None


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """The words of the sentences of the API and its platforms; the rarer a word, the more it tells."""

    telling: dict[str, float]
    said_in: dict[str, list[int]]
    """By word: the numbers of the sentences that have it."""
    sentences: list[tuple[Entry, float]]
    """Each with what all its words tell."""


@cache
def _vocabulary() -> _Vocabulary:
    own = (entry for entry in catalogue().values() if entry.origin in ("api", "platform"))
    worded = [(entry, frozenset(_WORDS.findall(sentence.text.lower()))) for entry in own for sentence in entry.says]
    in_rules: dict[str, set[str]] = {}
    said_in: dict[str, list[int]] = {}
    for number, (entry, words) in enumerate(worded):
        for word in words:
            in_rules.setdefault(word, set()).add(entry.slug)
            said_in.setdefault(word, []).append(number)
    telling = {word: float(len(rules) ** -0.5) for word, rules in in_rules.items()}
    return _Vocabulary(telling, said_in, [(entry, sum(telling[word] for word in words)) for entry, words in worded])


def nearest(message: str, family: str | None) -> Entry | None:
    """The rule whose sentence shares most with an unknown one, or None where none shares much."""
    words = frozenset(_WORDS.findall(message[:LONGEST].lower()))
    vocabulary = _vocabulary()
    shared: dict[int, float] = {}
    counts: dict[int, int] = {}
    for word in words & vocabulary.telling.keys():
        for number in vocabulary.said_in[word]:
            shared[number] = shared.get(number, 0.0) + vocabulary.telling[word]
            counts[number] = counts.get(number, 0) + 1
    total = sum(vocabulary.telling.get(word, 0.5) for word in words)
    best, score = None, 0.0
    for number, count in counts.items():
        entry, all_of_it = vocabulary.sentences[number]
        close = shared[number] / (total + all_of_it - shared[number]) + (0.15 if entry.family == family else 0)
        if count >= _IN_COMMON and (close, entry.slug) > (score, "" if best is None else best.slug):
            best, score = entry, close
    return best if score >= _CLOSE else None
