"""The API's sentences as dated templates: one text that both words a finding and recognises an answer.

A template has slots: `{path}`, `{name}` (text on one line), `{name:n}` (a number), `{name:ids}` (names joined by commas),
`{name:word}` (no white space), `{name:rest}` (anything to the end or the next literal part, line breaks included).
`{{` and `}}` are literal braces. Backticks, asterisks and white space do not count when a text is recognised, since pastes lose them.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

_LAST_WORDS = 5
"""Squeezed letters of a sentence's last literal part that tell its end."""
_SLOT = re.compile(r"\{\{|\}\}|\{([a-z_]+)(?::(n|ids|word|rest))?\}")
_PATTERNS = {
    "path": r"[A-Za-z_$][^\s:`'\"]*?",
    "n": r"-?(?:\d{1,40}(?:,\d{1,40}){0,9}(?:\.\d{1,40})?|\.\d{1,40})(?:[eE][-+]?\d{1,9})?",
    "ids": r"[^\s,]+(?:,\s*[^\s,]+)*?",
    "word": r"\S+?",
    "rest": r"[\s\S]+?",
}
_ENDED = {
    "": (r"(?:[^\n]*?[^\n`])??", r"(?:[^\n]*?[^\n\s`*])??"),
    "word": (r"(?:\S*?[^\s`])", r"(?:\S*?[^\s`*]|\*)"),
    "rest": (r"(?:[\s\S]*?[^`]|[\s\S])", r"(?:[\s\S]*?[^\s`*]|[\s\S])"),
}
"""What a slot of that kind may be, which ends in no mark that is lost in pastes; where a gap follows, in nothing of it."""
_GAP = r"[\s`*]*+"
_GAP_BEFORE_SLOT = r"[\s`]*+(?:\*++(?=[^\s`*])`*+)?+"
"""A gap that leaves a value of mere asterisks to the slot."""
_LOST = re.compile(r"[\s`*]+")


def squeeze(text: str) -> str:
    """The text without white space, backticks and asterisks: what survives every paste."""
    return _LOST.sub("", text)


def first_day(partial: str | None) -> date:
    """The first day of a date given as YYYY, YYYY-MM or YYYY-MM-DD; the beginning of time for None."""
    if not partial:
        return date.min
    parts = [int(part) for part in partial.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def matches_glob(path: str, globs: str, separator: str = ".") -> bool:
    """Whether the path fits one of the space-separated globs; `*` stands for one segment, `**` for any number."""
    return any(_glob(glob, separator).fullmatch(path) for glob in globs.split())


_globs: dict[tuple[str, str], re.Pattern[str]] = {}


def _glob(glob: str, separator: str) -> re.Pattern[str]:
    compiled = _globs.get((glob, separator))
    if compiled is None:
        parts = (re.escape(part) for part in glob.split("**"))
        one = f"[^{re.escape(separator)}]+"
        compiled = _globs[glob, separator] = re.compile(".*".join(part.replace(r"\*", one) for part in parts), re.DOTALL)
    return compiled


@dataclass(frozen=True)
class Says:
    """One wording of a rule's answer, with the first sighting and where it was seen."""

    text: str
    since: str | None = None
    """First sighting (a partial date means its first day); not the start of validity."""
    source: str = ""
    """Evidence ids, e.g. "measured s5-model-int" or "corpus dev-505 dev-137"."""
    at: str = ""
    """Space-separated globs on the path as printed."""
    when: str = ""
    """A variant of the fault, as the hit names it."""
    on: str = ""
    """Space-separated platforms; empty: everywhere."""
    status: int | None = None
    """The HTTP status, where this wording comes with another one than the rule's."""
    error: str | None = None
    """The error type, where this wording comes with another one than the rule's."""
    typed: bool = False
    """Words that anybody may say: they are the rule's only beside its error type."""
    _parts: tuple[tuple[str, str | None, str], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        parts: list[tuple[str, str | None, str]] = []
        last, literal = 0, ""
        for slot in _SLOT.finditer(self.text):
            literal += self.text[last : slot.start()]
            last = slot.end()
            if slot.group(1) is None:
                literal += slot.group()[0]
            else:
                parts.append((literal, slot.group(1), slot.group(2) or ("path" if slot.group(1) == "path" else "")))
                literal = ""
        parts.append((literal + self.text[last:], None, ""))
        object.__setattr__(self, "_parts", tuple(parts))

    @property
    def slots(self) -> tuple[str, ...]:
        """The names of the slots, in order."""
        return tuple(name for _, name, _ in self._parts if name)

    @property
    def numbers(self) -> int:
        """How many slots hold a number."""
        return sum(kind == "n" for _, _, kind in self._parts)

    @property
    def raw_literals(self) -> tuple[str, ...]:
        """The literal parts as written."""
        return tuple(text for text, _, _ in self._parts)

    @cached_property
    def literals(self) -> tuple[str, ...]:
        """The literal parts, squeezed; their total length ranks templates in recognition."""
        return tuple(squeezed for text, _, _ in self._parts if (squeezed := squeeze(text)))

    @cached_property
    def opens_with_a_word(self) -> bool:
        """Whether it begins with one word that may be any, which a squeezed text does not show."""
        return self._parts[0][0] == "" and self._parts[0][2] == "word"

    @cached_property
    def ends_in_words(self) -> bool:
        """Whether the sentence ends in words of its own, so that its end shows in running text."""
        return len(squeeze(self._parts[-1][0])) >= _LAST_WORDS

    def fill(self, values: dict[str, object]) -> str | None:
        """The sentence with its slots filled, or None when a value is missing."""
        out: list[str] = []
        for literal, name, _ in self._parts:
            out.append(literal)
            if name is not None:
                value = values.get(name)
                if value is None:
                    return None
                out.append(str(value))
        return "".join(out)

    @cached_property
    def squeezed_pattern(self) -> re.Pattern[str]:
        """Recognises a squeezed sentence; a final stop may be absent or added."""
        return re.compile(_joined([(re.escape(squeeze(text)), _squeezed_slot(name, kind)) for text, name, kind in self._parts]))

    @cached_property
    def squeezed_parts(self) -> tuple[str, ...]:
        """The literal parts, squeezed, the empty ones too: before the first slot, between slots, behind the last."""
        return tuple(squeeze(text) for text, _, _ in self._parts)

    def squeezed_head(self, index: int) -> re.Pattern[str]:
        """Recognises what stands before that literal part in a squeezed sentence."""
        return re.compile("".join(re.escape(squeeze(text)) + _squeezed_slot(name, kind) for text, name, kind in self._parts[:index]))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Captures the slots from a sentence whose white space and backticks may have suffered; a final stop may be absent or added.

        Where a gap ends and a slot begins and ends is never open to choice, so that a wall of backticks is read once.
        """
        parts: list[tuple[str, str]] = []
        seen: set[str] = set()
        literals = [_tolerant(text) for text, _, _ in self._parts]
        for index, (_, name, kind) in enumerate(self._parts):
            literal, slot = literals[index], ""
            if name is not None:
                behind = literals[index + 1] if index + 1 < len(literals) else ""
                gap = behind.startswith(_GAP) or behind in ("", r"\.")
                slot = _ENDED[kind][gap] if kind in _ENDED else f"(?:{_PATTERNS[kind]})"
                slot = f"`*+(?P<{name}>{slot})" if name not in seen else f"`*+{slot}"
                slot += "" if gap else "`*+"
                seen.add(name)
                if literal.endswith(_GAP):
                    literal = literal.removesuffix(_GAP) + _GAP_BEFORE_SLOT
            parts.append((literal, slot))
        return re.compile(r"\s*+" + _joined(parts) + r"\s*")

    def matches(self, message: str) -> bool:
        """Whether the message is this sentence."""
        return self.squeezed_pattern.fullmatch(squeeze(message)) is not None

    def captures(self, message: str) -> dict[str, str]:
        """The slots' values in a message that matches; empty where the paste is too damaged to tell."""
        found = self.pattern.fullmatch(message)
        return {name: value for name, value in found.groupdict().items() if value is not None} if found else {}

    def fits(self, *, platform: str, path: str, when: str) -> bool:
        """Whether this wording is for that platform, path and variant."""
        return (
            (not self.on or platform in self.on.split())
            and (not self.at or matches_glob(path, self.at))
            and (not self.when or when == self.when)
        )


def _squeezed_slot(name: str | None, kind: str) -> str:
    if name is None:
        return ""
    return f"(?:{_PATTERNS[kind]})" if kind else r"(?:[\s\S]*?)"


def _joined(parts: list[tuple[str, str]]) -> str:
    """Literal parts and slots in turn as one pattern; a slot that has met the literal behind it is final, so that time stays linear."""
    out = [parts[0][0]]
    for index, (_, slot) in enumerate(parts[:-1]):
        literal = parts[index + 1][0]
        closed = index + 1 < len(parts) - 1 and literal not in ("", _GAP, _GAP_BEFORE_SLOT)
        out.append(f"(?>{slot}{literal})" if closed else slot + literal)
    return "".join(out).removesuffix(_GAP).removesuffix(r"\.") + _GAP + r"\.?"


def _tolerant(literal: str) -> str:
    words = re.split(r"([\s`*]+)", literal)
    return "".join(_GAP if re.fullmatch(r"[\s`*]+", word) else re.escape(word) for word in words if word)


def choose(says: tuple[Says, ...], *, platform: str, on: date, path: str, when: str) -> tuple[Says, bool] | None:
    """The wording for that place and day, and whether it is a prediction from before its first sighting."""
    fitting = [one for one in says if one.fits(platform=platform, path=path, when=when)]
    for wanted in ("at", "when"):
        if any(getattr(one, wanted) for one in fitting):
            fitting = [one for one in fitting if getattr(one, wanted)]
    if any(one.on for one in fitting):
        fitting = [one for one in fitting if one.on]
    if not fitting:
        return None
    seen = [one for one in fitting if first_day(one.since) <= on]
    if seen:
        return max(seen, key=lambda one: first_day(one.since)), False
    return min(fitting, key=lambda one: first_day(one.since)), True
