"""Strings and bare words as PowerShell reads them, remembering where each byte came from."""

import re

from why400.errors import FormatError
from why400.formats.pieces import Piece
from why400.formats.shell_words import Command, Word

_IN_DOUBLE = re.compile(rb'[^"`$]+')
_CHAR = re.compile(rb"\$\(\[char\]\s*(?:(0x[0-9a-fA-F]{1,6})|(\d{1,7}))\s*\)", re.IGNORECASE)
_VARIABLE = re.compile(rb"\$(?:\{[^}\n]{1,100}\}|(?:env:)?[A-Za-z_]\w{0,100})", re.IGNORECASE)
_HERE_END = {b"'": re.compile(rb"\r?\n'@"), b'"': re.compile(rb'\r?\n"@')}
_HERE_START = re.compile(rb"@(['\"])[ \t]*\r?\n")
_CODE_POINT = re.compile(rb"`u\{([0-9a-fA-F]{1,6})\}")
_ESCAPES = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"0": b"\0", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v", b"e": b"\x1b"}
_BARE = re.compile(rb"[^\s'\"`;|&<>(){}]+")
_BLANK = re.compile(rb"(?:[ \t\r]+|`[ \t]*\r?\n)+")
_LEGACY = re.compile(rb"\s*[\[{]\s*\\\"")
_SLASHED = re.compile(rb'(\\+)"')


def starts_string(data: bytes, at: int) -> bool:
    """Whether a quoted string or a here-string begins at `at`."""
    return data[at : at + 1] in (b"'", b'"') or _HERE_START.match(data, at) is not None


def string(data: bytes, at: int, source: str) -> tuple[Word, int]:
    """The string that begins at `at`, and the offset behind it. Raises FormatError where it is never closed.

    A variable in it stands as it is written (`Word.substitutes` says that there is one); `$([char]233)`, which browsers
    write, is its character.
    """
    here = _HERE_START.match(data, at)
    if here:
        return _here_string(data, here, source)
    quote = data[at : at + 1]
    return _double(data, at, source) if quote == b'"' else _single(data, at, source)


def _single(data: bytes, begin: int, source: str) -> tuple[Word, int]:
    word = Word(begin, quotes={"single"})
    at = begin + 1
    while True:
        end = data.find(b"'", at)
        if end < 0:
            raise _unclosed(data, begin, source)
        if data[end + 1 : end + 2] != b"'":
            word.pieces.append((data[at:end], at))
            word.end = end
            return word, end + 1
        word.pieces.append((data[at : end + 1], at))
        at = end + 2


def _double(data: bytes, begin: int, source: str) -> tuple[Word, int]:
    word = Word(begin, quotes={"double"})
    at = begin + 1
    while at < len(data):
        if data[at : at + 1] == b'"':
            if data[at + 1 : at + 2] != b'"':
                word.end = at
                word.pieces = word.pieces or [(b"", at)]
                return word, at + 1
            word.pieces.append((b'"', at))
            at += 2
            continue
        at = _expanded(data, at, word)
    raise _unclosed(data, begin, source)


def _expanded(data: bytes, at: int, word: Word) -> int:
    """One run, escape or variable inside double quotes at `at`; the offset behind it."""
    run = _IN_DOUBLE.match(data, at)
    if run:
        word.pieces.append((run[0], at))
        return run.end()
    if data[at : at + 1] == b"`":
        point = _CODE_POINT.match(data, at)
        if point and int(point[1], 16) < 0x110000:
            word.pieces.append((chr(int(point[1], 16)).encode("utf-8", "surrogatepass"), at))
            return point.end()
        following = data[at + 1 : at + 2]
        word.pieces.append((_ESCAPES.get(following, following), at))
        return at + 2
    char = _CHAR.match(data, at)
    if char:
        code = int(char[1], 16) if char[1] else int(char[2])
        word.pieces.append((_utf16_unit(code, word), at))
        return char.end()
    variable = _VARIABLE.match(data, at)
    if variable or data.startswith(b"$(", at):
        word.substitutes = True
    end = variable.end() if variable else at + 1
    word.pieces.append((data[at:end], at))
    return end


def _utf16_unit(code: int, word: Word) -> bytes:
    """A character of `[char]`, which is a UTF-16 unit: the second of two is put together with the first."""
    if 0xDC00 <= code < 0xE000 and word.pieces:
        before = word.pieces[-1][0].decode("utf-8", "surrogatepass")
        if before and 0xD800 <= ord(before[-1]) < 0xDC00:
            _, place = word.pieces.pop()
            joined = (before + chr(code)).encode("utf-16-le", "surrogatepass").decode("utf-16-le")
            word.pieces.append((joined.encode(), place))
            return b""
    return chr(code).encode("utf-8", "surrogatepass") if code < 0x110000 else b"?"


def _here_string(data: bytes, here: re.Match[bytes], source: str) -> tuple[Word, int]:
    quote = here[1]
    begin = here.end()
    # An empty one ends with the line break that began it.
    found = _HERE_END[quote].search(data, begin - 1)
    if not found:
        raise _unclosed(data, here.start(), source)
    word = Word(here.start(), quotes={"here" if quote == b"'" else "double"}, end=max(begin, found.start()))
    if quote == b"'":
        word.pieces.append((data[begin : word.end], begin))
        return word, found.end()
    at = begin
    text = data[: word.end] if word.end - begin < len(data) else data
    while at < word.end:
        if text[at : at + 1] == b'"':
            word.pieces.append((b'"', at))
            at += 1
        else:
            at = min(_expanded(text, at, word), word.end)
    word.pieces = word.pieces or [(b"", begin)]
    return word, found.end()


def split(data: bytes, at: int, source: str) -> Command:
    """Cut the command of a program (`curl.exe`) that begins at `at`: it ends with its line, or with `;`, `|`, `&`, `)`, `}`.

    A text whose quotes are written `\\"`, as Windows PowerShell needs them for programs, loses those backslashes.
    """
    command = Command()
    while at < len(data):
        blank = _BLANK.match(data, at)
        at = blank.end() if blank else at
        char = data[at : at + 1]
        if char in (b"", b"\n", b";", b"|", b"&", b")", b"}", b"<", b">"):
            command.stop = char
            break
        if char == b"#":
            at = data.find(b"\n", at) if b"\n" in data[at:] else len(data)
            continue
        if starts_string(data, at):
            word, at = _native(data, at, source)
            word.quotes.add("powershell")
        else:
            bare = _BARE.match(data, at)
            end = bare.end() if bare else at + 1
            word = Word(at, [(data[at:end], at)], quotes={"plain"}, end=end)
            at = end
            if data[at : at + 1] in (b"'", b'"'):  # `-d'…'`
                more, at = string(data, at, source)
                word.pieces += more.pieces
        command.words.append(word)
    command.end = at
    return command


def _native(data: bytes, at: int, source: str) -> tuple[Word, int]:
    if _LEGACY.match(data, at + 1):
        if data[at : at + 1] == b'"':
            return _backslashed(data, at, source)
        word, end = string(data, at, source)
        word.pieces = [part for piece, place in word.pieces for part in _without_slashes(piece, place)]
        word.quotes = {"windows"}
        return word, end
    return string(data, at, source)


def _backslashed(data: bytes, begin: int, source: str) -> tuple[Word, int]:
    """`"{\\"model\\": …}"`, which cmd.exe takes and PowerShell does not: as it is meant."""
    found = re.compile(rb'"((?:[^"\\]|\\[\s\S])*)"').match(data, begin)
    if not found:
        raise _unclosed(data, begin, source)
    pieces = _without_slashes(found[1], begin + 1)
    return Word(begin, pieces, quotes={"windows"}, end=found.end(1)), found.end()


def _without_slashes(piece: bytes, place: int) -> list[Piece]:
    out: list[Piece] = []
    at = 0
    for found in _SLASHED.finditer(piece):
        half = len(found[1]) // 2
        out.append((piece[at : found.start() + half], place + at))
        at = found.end()
        out.append((b'"', place + found.start()))
    out.append((piece[at:], place + at))
    return out


def _unclosed(data: bytes, at: int, source: str) -> FormatError:
    line = data.count(b"\n", 0, at) + 1
    return FormatError(f"{source}: line {line}: the quote that opens here is never closed: close it, or check the body by itself")
