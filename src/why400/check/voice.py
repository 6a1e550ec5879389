"""A rule's sentences, made ready once: which wording is for whom, and templates that fill quickly."""

import re
from datetime import date
from functools import cache

from why400.rules import Context, Rule
from why400.rules.catalogue import load
from why400.rules.rule import PHASES
from why400.rules.says import Says, choose, matches_glob
from why400.rules.wording import DOCS, alternatives, sentence

_SLOT = re.compile(r"\{([a-z_]+)\}")


class Template:
    """A text with slots."""

    __slots__ = ("_form", "_names")

    def __init__(self, parts: list[tuple[str, str | None]]) -> None:
        self._form = "".join(literal.replace("%", "%%") + ("" if name is None else "%s") for literal, name in parts)
        self._names = tuple(name for _, name in parts if name is not None)
        if not self._names:
            self._form = "".join(literal for literal, _ in parts)

    def fill(self, values: dict[str, object]) -> str | None:
        """The text with its slots filled; None where a value is missing."""
        if not self._names:
            return self._form
        given = tuple([values.get(name) for name in self._names])
        return None if None in given else self._form % given


def _template(text: str) -> Template:
    pieces = _SLOT.split(text)  # literals and names in turn
    return Template([(pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None) for at in range(0, len(pieces), 2)])


class Answer:
    """What the API answers to one variant of a fault, for one day and platform."""

    __slots__ = ("error", "evidence", "status", "template")

    def __init__(self, rule: Rule, chosen: tuple[Says, bool] | None) -> None:
        self.status, self.error, self.evidence = rule.status, rule.error, rule.evidence
        self.template: Template | None = None
        if chosen is not None:
            wording, early = chosen
            self.template = Template([(literal, name) for literal, name, _ in wording._parts])
            self.status, self.error = wording.status or rule.status, wording.error or rule.error
            if early and rule.evidence == "observed":
                self.evidence = "derived"


class Voice:
    """How one rule speaks."""

    def __init__(self, rule: Rule, words_as: str | None) -> None:
        self.rule = rule
        self.says = rule.says if words_as is None else load(words_as).says
        self.phase = bytes((PHASES.index(rule.phase),))
        self.docs = f"{DOCS}{rule.slug}"
        self._cause, self._mend = _template(alternatives(rule.cause)[0]), _template(alternatives(rule.mend)[0])
        self._globs = tuple(one.at for one in self.says if one.at)
        self._answers: dict[tuple[str, date, str, tuple[bool, ...]], Answer] = {}

    def answer(self, context: Context, path: str, when: str) -> Answer:
        """The answer for that place and variant."""
        at = tuple([matches_glob(path, glob) for glob in self._globs]) if self._globs else ()
        key = (context.platform, context.on, when, at)  # nothing else enters the choice
        found = self._answers.get(key)
        if found is None:
            chosen = choose(self.says, platform=context.platform, on=context.on, path=path, when=when)
            found = self._answers[key] = Answer(self.rule, chosen)
        return found

    def cause(self, values: dict[str, object]) -> str:
        """Why it is refused."""
        return self._cause.fill(values) or sentence(self.rule.cause, values)

    def mend(self, values: dict[str, object]) -> str:
        """What to do."""
        return self._mend.fill(values) or sentence(self.rule.mend, values)


@cache
def voice_of(rule: Rule, words_as: str | None = None) -> Voice:
    """The rule's voice, made once; `words_as`: with the sentences of that rule."""
    return Voice(rule, words_as)
