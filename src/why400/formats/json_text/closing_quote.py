"""Which quote closes a string, or where its closing quote is missing.

A quote closes its string when what follows fits the place where the string stands: a colon behind a key; behind a value the next key, or brackets
that close what is open. Only when the first quote does not fit are later ones tried, so sound text costs one look-ahead a string, and every
search further on means a fault (of which there are at most 100): time stays linear.
"""

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, Literal

from why400.formats.json_text.tokens import is_escaped, value_end

Role = Literal["key", "member", "item", "root"]

QUOTES: Final[dict[bytes, bytes]] = {
    b'"': b'"',
    b"'": b"'",
    b"`": b"`",
    b'"""': b'"""',
    b"'''": b"'''",
    "“".encode(): "”".encode(),
    "”".encode(): "”".encode(),
    "„".encode(): "“".encode(),
    "«".encode(): "»".encode(),
    "‘".encode(): "’".encode(),
    "’".encode(): "’".encode(),
}
"""Opening quotes and what closes them."""

DUE_KNOWN: Final = 8
"""How many of the closing brackets that are due a string's setting tells."""

_OTHER_CLOSERS: Final = {
    b'"': ("”".encode(),),
    "“".encode(): (b'"', "“".encode()),
    "”".encode(): (b'"',),
    "„".encode(): (b'"', "”".encode()),
    b"'": (b'"',),
    "‘".encode(): (b"'",),
    "’".encode(): (b"'",),
}
"""What closes a string instead where an editor or a model made typographic quotes of some quotes only."""

JOINED: Final = re.compile(rb"[ \t\r\n]*+\+[ \t\r\n]*+(?=[\"'])")
"""What stands between the parts of a string that code puts together."""

_SEARCHED_QUOTES = 64
_SEARCHED_BYTES = 1 << 16
_COMMENT_BYTES = 1000
_RUN_BYTES = 512
_ESCAPED_BLANK = re.compile(rb"(?:[ \t\r\n]|\\(?:[nrt](?=[\\\s\"},\]])|(?=\s))|<br[ ]?/?>)*+")
_BLANK = re.compile(rb"[ \t\r\n]*+")
_KEY = re.compile(rb"[\"'][^\"'\\\n]{1,256}+[\"'][ \t\r\n]*+(?::|\xef\xbc\x9a)")
_SMART_KEY = re.compile(rb"\xe2\x80[\x98-\x9e](?:(?!\xe2\x80)[^\"\\\n]){1,256}+\xe2\x80[\x98-\x9e][ \t\r\n]*+:")
_OBJECT = re.compile(rb"\{[ \t\r\n]*+[\"'][^\"'\\\n]{1,256}+[\"'][ \t\r\n]*+:")
_STRING = rb"\"(?:[^\"\\\n]|\\[^\n]){0,256}+\""
_ITEM_END = re.compile(rb"(?:" + _STRING + rb"|-?[0-9][0-9.eE+\-]{0,30}+|true|false|null|None|True|False)[ \t\r\n]*+[,\]]")
_ITEM_AND_ITEM = re.compile(_STRING + rb"[ \t\r\n]++\"")
_OPENING_KEY_QUOTE = re.compile(rb"[^\"\\\n,{}\[\]:]{1,128}+\"[ \t\r\n]*+:")
_COLON_OR_ARROW = re.compile(rb"[ \t\r\n]*+(?::|=>)")
_END_OF_SENTENCE = re.compile(rb"\.(?=\s*[}\]])")
_PROSE_TO_QUOTE = re.compile(rb",[ ][^\"':{}\[\]\n,]{2,200}+\"")
_WIDE: Final = {"，".encode(): b",", "：".encode(): b":"}
_COMMA_BEFORE = re.compile(rb",[ \t\r\n]*\Z")
_BREAK_BEFORE = re.compile(rb"[ \t\r]*\n[ \t\r\n]*\Z")
_BRACKET_BEFORE = re.compile(rb"[{\[](?:[ \t\r\n]|\\n)*\Z")
_WORD_BEHIND = re.compile(rb"[ \t\r\n]++[\w.\-]++")
_UNCLOSED_KEY = re.compile(rb"[\w$\-.]{1,100}+(?=[ \t]*+:[ \t]*+(?:[\"'\[{\-0-9]|(?:true|false|null|True|False|None)\b))")


class Fit(IntEnum):
    """How well a quote closes its string."""

    NONE = 0
    LOOSE = 1
    STRICT = 2


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a string stands: its role, and the closing brackets that are due, innermost first (at most `DUE_KNOWN`)."""

    role: Role
    due: bytes


@dataclass(frozen=True, slots=True)
class Close:
    """Where a string ends."""

    at: int
    """The closing quote, or where it is missing; -1 when the text ends first."""
    kind: str = ""
    """`missing-quote`; `doubled-quote` where two stand; `invalid-escape` where a backslash that should be two stands in front of the quote."""
    quote: bytes = b'"'


def find_close(text: bytes, start: int, opening: bytes, setting: Setting) -> Close:
    """Find the end of the string whose opening quote is at `start`."""
    quote = QUOTES[opening]
    first = _next_quote(text, start, start, quote)
    verdict = fit(text, first + len(quote), setting) if first >= 0 else Fit.NONE
    if verdict is not Fit.STRICT or len(opening) > 1:
        other = _other_close(text, start, opening, first, setting)
        if other is not None:
            return other
    if verdict is Fit.STRICT:
        return Close(first, quote=quote)
    if _is_doubled(text, start, first, quote, setting):
        return Close(first, "doubled-quote", quote)
    if setting.role == "key":
        unclosed = _UNCLOSED_KEY.match(text, start + len(opening))
        if unclosed:
            return Close(unclosed.end(), "missing-quote", quote)
    if first < 0:
        end = _before_closers(text, start, setting.due)
        return _unclosed(text, start, end, quote) if end >= 0 else Close(end, quote=quote)
    if setting.role == "key" or (setting.role == "root" and _char(text, first + len(quote)) == b":"):
        return Close(first, quote=quote)
    if setting.role == "item" and _COLON_OR_ARROW.match(text, first + len(quote)) and _missing_close(text, start, first, setting) < 0:
        # A key in an array: the array was not closed, or the object in front of it closed too early.
        return Close(first, quote=quote)
    if setting.role in ("member", "item") and JOINED.match(text, first + len(quote)):
        return Close(first, quote=quote)
    missing = _missing_close(text, start, first, setting)
    if missing >= 0:
        return _unclosed(text, start, missing, quote)
    embedded = _embedded_end(text, start, first, quote, setting)
    if embedded >= 0:
        return Close(embedded, quote=quote)
    if verdict is Fit.LOOSE:
        prose = _PROSE_TO_QUOTE.match(text, first + 1) if setting.role == "member" and quote == b'"' else None
        goes_on = prose is not None and fit(text, prose.end(), setting) is Fit.STRICT
        return Close(prose.end() - 1 if prose and goes_on else first, quote=quote)
    return _look_ahead(text, start, first, quote, setting)


def _is_doubled(text: bytes, start: int, first: int, quote: bytes, setting: Setting) -> bool:
    """Tell whether the closing quote stands there twice. Behind a digit the first of the two is a sign of inches."""
    if quote != b'"' or first == start + 1 or text[first + 1 : first + 2] != quote or text[first - 1 : first].isdigit():
        return False
    return text[first - 1 : first].isalnum() and fit(text, first + 2, setting) is Fit.STRICT


def _unclosed(text: bytes, start: int, missing: int, quote: bytes) -> Close:
    """The end of a string without a closing quote: an escaped one without a partner was meant as such, behind a path that ends in a backslash."""
    if text[missing - 2 : missing] == b'\\"' and missing - 2 > start and quote == b'"' and text.count(b'\\"', start, missing) % 2:
        return Close(missing - 1, "invalid-escape", quote)
    return Close(missing, "missing-quote", quote)


def fit(text: bytes, after: int, setting: Setting) -> Fit:
    """Judge a closing quote by what stands behind it."""
    at = _uncommented(text, after)
    if at < 0:
        return Fit.NONE
    wide = _WIDE.get(text[at : at + 3])
    char = wide or text[at : at + 1]
    broke = b"\n" in text[after:at]
    if not char:
        return Fit.STRICT
    if char == b"." and _END_OF_SENTENCE.match(text, at):
        return fit(text, at + 1, setting)
    if setting.role == "key":
        return Fit.STRICT if char == b":" else Fit.NONE
    if setting.role == "root":
        return Fit.NONE
    if char == b",":
        return _fit_comma(text, _blank(text, at + (3 if wide else 1)), setting.role)
    if char == b";":
        return Fit.STRICT if setting.role == "member" and _is_key(text, _blank(text, at + 1)) else Fit.NONE
    if char in (b"}", b"]") or (char == b")" and b")" in setting.due):
        return _fit_closers(text, at, setting.due)
    if setting.role == "member" and _is_key(text, at) and (char == text[after - 1 : after] or char not in b"\"'"):
        return Fit.STRICT
    if setting.role == "member" and setting.due[1:2] == b"]" and at > after and _OBJECT.match(text, at):
        return Fit.STRICT
    if setting.role == "item" and (_ITEM_END.match(text, at) or (char in (b"{", b"[") and at > after)):
        return Fit.STRICT
    if setting.role == "item" and at > after and _ITEM_AND_ITEM.match(text, at):
        return Fit.STRICT
    return Fit.LOOSE if broke else Fit.NONE


def _uncommented(text: bytes, at: int) -> int:
    """Step over white space and one comment; -1 when the rest of the text would have to be a comment."""
    at = _ESCAPED_BLANK.match(text, at).end()  # type: ignore[union-attr]  # it matches nothing, too
    if text[at : at + 2] not in (b"//", b"/*") and text[at : at + 3] != b"-- " and text[at : at + 1] != b"#":
        return at
    mark = b"*/" if text[at : at + 2] == b"/*" else b"\n"
    end = text.find(mark, at, at + _COMMENT_BYTES)
    # An odd quote on the rest of the line closes the string: the mark is text.
    if end < 0 or (mark == b"\n" and text.count(b'"', at, end) % 2):
        return -1
    return _blank(text, end + len(mark))


def _is_key(text: bytes, at: int) -> bool:
    return bool(_KEY.match(text, at) or _SMART_KEY.match(text, at))


def _fit_comma(text: bytes, at: int, role: Role) -> Fit:
    at = _uncommented(text, at)
    char = text[at : at + 1] if at >= 0 else b"#"
    if not char:
        return Fit.STRICT
    if role == "member":
        return Fit.STRICT if char == b"}" or _is_key(text, at) else Fit.LOOSE
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


def _other_close(text: bytes, start: int, opening: bytes, first: int, setting: Setting) -> Close | None:
    """Return the first quote of another kind that fits and stands in front of the proper one."""
    end = first if first >= 0 else min(start + _SEARCHED_BYTES, len(text))
    found = [(_next_quote(text, start, start, quote, end), quote) for quote in _OTHER_CLOSERS.get(opening, ())]
    fitting = [(at, quote) for at, quote in found if at >= 0 and fit(text, at + len(quote), setting) is Fit.STRICT]
    if not fitting:
        return None
    at, quote = min(fitting)
    return Close(at, quote=quote)


def _look_ahead(text: bytes, start: int, first: int, quote: bytes, setting: Setting) -> Close:
    loose = -1
    quotes = [first]
    behind = _behind_embedded(text, start, first)
    for _ in range(_SEARCHED_QUOTES):
        at = _next_quote(text, start, behind - 1 if behind >= 0 else quotes[-1], quote)
        if at < 0:
            end = _before_closers(text, start, setting.due)
            if end > quotes[-1] + 1 and quote == b'"' and not _WORD_BEHIND.fullmatch(text, quotes[-1] + 1, end):
                # Text goes on behind the last quote: it has to be one of the string's own.
                return Close(end, "missing-quote", quote)
            break
        after = at + len(quote)
        verdict = fit(text, after, setting)
        if verdict is Fit.STRICT:
            gap = _COMMA_BEFORE.search(text, max(start, first - 64), first) if setting.role == "item" and len(quotes) % 2 else None
            # Quotes inside of a string come in pairs: one alone behind a comma opens the next item.
            return _unclosed(text, start, gap.start(), quote) if gap else Close(at, quote=quote)
        opener = quotes[-1]
        before = text[max(start, opener - 64) : opener]
        if _char(text, after) == b":" and (_COMMA_BEFORE.search(before) or _BREAK_BEFORE.search(before)):
            # The quotes here are those of a later key, so the string ended before it.
            return Close(quotes[-2] if len(quotes) > 1 else first, quote=quote)
        if verdict is Fit.LOOSE and loose < 0:
            loose = at
        quotes.append(at)
        behind = _behind_embedded(text, start, at) if behind != len(text) else -1
    return Close(loose if loose >= 0 else first, quote=quote)


def _missing_close(text: bytes, start: int, first: int, setting: Setting) -> int:
    """Return where a closing quote is missing when the quote found is the opening one of a later key; else -1."""
    if setting.role not in ("member", "item") or not _OPENING_KEY_QUOTE.match(text, first + 1):
        return -1
    at = first
    low = max(start + 1, first - _RUN_BYTES)
    while at > low and text[at - 1] in b" \t\r\n{}[],":
        at -= 1
    for end in range(at, first):
        if text[end] not in b" \t\r\n" and _leads_to_key(text[end:first], setting.due):
            return _unblank(text, end)
    blank = _unblank(text, first)
    return blank if setting.role == "member" and b"\n" in text[blank:first] and blank > start else -1


def _leads_to_key(run: bytes, due: bytes) -> bool:
    """Tell whether brackets and commas behind a value lead to a place where a key stands."""
    closers = list(reversed(due))
    expecting = False
    for char in run:
        if char in b" \t\r\n":
            continue
        if char in b"}]":
            if expecting or not closers or closers.pop() != char:
                return False
        elif char == 0x2C:
            if expecting:
                return False
            expecting = True
        elif not expecting or not closers or closers[-1] != 0x5D:
            return False
        else:
            closers.append(0x7D if char == 0x7B else 0x5D)
    return expecting and bool(closers) and closers[-1] == 0x7D


def _before_closers(text: bytes, start: int, due: bytes) -> int:
    """Return where the text's last brackets begin when they are just those that are due; else -1."""
    at = _unblank(text, len(text))
    if text[at - 3 : at] == b"```":
        at -= 3
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


def _embedded_end(text: bytes, start: int, first: int, quote: bytes, setting: Setting) -> int:
    """Return the closing quote of a string that holds unescaped JSON; -1 when it does not."""
    at = _blank(text, start + 1)
    if text[at : at + 1] not in (b"{", b"[") or at > first or quote != b'"':
        return -1
    end = _blank(text, value_end(text, at))
    if end > first and text[end : end + 1] == b'"' and fit(text, end + 1, setting) is not Fit.NONE:
        return end
    return -1


def _behind_embedded(text: bytes, start: int, quote: int) -> int:
    """Return the end of unescaped JSON or code whose first quote, behind a bracket, is the one at `quote`; the text's end where it has none, else -1."""
    opening = _BRACKET_BEFORE.search(text, max(start, quote - 64), quote)
    return value_end(text, opening.start()) if opening else -1


def _next_quote(text: bytes, start: int, at: int, quote: bytes, end: int | None = None) -> int:
    while True:
        at = text.find(quote, at + 1, end)
        if at < 0 or not is_escaped(text, at, start):
            return at


def _blank(text: bytes, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _char(text: bytes, at: int) -> bytes:
    at = _blank(text, at)
    return text[at : at + 1]
