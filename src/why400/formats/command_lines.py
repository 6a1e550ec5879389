"""Where the commands of one program begin in a text: behind prompts, assignments, pipes, comments and other lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from why400.errors import FormatError

if TYPE_CHECKING:  # to recognise other texts needs none of it
    from why400.formats.shell_words import Command, Word

_PROMPT = rb"(?:[$%>#][ \t]+|(?:PS )?[A-Za-z]:\\[^>\n]{0,200}>[ \t]*)?"
_INTO = rb"(?:(?:local[ \t]+|export[ \t]+)?\w{1,64}=[\"']?(?:\$\([ \t]*|`)|\$\w{1,64}[ \t]*=[ \t]*)?"
_SETTINGS = rb"(?:(?:time|exec|sudo)[ \t]+)?(?:[A-Za-z_]\w{0,63}=[^\s(`]{0,400}[ \t]+){0,5}"
_BEFORE = re.compile(
    rb"[ \t]*(?:#|```|export\s|set(?:local)?\s|SET\s|echo\s|cd\s|source\s|@echo\b|rem\s|REM\s|::|[A-Za-z_]\w{0,63}=|\$env:|chcp\s)"
)
_PIPED = rb"[ \t]*" + _PROMPT + rb"(?:echo|printf|cat)[ \t]"
_PIPED_LINE = re.compile(_PIPED)
_BLANK = re.compile(rb"(?:\xef\xbb\xbf)?(?:[ \t\r]*\n)*")
_AFTER_STOP = re.compile(rb"[;&|\s]+")
_LINES_BEFORE = 60
_MISREAD_AT_MOST = 20
"""Each may be looked at up to the end of the text."""

Start: TypeAlias = "tuple[int, Word | None]"
"""The offset behind the program's name, and what is piped into it."""


class Finder:
    """Finds the commands of the program whose name the pattern matches."""

    def __init__(self, name: bytes) -> None:
        start = rb"[ \t]*" + _PROMPT + _INTO + _SETTINGS + name
        self._start = re.compile(start)
        # The other two are compiled when they are first used (`re` keeps them): to recognise other texts needs neither.
        self._later = rb"(?m)^(?:(?P<own>" + start + rb")|" + _PIPED + rb")"
        self._after_pipe = rb"\|[ \t]*(?:\\?\r?\n[ \t]*)?" + name

    def first(self, data: bytes) -> Start | None:
        """The command that the first line begins that is no comment, assignment or fence; None where another comes first."""
        blank = _BLANK.match(data)
        at = blank.end() if blank else 0
        for _ in range(_LINES_BEFORE):
            found = self._start.match(data, at)
            if found:
                return found.end(), None
            if _PIPED_LINE.match(data, at):
                piped = self._piped(data, at)
                if piped:
                    return piped
            end = data.find(b"\n", at)
            if end < 0 or end - at > 10_000 or (data[at:end].strip() and not _BEFORE.match(data, at)):
                return None
            at = end + 1
        return None

    def commands(self, data: bytes, split: Callable[[int], Command]) -> Iterator[tuple[int, Command | FormatError]]:
        """All commands, each with the offset behind the program's name; `split` takes one apart.

        Where it raises FormatError, that stands in the place of the command, and the search goes on with the next line.
        """
        found = self.first(data)
        misread = 0
        while found is not None:
            start, piped = found
            try:
                command = split(start)
            except FormatError as exc:
                yield start, exc
                misread += 1
                line_end = data.find(b"\n", start)
                found = self._later_line(data, line_end) if line_end >= 0 and misread < _MISREAD_AT_MOST else None
                continue
            _give_input(command, piped)
            yield start, command
            found = self._following(data, command)

    def _following(self, data: bytes, command: Command) -> Start | None:
        """The next command, behind `;`, `&` or `|`, or at the beginning of a later line."""
        at = command.end
        if command.stop in (b";", b"&", b"|"):
            gap = _AFTER_STOP.match(data, at)
            at = gap.end() if gap else at
            found = self._start.match(data, at)
            if found:
                return found.end(), None
        return self._later_line(data, at)

    def _later_line(self, data: bytes, at: int) -> Start | None:
        """The next command at the beginning of a line."""
        for tried, line in enumerate(re.compile(self._later).finditer(data, at)):
            if line["own"]:
                return line.end(), None
            piped = self._piped(data, line.start()) if tried < _LINES_BEFORE else None
            if piped:
                return piped
        return None

    def _piped(self, data: bytes, at: int) -> Start | None:
        """`echo '…' | curl`, `cat <<EOF | curl`, `cat body.json | curl`."""
        from why400.formats import shell_words
        from why400.formats.shell_words import Word

        try:
            before = shell_words.split(data, at, "")
        except FormatError:
            return None
        if before.here:  # behind a here-document's mark the pipe stands on the first line, before its text
            line_end = data.find(b"\n", at)
            found = re.compile(self._after_pipe).search(data, at, line_end if line_end > 0 else len(data))
        else:
            found = re.compile(self._after_pipe).match(data, before.end)
        names = [word for word in before.words if word.value.strip() not in (b"$", b"%", b"#", b">")]
        if not found or not names:
            return None
        if names[0].value == b"cat":
            if before.here:
                return found.end(), before.here
            return (found.end(), Word(names[1].start, [(names[1].value, -1)], quotes={"file"})) if len(names) == 2 else None
        texts = [word for word in names[1:] if not re.fullmatch(rb"-[neE]+|%s(?:\\n)?", word.value)]
        if len(texts) != 1:
            return None
        if names[0].value == b"echo" and names[1].value != b"-n":
            texts[0].pieces.append((b"\n", -1))
        return found.end(), texts[0]


def _give_input(command: Command, piped: Word | None) -> None:
    """Makes what is piped in the standard input of the command."""
    if piped is not None:
        command.from_file, command.here = (piped, None) if piped.quotes == {"file"} else (None, piped)
