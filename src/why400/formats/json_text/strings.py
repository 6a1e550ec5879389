"""Where a string really ends, and what is wrong inside it.

A quote closes its string when what follows fits the place where the string stands: a colon behind a key; behind a
value the next key, or brackets that close what is open. Only when the first quote does not fit are later ones tried,
so sound text costs one look-ahead a string, and every search further on means a fault (of which there are at most
100): time stays linear.
"""

import re
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final, Literal

from why400.formats.json_text.faults import Edit
from why400.formats.json_text.tokens import SOUND_TEXT, is_escaped, value_end

Role = Literal["key", "member", "item", "root"]

QUOTES: Final[dict[bytes, bytes]] = {
    b'"': b'"',
    b"'": b"'",
    b"`": b"`",
    "“".encode(): "”".encode(),
    "”".encode(): "”".encode(),
    "„".encode(): "“".encode(),
    "«".encode(): "»".encode(),
    "‘".encode(): "’".encode(),
    "’".encode(): "’".encode(),
}
"""Opening quotes and what closes them."""

_SEARCHED_QUOTES = 64
_COMMENT_BYTES = 1000
DUE_KNOWN: Final = 8
"""How many of the closing brackets that are due a string's setting tells."""
_BLANK = re.compile(rb"[ \t\r\n]*+")
_KEY = re.compile(rb"[\"'][^\"'\\\n]{1,256}+[\"'][ \t\r\n]*+:")
_OBJECT = re.compile(rb"\{[ \t\r\n]*+[\"'][^\"'\\\n]{1,256}+[\"'][ \t\r\n]*+:")
_ITEM_END = re.compile(rb"(?:\"[^\"\\\n]{0,256}+\"|-?[0-9][0-9.eE+\-]{0,30}+|true|false|null|None|True|False)[ \t\r\n]*+[,\]]")
_OPENING_KEY_QUOTE = re.compile(rb"[^\"\\\n,{}\[\]:]{1,128}+\"[ \t\r\n]*+:")
_COMMA_BEFORE = re.compile(rb",[ \t\r\n]*\Z")
_BREAK_BEFORE = re.compile(rb"[ \t\r]*\n[ \t\r\n]*\Z")
_KEY_WITH_COLON = re.compile(rb"[\w$\-.]{1,100}+([ \t]*+:[ \t]*+)")
_CUT_ESCAPE = re.compile(rb"\\(?:u[0-9a-fA-F]{0,3})?\Z")

_NAMED_ESCAPES = {0x08: b"\\b", 0x09: b"\\t", 0x0A: b"\\n", 0x0C: b"\\f", 0x0D: b"\\r"}


class Fit(IntEnum):
    """How well a quote closes its string."""

    NONE = 0
    LOOSE = 1
    STRICT = 2


@dataclass(slots=True)
class Scanned:
    """A string that was read, with the mends that it needs by kind of fault."""

    end: int
    """Behind the closing quote, or where one has to be put."""
    mends: dict[str, list[Edit]] = field(default_factory=dict)
    cut: bool = False
    """True when the text ends within the string."""

    def mend(self, kind: str, start: int, end: int, text: bytes) -> None:
        """Note an edit."""
        self.mends.setdefault(kind, []).append(Edit(start, end, text))


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a string stands: its role, and the closing brackets that are due, innermost first (at most `DUE_KNOWN`)."""

    role: Role
    due: bytes


def scan_string(text: bytes, start: int, opening: bytes, setting: Setting) -> Scanned:
    """Read the string whose opening quote is at `start`."""
    closing = QUOTES[opening]
    body = start + len(opening)
    close, kind = _closing_quote(text, start, closing, setting)
    if close < 0:
        scanned = Scanned(len(text), cut=True)
        tail = _CUT_ESCAPE.search(text, max(body, len(text) - 6))
        stop = tail.start() if tail and not is_escaped(text, tail.start(), start) else len(text)
        _check_inside(text, body, stop, closing, scanned)
        if stop < len(text):
            scanned.mend("json-truncated", stop, len(text), b"")
        return scanned
    if kind == "missing-quote":
        scanned = Scanned(close)
        _check_inside(text, body, close, closing, scanned)
        if opening != b'"':
            scanned.mend(_quote_kind(closing), start, body, b'"')
        scanned.mend("missing-quote", close, close, b'"')
        return scanned
    scanned = Scanned(close + len(closing))
    if kind == "invalid-escape":
        _check_inside(text, body, close - 1, closing, scanned)
        scanned.mend(kind, close - 1, close - 1, b"\\")
    else:
        _check_inside(text, body, close, closing, scanned)
    if opening != b'"':
        edits = scanned.mends.setdefault(_quote_kind(closing), [])
        edits += (Edit(start, body, b'"'), Edit(close, scanned.end, b'"'))
        edits.sort(key=lambda edit: edit.start)
    return scanned


def is_stray(text: bytes, start: int, opening: bytes, setting: Setting) -> bool:
    """Tell whether a quote that is not JSON's stands in front of a value that it does not belong to."""
    if opening == b'"' or text[start + len(opening) : start + len(opening) + 1] not in (b'"', b"{", b"["):
        return False
    close, kind = _closing_quote(text, start, QUOTES[opening], setting)
    return close < 0 or bool(kind) or fit(text, close + len(QUOTES[opening]), setting) is not Fit.STRICT


def fit(text: bytes, after: int, setting: Setting) -> Fit:
    """Judge a closing quote by what stands behind it."""
    at = _uncommented(text, after)
    if at < 0:
        return Fit.NONE
    char = text[at : at + 1]
    broke = b"\n" in text[after:at]
    if not char:
        return Fit.STRICT
    if setting.role == "key":
        return Fit.STRICT if char == b":" else Fit.NONE
    if setting.role == "root":
        return Fit.NONE
    if char == b",":
        return _fit_comma(text, _blank(text, at + 1), setting.role)
    if char in (b"}", b"]", b")"):
        return _fit_closers(text, at, setting.due)
    if setting.role == "member" and _KEY.match(text, at):
        return Fit.STRICT
    if setting.role == "member" and setting.due[1:2] == b"]" and at > after and _OBJECT.match(text, at):
        return Fit.STRICT
    if setting.role == "item" and (_ITEM_END.match(text, at) or (char in (b"{", b"[") and at > after)):
        return Fit.STRICT
    return Fit.LOOSE if broke else Fit.NONE


def _uncommented(text: bytes, at: int) -> int:
    """Step over white space and one comment; -1 when the rest of the text would have to be a comment."""
    at = _blank(text, at)
    if text[at : at + 2] not in (b"//", b"/*") and text[at : at + 1] != b"#":
        return at
    mark = b"*/" if text[at : at + 2] == b"/*" else b"\n"
    end = text.find(mark, at, at + _COMMENT_BYTES)
    # An odd quote on the rest of the line closes the string: the mark is text.
    if end < 0 or (mark == b"\n" and text.count(b'"', at, end) % 2):
        return -1
    return _blank(text, end + len(mark))


def _fit_comma(text: bytes, at: int, role: Role) -> Fit:
    at = _uncommented(text, at)
    char = text[at : at + 1] if at >= 0 else b"#"
    if not char:
        return Fit.STRICT
    if role == "member":
        return Fit.STRICT if char == b"}" or _KEY.match(text, at) else Fit.LOOSE
    if char in (b"{", b"[", b"]") or _ITEM_END.match(text, at):
        return Fit.STRICT
    # A string too long to look over, or broken off, may well be the next item.
    return Fit.STRICT if char == b'"' and b'"' not in text[at + 1 : at + 256] else Fit.LOOSE


def _fit_closers(text: bytes, at: int, due: bytes) -> Fit:
    for bracket in due:
        char = text[at : at + 1]
        if not char or char == b",":
            return Fit.STRICT
        if char not in (b"}", b"]", b")"):
            return Fit.LOOSE
        if char[0] != bracket:
            return Fit.LOOSE
        at = _blank(text, at + 1)
    char = text[at : at + 1]
    return Fit.STRICT if char in (b"", b",", b"}", b"]") else Fit.LOOSE


def _closing_quote(text: bytes, start: int, closing: bytes, setting: Setting) -> tuple[int, str]:
    """Return where the string ends and how: at a quote, or with its quote missing; -1 when the text ends first."""
    first = _next_quote(text, start, start, closing)
    if first < 0:
        end = _before_closers(text, start, setting.due)
        return end, "missing-quote" if end >= 0 else ""
    verdict = fit(text, first + len(closing), setting)
    if verdict is Fit.STRICT:
        return first, ""
    if setting.role == "key":
        colon = _KEY_WITH_COLON.fullmatch(text, start + 1, first) if first - start < 200 else None
        return (colon.start(1), "missing-quote") if colon else (first, "")
    if setting.role == "item" and _char(text, first + len(closing)) == b":":
        # A key in an array: the array was not closed, or the object in front of it closed too early.
        return first, ""
    missing = _missing_close(text, start, first)
    if missing >= 0 and setting.role == "member":
        if text[missing - 2 : missing] == b'\\"' and missing - 2 > start and closing == b'"':
            # A path that ends in a backslash, which escapes the closing quote.
            return missing - 1, "invalid-escape"
        return missing, "missing-quote"
    embedded = _embedded_end(text, start, first, closing, setting)
    if embedded >= 0:
        return embedded, ""
    if verdict is Fit.LOOSE:
        return first, ""
    return _look_ahead(text, start, first, closing, setting), ""


def _look_ahead(text: bytes, start: int, first: int, closing: bytes, setting: Setting) -> int:
    loose = -1
    quotes = [first]
    for _ in range(_SEARCHED_QUOTES):
        at = _next_quote(text, start, quotes[-1], closing)
        if at < 0:
            break
        after = at + len(closing)
        verdict = fit(text, after, setting)
        if verdict is Fit.STRICT:
            return at
        opener = quotes[-1]
        before = text[max(start, opener - 64) : opener]
        if _char(text, after) == b":" and (_COMMA_BEFORE.search(before) or _BREAK_BEFORE.search(before)):
            # The quotes here are those of a later key, so the string ended before it.
            return quotes[-2] if len(quotes) > 1 else first
        if verdict is Fit.LOOSE and loose < 0:
            loose = at
        quotes.append(at)
    return loose if loose >= 0 else first


def _missing_close(text: bytes, start: int, first: int) -> int:
    """Return where a closing quote is missing when the quote found is the opening one of the next key; else -1."""
    if not _OPENING_KEY_QUOTE.match(text, first + 1):
        return -1
    window = max(start + 1, first - 64)
    before = text[window:first]
    gap = _COMMA_BEFORE.search(before) or _BREAK_BEFORE.search(before)
    if gap is None:
        return -1
    return window + gap.start()


def _before_closers(text: bytes, start: int, due: bytes) -> int:
    """Return where the text's last brackets begin when they are just those that are due; else -1."""
    at = len(text)
    for bracket in reversed(due):
        at = _unblank(text, at)
        if at - 1 <= start or text[at - 1] != bracket:
            return -1
        at -= 1
    return _unblank(text, at) if 0 < len(due) < DUE_KNOWN else -1


def _unblank(text: bytes, at: int) -> int:
    while at and text[at - 1] in b" \t\r\n":
        at -= 1
    return at


def _embedded_end(text: bytes, start: int, first: int, closing: bytes, setting: Setting) -> int:
    """Return the closing quote of a string that holds unescaped JSON; -1 when it does not."""
    at = _blank(text, start + 1)
    if text[at : at + 1] not in (b"{", b"[") or at > first or closing != b'"':
        return -1
    end = _blank(text, value_end(text, at))
    if end > first and text[end : end + 1] == b'"' and fit(text, end + 1, setting) is not Fit.NONE:
        return end
    return -1


def _check_inside(text: bytes, at: int, close: int, closing: bytes, scanned: Scanned) -> None:
    while True:
        match = SOUND_TEXT.match(text, at, close)
        at = match.end() if match else at
        if at >= close:
            return
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


def _quote_kind(closing: bytes) -> str:
    return "single-quotes" if closing in (b"'", b"`") else "smart-quotes"


def _check_escape(text: bytes, at: int, close: int, closing: bytes, scanned: Scanned) -> int:
    escape = text[at : min(at + 10, close)]
    if re.match(rb"\\u[dD][89a-fA-F][0-9a-fA-F]{2}", escape):
        scanned.mend("lone-surrogate", at, at + 6, b"\\ufffd")
        return at + 6
    if escape[1:2] == b"'":
        scanned.mend("invalid-escape" if closing == b'"' else _quote_kind(closing), at, at + 1, b"")
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
    return at + 1


def _next_quote(text: bytes, start: int, at: int, closing: bytes) -> int:
    while True:
        at = text.find(closing, at + 1)
        if at < 0 or not is_escaped(text, at, start):
            return at


def _blank(text: bytes, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _char(text: bytes, at: int) -> bytes:
    at = _blank(text, at)
    return text[at : at + 1]
