"""What `check` is given: files, directories, patterns that no shell has expanded, standard input."""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from why400.cli.console import complain
from why400.cli.progress import Progress
from why400.errors import FormatError, Why400Error
from why400.formats.for_claude import is_for_claude
from why400.formats.read_input import ReadInput

_PATTERN = re.compile(r"[*?\[]")
_NOT_WALKED: Final = frozenset({"node_modules", "__pycache__"})


class Input(Struct, frozen=True):
    """One input of a run."""

    name: str
    """As it is read and shown; `-` is standard input."""
    found: bool = False
    """Found in a directory or by a pattern, not named by the user: then it may well be no request."""


def expand(names: Sequence[str]) -> Iterator[Input]:
    """The inputs that are meant, in order: what directories hold in sorted order, what patterns match, the others as named.

    Hidden files and directories are left out, and `node_modules` and `__pycache__`. A pattern without a match stays as
    it is, to be complained of as a file that is not there. No name at all means standard input.
    """
    for name in names or ("-",):
        if name != "-" and _PATTERN.search(name) and not os.path.lexists(name):
            from glob import glob  # seldom: shells expand patterns themselves

            matches = sorted(glob(name, recursive=True))  # noqa: PTH207  takes absolute patterns, too
            for match in matches:
                yield from _walked(match) if Path(match).is_dir() else (Input(match, found=True),)
            if not matches:
                yield Input(name)
        elif name != "-" and os.path.isdir(name):  # noqa: PTH112  a Path costs more, and every run comes by
            yield from _walked(name)
        else:
            yield Input(name)


def _walked(folder: str) -> Iterator[Input]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith(".") and one not in _NOT_WALKED)
        for file in sorted(files):
            path = Path(parent, file)
            if not file.startswith(".") and path.is_file():
                yield Input(str(path), found=True)


class Inputs:
    """The inputs of a run, one after the other: shows how far it is, and counts what turns out to be no request."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names
        self.current = Input("-")
        self.found = 0
        self.skipped = 0
        self.progress = Progress()

    def __iter__(self) -> Iterator[str]:
        for number, one in enumerate(expand(self.names), 1):
            self.current = one
            self.found += one.found
            self.progress.show(f"{number}  {one.name}")
            yield one.name

    def each(self, requests: Sequence[ReadInput]) -> Iterator[ReadInput]:
        """The requests of the current input."""
        for number, request in enumerate(requests, 1):
            if number > 1:
                self.progress.show(f"request {number} of {len(requests)} in {self.current.name}")
            yield request

    def skips_error(self, error: Why400Error) -> bool:
        """Whether the error says no more than that a file that nobody named is no request; such a file is skipped."""
        skips = self.current.found and isinstance(error, FormatError)
        self.skipped += skips
        if not skips:
            self.progress.clear()
        return skips

    def skips(self, requests: Sequence[ReadInput]) -> bool:
        """Whether a file that nobody named holds something else that can be read as a request: it is skipped."""
        skips = self.current.found and not any(is_for_claude(one) for one in requests)
        self.skipped += skips
        return skips

    def close(self) -> list[tuple[str, str]]:
        """Says what was skipped. Gives the inputs in which nothing was found, each with the line that was said of it."""
        self.progress.clear()
        if self.found and self.skipped == self.found:
            where = " ".join(self.names)
            line = f"{where}: no request in {_files(self.found)}"
            complain(line)
            return [(where, line)]
        if not self.found and self.names and all(os.path.isdir(name) for name in self.names):  # noqa: PTH112  as above
            where = " ".join(self.names)
            line = f"{where}: no files to check"
            complain(line)
            return [(where, line)]
        if self.skipped:
            complain(f"{_files(self.skipped)} skipped: no requests in {'it' if self.skipped == 1 else 'them'}")
        return []


def _files(count: int) -> str:
    return f"{count} file" if count == 1 else f"{count} files"
