"""A command line cut into words as cmd.exe and then the program's C runtime do it: carets first, `\\"` second."""

import re

from why400.formats.pieces import Piece, joined
from why400.formats.shell_words import Command, Word

_OUTSIDE = re.compile(rb'[^"^\r\n&|<>]+')
_INSIDE = re.compile(rb'[^"\r]+')
_QUOTED = re.compile(rb'[^"\\]+')
_BARE = re.compile(rb'[^"\\ \t\n]+')
_BLANK = re.compile(rb"[ \t\n]+")
_SLASHES = re.compile(rb"\\+")
_SIGN = re.compile(rb'curl(?:\.exe)?[ \t]+\^"|\^"[ \t]*\^?\r?\n')
_CARET_END = re.compile(rb"[ \t]\^[ \t]*\r?\n")
_VARIABLE = re.compile(rb"%[A-Za-z_]\w{0,63}%")
_SINGLE = re.compile(rb"[ \t]'")


def is_written_for(data: bytes, at: int) -> bool:
    """Whether the command at `at` is written for cmd.exe: carets before quotes or at the ends of lines, `%NAME%`."""
    head = data[at : at + 8_192]
    if _SIGN.search(head):
        return True
    return (_CARET_END.search(head) is not None or _VARIABLE.search(head) is not None) and _SINGLE.search(head) is None


def split(data: bytes, at: int) -> Command:
    """Cut the command that begins at `at`; it ends with its line, or with `&`, `|`, `<`, `>` outside quotes.

    A line break inside quotes, where cmd.exe would stop, is taken as it is meant.
    """
    runs, command = _without_carets(data, at)
    line = joined(runs)
    command.words = _words(line, _Places(runs))
    return command


def _without_carets(data: bytes, at: int) -> tuple[list[Piece], Command]:
    """What cmd.exe hands on, in runs with their places, and where the command ends."""
    runs: list[Piece] = []
    quoted = False
    command = Command()
    while at < len(data):
        run = (_INSIDE if quoted else _OUTSIDE).match(data, at)
        if run:
            runs.append((run[0], at))
            at = run.end()
            continue
        char = data[at : at + 1]
        if char == b'"':
            quoted = not quoted
            runs.append((char, at))
        elif char == b"^":
            # A caret takes the next character as it is; before a line break it takes that away, and the one behind it as it is.
            begin = at
            at += 1
            broken = re.compile(rb"[ \t]*\r?\n(\r?\n)?").match(data, at)
            if broken:
                if broken[1]:
                    runs.append((b"\n", begin))
                at = broken.end()
                # The quote that follows is taken as it is, too: it opens nothing for cmd.exe.
                if not broken[1] and data[at : at + 1] == b'"':
                    runs.append((b'"', at))
                    at += 1
                elif not broken[1]:
                    runs.append((b" ", -1))
                continue
            runs.append((data[at : at + 1], begin))
        elif char != b"\r":
            command.stop = char
            break
        at += 1
    command.end = at
    return runs, command


class _Places:
    """Where the bytes of the joined runs stand in the source; asked for in rising order."""

    def __init__(self, runs: list[Piece]) -> None:
        self.runs = runs
        self.index = 0
        self.start = 0

    def pieces(self, line: bytes, begin: int, end: int) -> list[Piece]:
        """The bytes from `begin` to `end`, cut where their places jump."""
        out: list[Piece] = []
        while begin < end:
            while begin >= self.start + len(self.runs[self.index][0]):
                self.start += len(self.runs[self.index][0])
                self.index += 1
            run, at = self.runs[self.index]
            upto = min(end, self.start + len(run))
            out.append((line[begin:upto], at + begin - self.start if at >= 0 else -1))
            begin = upto
        return out


def _words(line: bytes, places: _Places) -> list[Word]:
    """The arguments as Microsoft's C runtime makes them: `\\"` is a quote, `""` inside quotes too."""
    words: list[Word] = []
    word: Word | None = None
    quoted = False
    at = 0
    while at < len(line):
        blank = None if quoted else _BLANK.match(line, at)
        if blank:
            if word is not None:
                words.append(word)
            word, at = None, blank.end()
            continue
        if word is None:
            word = Word(0, quotes={"windows"})
        slashes = _SLASHES.match(line, at)
        if slashes:
            count = len(slashes[0])
            before_quote = line[slashes.end() : slashes.end() + 1] == b'"'
            word.pieces += places.pieces(line, at, at + (count // 2 if before_quote else count))
            at = slashes.end()
            if before_quote and count % 2:
                _, place = places.pieces(line, at - 1, at)[0]
                places.pieces(line, at, at + 1)
                word.pieces.append((b'"', place))
                at += 1
        elif line[at : at + 1] == b'"':
            if quoted and line[at + 1 : at + 2] == b'"':
                word.pieces += places.pieces(line, at, at + 1)
                at += 2
                continue
            quoted = not quoted
            at += 1
            word.pieces.append((b"", -1))
        else:
            run = (_QUOTED if quoted else _BARE).match(line, at)
            assert run is not None  # what is no quote, backslash or blank
            word.pieces += places.pieces(line, at, run.end())
            at = run.end()
    if word is not None:
        words.append(word)
    for one in words:
        one.start = next((at for piece, at in one.pieces if piece), 0)
        one.pieces = [(piece, at) for piece, at in one.pieces if piece]
    return words
