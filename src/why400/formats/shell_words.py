"""A command line cut into words as a POSIX shell does it, remembering where each byte came from."""

import re
from dataclasses import dataclass, field

from why400.errors import FormatError
from why400.formats.pieces import Piece, joined

_PLAIN = re.compile(rb"[^\s'\"\\$`^|;&<>()]+")
_IN_DOUBLE = re.compile(rb'[^"\\$]+')
_IN_ANSI = re.compile(rb"[^'\\]+")
_BLANK = re.compile(rb"[ \t\r]+")
_CONTINUED = re.compile(rb"[\\^`][ \t]*\r?\n")
_HERE = re.compile(rb"<<(-?)[ \t]*(['\"\\]?)([A-Za-z_][A-Za-z0-9_]{0,63})['\"]?")
_HERE_ESCAPE = re.compile(rb"\\(?:([\\$`])|\n)")
_LINE = re.compile(rb"[^\n]*(?:\n|\Z)")
_CAT_HERE = re.compile(rb"\$\([ \t]*cat[ \t]*(?=<<-?[ \t]*['\"\\A-Za-z_])")
_CLOSING = re.compile(rb"[ \t\r\n]*\)")
_OUTWARD = re.compile(rb"&?>[>|]?&?[ \t]*(?=[^\s|;&<>()])")
_COMMENT = re.compile(rb"#[^\n]*")
_INSIDE = re.compile(rb"'[^']*'|\"(?:[^\"\\]|\\.)*\"|\\.|[()]", re.DOTALL)
_ANSI = re.compile(rb"\\(?:([0-7]{1,3})|x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|c([\s\S])|([\s\S]))")
_SIMPLE = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"e": b"\x1b", b"E": b"\x1b",
           b"f": b"\f", b"v": b"\v"}  # fmt: skip


@dataclass(slots=True)
class Word:
    """One word: its pieces with their places in the source, and whether it holds what only a shell could fill in."""

    start: int
    pieces: list[Piece] = field(default_factory=list)
    substitutes: bool = False
    quotes: set[str] = field(default_factory=set)
    """In what its parts stand: `single`, `double`, `ansi`, `here`, `plain`."""
    end: int = -1
    """Where the content of its last part ends in the source."""

    @property
    def value(self) -> bytes:
        """The word as the program would get it; variables stand as they are written."""
        return joined(self.pieces)

    @property
    def expanding(self) -> bytes:
        """The value without each `$` that a backslash keeps from the shell: a name behind it is a variable's no more."""
        behind = [*(at for _, at in self.pieces[1:]), -1]
        return joined([(piece, at) for (piece, at), after in zip(self.pieces, behind, strict=False) if piece != b"$" or after != at + 2])

    def after(self, count: int) -> list[Piece]:
        """The pieces without the first `count` bytes."""
        left: list[Piece] = []
        for piece, at in self.pieces:
            if count < len(piece):
                left.append((piece[count:], at + count))
            count = max(0, count - len(piece))
        return left


@dataclass(slots=True)
class Command:
    """The words of one command, what is written to its standard input (a text, or a file's name), and where it ends."""

    words: list[Word] = field(default_factory=list)
    here: Word | None = None
    from_file: Word | None = None
    end: int = 0
    """Behind its here-document, if it has one; else at what ended it."""
    stop: bytes = b""
    """The character that ended it: a line break, `|`, `;`, `&`, `)`, or none."""


def split(data: bytes, at: int, source: str) -> Command:
    """Cut the command that begins at `at`. It ends with its line, or with `|`, `;`, `&`, `)`; what `>` names is left out.

    Line breaks after a backslash, a caret (cmd) or a backtick (PowerShell) continue it. Raises FormatError where a
    quote is never closed.
    """
    command = Command()
    word: Word | None = None
    size = len(data)
    behind = 0
    while at < size:
        blank = _BLANK.match(data, at)
        if blank or _CONTINUED.match(data, at):
            gap = blank or _CONTINUED.match(data, at)
            assert gap is not None
            # A backslash joins lines inside a word; the other two, and blanks, end it.
            if word is not None and (blank or data[at : at + 1] != b"\\"):
                command.words.append(word)
                word = None
            at = gap.end()
            continue
        char = data[at : at + 1]
        outward = _OUTWARD.match(data, at)
        if outward:  # `> out.json`, `2>&1`: nothing of the request
            word = None if word is not None and word.value.isdigit() else word
            if word is not None:
                command.words.append(word)
                word = None
            _, at = _word(data, outward.end(), source)
            continue
        if char == b"\n" or char in b"|;&)":
            command.stop = char
            break
        if char == b"<":
            document = _HERE.match(data, at)
            if document:
                command.here, behind = _here_document(data, document, behind)
                at = document.end()
                continue
            begin = at + (3 if data.startswith(b"<<<", at) else 1)
            read, at = _word(data, begin, source)
            if begin - at == 0 or not read.pieces:
                break
            if data.startswith(b"<<<", begin - 3):
                read.pieces.append((b"\n", -1))
                command.here = read
            else:
                command.from_file = read
            continue
        if word is None:
            comment = _COMMENT.match(data, at)
            if comment:
                at = comment.end()
                continue
            word = Word(at)
        at = _one_piece(data, at, char, word, source)
    if word is not None:
        command.words.append(word)
    command.end = max(at, behind)
    return command


def _word(data: bytes, at: int, source: str) -> tuple[Word, int]:
    """The word behind a redirection, and where it ends."""
    blank = _BLANK.match(data, at)
    at = blank.end() if blank else at
    word = Word(at)
    while at < len(data) and data[at : at + 1] not in b" \t\r\n|;&)<>":
        at = _one_piece(data, at, data[at : at + 1], word, source)
    return word, at


def _one_piece(data: bytes, at: int, char: bytes, word: Word, source: str) -> int:
    """Read one run or quoted part at `at` into `word`; the offset behind it."""
    if char == b"'":
        end = data.find(b"'", at + 1)
        if end < 0:
            raise _unclosed(data, at, source)
        word.pieces.append((data[at + 1 : end], at + 1))
        word.quotes.add("single")
        word.end = end
        return end + 1
    if char == b'"':
        return _double(data, at, word, source)
    if char == b"$" and data[at + 1 : at + 2] == b"'":
        return _ansi(data, at, word, source)
    word.quotes.add("plain")
    if char == b"\\":
        word.pieces.append((data[at + 1 : at + 2] or b"\\", at))
        word.end = min(at + 2, len(data))
        return at + 2
    if char == b"$" and data[at + 1 : at + 2] == b"(":
        end = _substitution(data, at, word, source)
    else:
        plain = _PLAIN.match(data, at)
        end = plain.end() if plain else at + 1
        word.pieces.append((data[at:end], at))
    word.end = end
    return end


def _double(data: bytes, begin: int, word: Word, source: str) -> int:
    at = begin + 1
    word.pieces.append((b"", at))
    word.quotes.add("double")
    while at < len(data):
        run = _IN_DOUBLE.match(data, at)
        if run:
            word.pieces.append((run[0], at))
            at = run.end()
            continue
        char = data[at : at + 1]
        if char == b'"':
            word.end = at
            return at + 1
        following = data[at + 1 : at + 2]
        if char == b"$":
            if following == b"(":
                at = _substitution(data, at, word, source)
                continue
            word.pieces.append((b"$", at))
            at += 1
        elif following and following in b'$`"\\':
            word.pieces.append((following, at))
            at += 2
        elif following == b"\n":
            at += 2
        else:
            word.pieces.append((b"\\", at))
            at += 1
    raise _unclosed(data, begin, source)


def _substitution(data: bytes, begin: int, word: Word, source: str) -> int:
    """`$(cat <<EOF …)` is the text of its here-document; any other `$(…)` stands as it is written."""
    document = _HERE.match(data, found.end()) if (found := _CAT_HERE.match(data, begin)) else None
    if document:
        here, behind = _here_document(data, document, 0)
        closing = _CLOSING.match(data, behind)
        if closing:
            while here.pieces and not here.pieces[-1][0].rstrip(b"\n"):
                here.pieces.pop()
            if here.pieces:
                here.pieces[-1] = (here.pieces[-1][0].rstrip(b"\n"), here.pieces[-1][1])
            word.pieces += here.pieces
            word.quotes = here.quotes if word.quotes == {"double"} else word.quotes | here.quotes
            return closing.end()
    word.substitutes = True
    depth = 0
    for token in _INSIDE.finditer(data, begin + 1):
        depth += {b"(": 1, b")": -1}.get(token[0], 0)
        if depth == 0:
            word.pieces.append((data[begin : token.end()], begin))
            return token.end()
    raise _unclosed(data, begin, source, "the `$(` that opens")


def _ansi(data: bytes, begin: int, word: Word, source: str) -> int:
    """`$'…'` with C escapes; two escaped surrogates make one character, as they are meant."""
    at = begin + 2
    word.pieces.append((b"", at))
    word.quotes.add("ansi")
    high: tuple[int, int] | None = None
    while at < len(data):
        run = _IN_ANSI.match(data, at)
        if run:
            word.pieces.append((run[0], at))
            at = run.end()
            continue
        if data[at : at + 1] == b"'":
            word.end = at
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


def _here_document(data: bytes, document: re.Match[bytes], behind: int) -> tuple[Word, int]:
    """The text of a here-document, and the offset behind its last line; one that is never ended goes to the end.

    `behind` is where the one before it on the same line ends. The shell replaces variables and takes `\\$`, `\\\\`,
    `` \\` `` and a line break behind a backslash as escapes, unless the word is quoted; `<<-` drops leading tabs.
    """
    begin = behind or data.find(b"\n", document.end()) + 1
    if begin == 0:
        return Word(len(data)), len(data)
    word = Word(begin, quotes={"here"})
    closing = re.compile(rb"(?m)^" + (rb"\t*" if document[1] else rb"") + re.escape(document[3]) + rb"\r?(?=\n|\Z|\))")
    found = closing.search(data, begin)
    word.end = found.start() if found else len(data)
    if not document[1] and document[2]:
        word.pieces = [(data[begin : word.end], begin)]
        return word, found.end() if found else word.end
    if not document[2]:
        word.quotes.add("expanded")
    at = begin
    while at < word.end:
        line = _LINE.match(data, at, word.end)
        assert line is not None  # the pattern matches anything
        at = line.end()
        first = line.start()
        while document[1] and first < at and data[first : first + 1] == b"\t":
            first += 1
        for escape in () if document[2] else _HERE_ESCAPE.finditer(data, first, at):
            word.pieces += ((data[first : escape.start()], first), (escape[1] or b"", escape.start()))
            first = escape.end()
        word.pieces.append((data[first:at], first))
    return word, found.end() if found else word.end


def _unclosed(data: bytes, at: int, source: str, what: str = "the quote that opens") -> FormatError:
    line = data.count(b"\n", 0, at) + 1
    return FormatError(f"{source}: line {line}: {what} here is never closed: close it, or check the body by itself")
