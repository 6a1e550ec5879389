"""A command line cut into words as a POSIX shell does it, remembering where each byte came from."""

import re
from dataclasses import dataclass, field

from why400.errors import FormatError

_PLAIN = re.compile(rb"[^\s'\"\\$`^|;&<>()]+")
_IN_DOUBLE = re.compile(rb'[^"\\]+')
_IN_ANSI = re.compile(rb"[^'\\]+")
_BLANK = re.compile(rb"[ \t\r]+")
_CONTINUED = re.compile(rb"[\\^`][ \t]*\r?\n")
_HERE = re.compile(rb"<<(-?)[ \t]*(['\"]?)([A-Za-z_][A-Za-z0-9_]{0,63})\2")
_COMMENT = re.compile(rb"#[^\n]*")
_ANSI = re.compile(rb"\\(?:([0-7]{1,3})|x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|c([\s\S])|([\s\S]))")
_SIMPLE = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"e": b"\x1b", b"E": b"\x1b",
           b"f": b"\f", b"v": b"\v"}  # fmt: skip


@dataclass(slots=True)
class Word:
    """One word: its pieces with their places in the source, and whether it holds what only a shell could fill in."""

    start: int
    pieces: list[tuple[bytes, int]] = field(default_factory=list)
    substitutes: bool = False

    @property
    def value(self) -> bytes:
        """The word as the program would get it; variables stand as they are written."""
        return b"".join([piece for piece, _ in self.pieces])

    def after(self, count: int) -> list[tuple[bytes, int]]:
        """The pieces without the first `count` bytes."""
        left: list[tuple[bytes, int]] = []
        for piece, at in self.pieces:
            if count < len(piece):
                left.append((piece[count:], at + count))
            count = max(0, count - len(piece))
        return left


@dataclass(frozen=True, slots=True)
class Command:
    """The words of the first command, and its here-document if it has one."""

    words: list[Word]
    here: tuple[bytes, int] | None


def split(data: bytes, at: int, source: str) -> Command:
    """Cut the command that begins at `at`. It ends with its line, or with `|`, `;`, `&`, `>`, `)`.

    Line breaks after a backslash, a caret (cmd) or a backtick (PowerShell) continue it. Raises FormatError where a
    quote is never closed.
    """
    words: list[Word] = []
    word: Word | None = None
    here: tuple[bytes, int] | None = None
    size = len(data)
    while at < size:
        blank = _BLANK.match(data, at)
        if blank or _CONTINUED.match(data, at):
            gap = blank or _CONTINUED.match(data, at)
            assert gap is not None
            # A backslash joins lines inside a word; the other two, and blanks, end it.
            if word is not None and (blank or data[at : at + 1] != b"\\"):
                words.append(word)
                word = None
            at = gap.end()
            continue
        char = data[at : at + 1]
        if char == b"\n" or char in b"|;&)>":
            break
        if char == b"<":
            document = _HERE.match(data, at)
            if not document:
                break
            here = _here_document(data, document)
            at = document.end()
            continue
        if word is None:
            comment = _COMMENT.match(data, at)
            if comment:
                at = comment.end()
                continue
            word = Word(at)
        at = _one_piece(data, at, char, word, source)
    if word is not None:
        words.append(word)
    return Command(words, here)


def _one_piece(data: bytes, at: int, char: bytes, word: Word, source: str) -> int:
    """Read one run or quoted part at `at` into `word`; the offset behind it."""
    if char == b"'":
        end = data.find(b"'", at + 1)
        if end < 0:
            raise _unclosed(data, at, source)
        word.pieces.append((data[at + 1 : end], at + 1))
        return end + 1
    if char == b'"':
        return _double(data, at, word, source)
    if char == b"$" and data[at + 1 : at + 2] == b"'":
        return _ansi(data, at, word, source)
    if char == b"\\":
        word.pieces.append((data[at + 1 : at + 2] or b"\\", min(at + 1, len(data) - 1)))
        return at + 2
    if char == b"$" and data[at + 1 : at + 2] == b"(":
        word.substitutes = True
        end = data.find(b")", at)
        end = len(data) if end < 0 else end + 1
        word.pieces.append((data[at:end], at))
        return end
    plain = _PLAIN.match(data, at)
    end = plain.end() if plain else at + 1
    word.pieces.append((data[at:end], at))
    return end


def _double(data: bytes, begin: int, word: Word, source: str) -> int:
    at = begin + 1
    word.pieces.append((b"", at))
    while at < len(data):
        run = _IN_DOUBLE.match(data, at)
        if run:
            word.substitutes = word.substitutes or b"$(" in run[0]
            word.pieces.append((run[0], at))
            at = run.end()
            continue
        if data[at : at + 1] == b'"':
            return at + 1
        following = data[at + 1 : at + 2]
        if following and following in b'$`"\\':
            word.pieces.append((following, at + 1))
            at += 2
        elif following == b"\n":
            at += 2
        else:
            word.pieces.append((b"\\", at))
            at += 1
    raise _unclosed(data, begin, source)


def _ansi(data: bytes, begin: int, word: Word, source: str) -> int:
    """`$'…'` with C escapes; two escaped surrogates make one character, as they are meant."""
    at = begin + 2
    word.pieces.append((b"", at))
    high: tuple[int, int] | None = None
    while at < len(data):
        run = _IN_ANSI.match(data, at)
        if run:
            word.pieces.append((run[0], at))
            at = run.end()
            continue
        if data[at : at + 1] == b"'":
            return at + 1
        escape = _ANSI.match(data, at)
        if escape is None:
            break
        code = int(escape[3] or escape[4] or b"0", 16)
        if high is not None and high[0] == at and 0xDC00 <= code <= 0xDFFF:
            code = 0x10000 + ((high[1] - 0xD800) << 10) + (code - 0xDC00)
            word.pieces[-1] = (chr(code).encode(), word.pieces[-1][1])
        else:
            word.pieces.append((_escaped(escape, code), at))
        high = (escape.end(), code) if 0xD800 <= code <= 0xDBFF else None
        at = escape.end()
    raise _unclosed(data, begin, source)


def _escaped(escape: re.Match[bytes], code: int) -> bytes:
    if escape[1]:
        return bytes([int(escape[1], 8) & 0xFF])
    if escape[2]:
        return bytes([int(escape[2], 16)])
    if escape[3] or escape[4]:
        return chr(code).encode("utf-8", "surrogatepass") if code <= 0x10FFFF else escape[0]
    if escape[5]:
        return bytes([escape[5][0] & 0x1F])
    return _SIMPLE.get(escape[6], escape[6] if escape[6] in b"\\'\"?" else escape[0])


def _here_document(data: bytes, document: re.Match[bytes]) -> tuple[bytes, int]:
    """The text of a here-document and where it begins; one that is never ended goes to the end."""
    begin = data.find(b"\n", document.end()) + 1
    if begin == 0:
        return b"", len(data)
    closing = re.compile(rb"(?m)^" + (rb"\t*" if document[1] else rb"") + re.escape(document[3]) + rb"\r?$")
    end = closing.search(data, begin)
    return data[begin : end.start() if end else len(data)], begin


def _unclosed(data: bytes, at: int, source: str) -> FormatError:
    line = data.count(b"\n", 0, at) + 1
    return FormatError(f"{source}: the quote that opens in line {line} of the curl command is never closed")
