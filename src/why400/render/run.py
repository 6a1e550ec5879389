"""A whole run of `check` as the outputs for other programs are given it, and what they all say alike: file names, places, order, counts."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from posixpath import normpath
from typing import NamedTuple

from msgspec import Struct

from why400.model import Finding
from why400.render.findings_text import Screen, named_path
from why400.render.style import number_words, shortened
from why400.sanitize import mask

_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters and halves of surrogate pairs: no XML may hold them, no terminal should be sent them."""
_KINDS = {"header": "header", "query": "query parameter", "path": "URL", "method": "method"}


class Unusable(Struct, frozen=True):
    """An input that could not be read."""

    source: str
    text: str
    """The one line that was said of it."""


class Passed(Struct, frozen=True):
    """A piece of an input that could not be read, while others could."""

    source: str
    text: str
    """What, where, why, and what to do instead, in one line."""
    line: int | None = None
    """Where it begins."""


class Run(Struct, frozen=True):
    """The requests that were checked, and the inputs that were none."""

    screens: Sequence[Screen]
    version: str
    """Of why400."""
    contract: str
    """The contract's day, YYYY-MM-DD."""
    unusable: Sequence[Unusable] = ()
    root: str = ""
    """The folder that file names are told from, absolute; empty: names stay as they are."""
    strict: bool = False
    """Warnings fail, too."""
    passed_over: Sequence[Passed] = ()

    def placed(self) -> list[tuple[Screen, Finding]]:
        """Every finding with its request, in the order of the run."""
        return [(screen, finding) for screen in self.screens for finding in screen.findings]

    def urgent_first(self) -> list[tuple[Screen, Finding]]:
        """The same with errors before warnings, and what the API reports of each request before what comes behind it."""
        return sorted(self.placed(), key=lambda one: (one[1].severity != "error", not one[1].first))

    def counts(self) -> tuple[int, int]:
        """Errors and warnings."""
        errors = sum(finding.severity == "error" for _, finding in self.placed())
        return errors, len(self.placed()) - errors

    def summary(self) -> str:
        """`1 error, 0 warnings in 2 requests`."""
        errors, warnings = self.counts()
        unread = f"; {number_words(len(self.unusable), 'input')} not read" if self.unusable else ""
        unread += f"; {number_words(len(self.passed_over), 'piece')} passed over" if self.passed_over else ""
        return (
            f"{number_words(errors, 'error')}, {number_words(warnings, 'warning')} in {number_words(len(self.screens), 'request')}{unread}"
        )

    def file(self, source: str) -> str | None:
        """The file's name with `/`, from the root where it lies below it; None for standard input."""
        if source == "-":
            return None
        path = PurePath(source)
        if self.root and path.is_absolute() and path.is_relative_to(self.root):
            path = path.relative_to(self.root)
        return normpath(path.as_posix())


def shown_name(screen: Screen) -> str:
    """The source as people read it, with which of its requests it is."""
    return clean(shortened(f"{'standard input' if screen.source == '-' else screen.source} {screen.label}".strip()))


def place_of(screen: Screen, finding: Finding) -> str:
    """Where in the request: a header's name, or the path in the body."""
    if finding.where != "body":
        return shortened(f"{_KINDS[finding.where]} {finding.name or ''}".strip())
    return shortened(named_path(finding, screen.value) or "body")


def position_of(screen: Screen, finding: Finding) -> str:
    """`line 3, column 17`, of `body.json` if it is not the source; empty where the place has no line."""
    if finding.line is None:
        return ""
    file = screen.file_of(finding)
    return f"line {finding.line}, column {finding.column}{f' of {shortened(file)}' if file != screen.source else ''}"


def answer_of(finding: Finding) -> str:
    """What the API says, with its status; empty where no wording is known."""
    said = finding.api_error
    if said.message is None:
        return ""
    status = " ".join(str(part) for part in (said.status, said.type) if part is not None)
    return f"{status}: {shortened(said.message)}" if status else shortened(said.message)


def note_of(finding: Finding) -> str:
    """Whether the API reports this one first, or only when the batch is worked on."""
    if finding.api_error.when == "batch-item":
        return "the batch is created; this item fails in it"
    return "the API answers this first" if finding.first and finding.severity == "error" else ""


def clean(text: str) -> str:
    """The text without credentials, and without characters that cannot be shown."""
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", mask(text))


def cleaned(value: object) -> object:
    """Objects and lists of our own making with every text in them cleaned: before it is encoded, so that no escape is cut in two."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {name: cleaned(held) for name, held in value.items()}
    if isinstance(value, list | tuple):
        return [cleaned(held) for held in value]
    return value


class Source(NamedTuple):
    """One input of a run."""

    name: str
    screens: list[Screen]
    """Its requests."""
    unusable: list[Unusable]
    """What was said of it, where it could not be read."""
    passed_over: list[Passed]


def by_source(run: Run) -> Iterator[Source]:
    """The sources in the order of the run."""
    found: dict[str, Source] = {}

    def of(name: str) -> Source:
        return found.setdefault(name, Source(name, [], [], []))

    for screen in run.screens:
        of(screen.source).screens.append(screen)
    for unread in run.unusable:
        of(unread.source).unusable.append(unread)
    for piece in run.passed_over:
        of(piece.source).passed_over.append(piece)
    yield from found.values()
