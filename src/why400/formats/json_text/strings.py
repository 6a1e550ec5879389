"""What is wrong inside of a string, and how its quotes are mended."""

import re
from dataclasses import dataclass, field

from why400.formats.json_text.closing_quote import Fit, Setting, find_close, fit
from why400.formats.json_text.faults import Edit
from why400.formats.json_text.tokens import SOUND_TEXT, is_escaped

_CUT_ESCAPE = re.compile(rb"\\(?:u[0-9a-fA-F]{0,3})?\Z")

_DRIVE = re.compile(rb"(?<![A-Za-z])[A-Za-z]:\\(?!\\)|(?<![^\s\"'=(])\.{1,2}\\(?=\w)")
_BACKSLASH = re.compile(rb"\\(?![\"\\])")
_RARE_ESCAPE = re.compile(rb"\\(?=[bf][A-Za-z])")
_NAMED_ESCAPES = {0x08: b"\\b", 0x09: b"\\t", 0x0A: b"\\n", 0x0C: b"\\f", 0x0D: b"\\r"}


@dataclass(slots=True)
class Scanned:
    """A string that was read, with the mends that it needs by kind of fault."""

    end: int
    """Behind the closing quote, or where one has to be put."""
    mends: dict[str, list[Edit]] = field(default_factory=dict)
    guessed: set[str] = field(default_factory=set)
    """Kinds whose mends could as well be others."""
    cut: bool = False
    """True when the text ends within the string."""

    def mend(self, kind: str, start: int, end: int, text: bytes) -> None:
        """Note an edit."""
        self.mends.setdefault(kind, []).append(Edit(start, end, text))


def scan_string(text: bytes, start: int, opening: bytes, setting: Setting) -> Scanned:
    """Read the string whose opening quote is at `start`."""
    body = start + len(opening)
    close = find_close(text, start, opening, setting)
    if close.at < 0:
        scanned = Scanned(len(text), cut=True)
        tail = _CUT_ESCAPE.search(text, max(body, len(text) - 6))
        stop = tail.start() if tail and not is_escaped(text, tail.start(), start) else len(text)
        _check_inside(text, body, stop, close.quote, scanned)
        if stop < len(text):
            scanned.mend("json-truncated", stop, len(text), b"")
        return scanned
    missing = close.kind == "missing-quote"
    scanned = Scanned(close.at if missing else close.at + len(close.quote))
    if close.kind == "doubled-quote":
        scanned.end += 1
        scanned.mend("unexpected-character", close.at + 1, close.at + 2, b"")
        scanned.guessed.add("unexpected-character")
    if close.kind == "invalid-escape":
        scanned.mend(close.kind, close.at - 1, close.at - 1, b"\\")
        _check_inside(text, body, close.at - 1, close.quote, scanned)
    else:
        _check_inside(text, body, close.at, close.quote, scanned)
    if missing:
        scanned.mend("missing-quote", close.at, close.at, b'"')
    quotes = [Edit(start, body, b'"')] if opening != b'"' else []
    if close.quote != b'"' and not missing:
        quotes.append(Edit(close.at, scanned.end, b'"'))
    if quotes:
        edits = scanned.mends.setdefault(_quote_kind(opening if opening != b'"' else close.quote), [])
        edits += quotes
        edits.sort(key=lambda edit: edit.start)
    return scanned


def is_stray(text: bytes, start: int, opening: bytes, setting: Setting) -> bool:
    """Tell whether a quote that is not JSON's stands in front of a value that it does not belong to."""
    if opening == b'"' or text[start + len(opening) : start + len(opening) + 1] not in (b'"', b"{", b"["):
        return False
    close = find_close(text, start, opening, setting)
    return close.at < 0 or bool(close.kind) or fit(text, close.at + len(close.quote), setting) is not Fit.STRICT


def _check_inside(text: bytes, at: int, close: int, closing: bytes, scanned: Scanned) -> None:
    start = at
    while True:
        match = SOUND_TEXT.match(text, at, close)
        at = match.end() if match else at
        if at >= close:
            break
        char = text[at]
        if char == 0x22:
            scanned.mend("unescaped-quote" if closing == b'"' else _quote_kind(closing), at, at, b"\\")
            at += 1
        elif char != 0x5C:
            kind = "unescaped-newline" if char in b"\r\n" else "control-character"
            scanned.mend(kind, at, at + 1, _NAMED_ESCAPES.get(char) or b"\\u%04x" % char)
            at += 1
        else:
            at = _check_escape(text, at, close, closing, scanned)
    if "invalid-escape" in scanned.mends:
        _take_backslashes_literally(text, start, close, scanned.mends["invalid-escape"])


def _take_backslashes_literally(text: bytes, start: int, close: int, edits: list[Edit]) -> None:
    """Where one backslash of a string is meant as such, so are others: all of a Windows path, elsewhere those of escapes that nobody writes."""
    literal = [edit for edit in edits if edit.start == edit.end]
    if not literal or text.find(b"\\\\", start, close) >= 0:
        return
    if _DRIVE.search(text, start, close):
        edits[:] = [Edit(edit.start, edit.end, edit.text) for edit in literal if edit.start >= close]
        edits += (Edit(match.start(), match.start(), b"\\") for match in _BACKSLASH.finditer(text, start, close))
    else:
        edits += (Edit(match.start(), match.start(), b"\\") for match in _RARE_ESCAPE.finditer(text, start, close))
    edits.sort(key=lambda edit: edit.start)


def _quote_kind(closing: bytes) -> str:
    if len(closing) == 3 and closing[:1] in b"\"'":
        return "python-repr"
    return "single-quotes" if closing in (b"'", b"`") else "smart-quotes"


def _check_escape(text: bytes, at: int, close: int, closing: bytes, scanned: Scanned) -> int:
    escape = text[at : min(at + 10, close)]
    if re.match(rb"\\u[dD][89a-fA-F][0-9a-fA-F]{2}", escape):
        scanned.mend("lone-surrogate", at, at + 6, b"\\ufffd")
        return at + 6
    if text[at - 1 : at + 3] == b"'\\''":
        # How a shell writes an apostrophe within apostrophes.
        scanned.mend("invalid-escape", at, at + 3, b"")
        return at + 3
    if escape[1:2] == b"'":
        scanned.mend("invalid-escape" if closing == b'"' else _quote_kind(closing), at, at + 1, b"")
        return at + 2
    if escape[1:2] == b"_":
        # Markdown's escape, which nothing else has.
        scanned.mend("invalid-escape", at, at + 1, b"")
        return at + 2
    two = re.match(rb"\\x([0-9a-fA-F]{2})", escape)
    if two:
        scanned.mend("invalid-escape", at, at + 4, b"\\u00" + two[1])
        return at + 4
    eight = re.match(rb"\\U([0-9a-fA-F]{8})", escape)
    if eight and int(eight[1], 16) <= 0x10FFFF and not 0xD800 <= int(eight[1], 16) < 0xE000:
        scanned.mend("invalid-escape", at, at + 10, chr(int(eight[1], 16)).encode())
        return at + 10
    if escape[1:2] in (b"\n", b"\r"):
        # A line joined by a backslash, as in Python and JavaScript.
        size = 3 if escape[1:3] == b"\r\n" else 2
        scanned.mend("invalid-escape", at, at + size, b"")
        return at + size
    scanned.mend("invalid-escape", at, at, b"\\")
    if escape[1:2] in (b"$", b"!", b"`"):
        # A shell's or Markdown's escape would have to go, that of an expression to stay.
        scanned.guessed.add("invalid-escape")
    return at + 1
