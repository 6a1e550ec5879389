"""What Python's `repr` and Node's `util.inspect` print of an object, as values: both in one reader, for logs hold either."""

import re
from typing import Final

from msgspec import Struct

_DEEPEST: Final = 200
_SPACE = re.compile(r"\s*+")
_STRING = re.compile(r"""(?s)'([^'\\]*+(?:\\.[^'\\]*+)*+)'|"([^"\\]*+(?:\\.[^"\\]*+)*+)"|`([^`\\]*+(?:\\.[^`\\]*+)*+)`""")
_JOINED = re.compile(r"""\s*+(?:\+\s*+)?(?=['"`])""")
_REST = re.compile(r"\.\.\. \d+ more (?:characters?|items?|properties|property)")
_ESCAPE = re.compile(r"(?s)\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|u\{([0-9a-fA-F]{1,6})\}|(.))")
_PLAIN: Final = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "a": "\a", "\n": ""}
_NUMBER = re.compile(r"[-+]?\d++(\.\d*+)?+([eE][-+]?\d++)?+n?(?![\w.])")
_WORD = re.compile(r"-?[A-Za-z_$][\w$.]*+")
_NAMES: Final = {"None": None, "null": None, "True": True, "true": True, "False": False, "false": False}
_NO_NUMBERS: Final = frozenset({"nan", "inf", "-inf", "NaN", "Infinity", "-Infinity"})
_LEFT_OUT = re.compile(r"undefined|(?:\w+\.)*(?:NOT_GIVEN|NotGiven|not_given|Omit|omit)(?:\(\))?$|<(?:\w+\.)*(?:NotGiven|Omit)\b")
# `[Array]`, `[Circular *1]`, `[Function: f]`; but `[True]` is a list.
_CUT = re.compile(r"\[(?!(?:True|False|None)\])[A-Z][\w$]*+(?:[ :][^\[\]\n]{0,200})?\](?! [{\[])")
_ANGLED = re.compile(r"""<(?:[^<>'"\n]++|'[^'\n]*+'|"[^"\n]*+"|<[^<>\n]*+>)*+>""")
_OPENING = re.compile(r"(?:<ref \*\d++> )?(?:(\[[A-Za-z][\w$: ]{0,80}\]|[A-Za-z_$][\w$.]{0,80}+)(?:\(\d++\))? )?([{\[(])")
_NOT_JSON = re.compile(r"FormData|Map|Set|Blob|File|Buffer|ArrayBuffer|\w+\d+Array|ReadableStream|Headers")
_KEY = re.compile(r"([A-Za-z_$][\w$]*+|-?\d++|\[Symbol\([^\n()]{0,80}\)\])\s*+(?::|=>)")
_COLON = re.compile(r"\s*+(?::|=>)")
_INNER = re.compile(r"[^'\"`()\[\]{}]++")
_CLOSERS: Final = {"{": "}", "[": "]", "(": ")"}


class DumpError(ValueError):
    """The text at this offset is not what either of them prints."""

    def __init__(self, at: int) -> None:
        super().__init__(f"no value at character {at}")
        self.at = at


class Opaque(Struct, frozen=True):
    """A value that is not in the text: cut off by the printer, or an object without a literal form."""

    text: str
    """What stands there: `[Array]`, `... 3 more items`, `<_io.BufferedReader …>`."""


class _LeftOut:
    """A member that is not sent: `undefined`, `NOT_GIVEN`."""


_LEFT: Final = _LeftOut()


class _Frame:
    """A container that is being read."""

    def __init__(self, opening: str, name: str) -> None:
        self.name = name
        self.closer = _CLOSERS[opening]
        self.members: dict[str, object] | None = {} if opening == "{" else None
        self.items: list[object] = []
        self.key: str | None = None
        self.commas = 0

    def add(self, value: object) -> None:
        if self.members is None:
            self.items.append(None if value is _LEFT else value)
        elif self.key is not None:
            if value is not _LEFT:
                self.members[self.key] = value
            self.key = None

    def value(self) -> object:
        if _NOT_JSON.fullmatch(self.name):
            return Opaque(f"{self.name} {{…}}")
        if self.members is not None:
            return self.members
        # `('a' 'b')`, as pprint breaks long strings, is no tuple.
        return self.items[0] if self.closer == ")" and len(self.items) == 1 and not self.commas else self.items


def read_dump(text: str, at: int = 0) -> tuple[object, int]:
    """The value that is printed at `at`, and where it ends.

    Members that are not sent (`undefined`, `NOT_GIVEN`) are left out; what cannot be known is `Opaque`. Raises
    DumpError where there is no value, where it ends early, or where it is nested more than 200 deep.
    """
    frames: list[_Frame] = []
    while True:
        at = _past(_SPACE, text, at)
        frame = frames[-1] if frames else None
        if frame is not None and text.startswith(frame.closer, at) and frame.key is None:
            frames.pop()
            value, at = frame.value(), at + 1
        elif frame is not None and text.startswith(",", at) and frame.key is None:
            frame.commas += 1
            at += 1
            continue
        elif frame is not None and frame.members is not None and frame.key is None:
            frame.key, at = _key(text, at)
            continue
        else:
            opening = None if _CUT.match(text, at) else _OPENING.match(text, at)
            if opening is not None:
                if len(frames) == _DEEPEST:
                    raise DumpError(at)
                frames.append(_Frame(opening[2], opening[1] or ""))
                at = opening.end()
                continue
            value, at = _scalar(text, at)
        if not frames:
            return None if value is _LEFT else value, at
        frames[-1].add(value)


def opaque_in(value: object, name: str = "") -> tuple[str, str] | None:
    """The first place in the value that is not known, and what stands there; None where all of it is."""
    waiting: list[tuple[str, object]] = [(name, value)]
    while waiting:
        path, one = waiting.pop()
        if isinstance(one, Opaque):
            return path, one.text
        if isinstance(one, dict):
            waiting.extend((f"{path}.{key}".lstrip("."), member) for key, member in reversed(one.items()))
        elif isinstance(one, list):
            waiting.extend((f"{path}.{index}".lstrip("."), one[index]) for index in range(len(one) - 1, -1, -1))
    return None


def _past(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _key(text: str, at: int) -> tuple[str, int]:
    named = _KEY.match(text, at)
    if named is not None:
        return named[1], named.end()
    value, end = _scalar(text, at)
    colon = _COLON.match(text, end)
    if colon is None or isinstance(value, Opaque | _LeftOut):
        raise DumpError(at)
    return value if isinstance(value, str) else repr(value), colon.end()


def _scalar(text: str, at: int) -> tuple[object, int]:
    string = _STRING.match(text, at)
    if string is not None:
        return _string(text, string)
    for pattern in (_CUT, _REST, _ANGLED):
        found = pattern.match(text, at)
        if found is not None:
            return (_LEFT if _LEFT_OUT.match(found[0]) else Opaque(found[0])), found.end()
    number = _NUMBER.match(text, at)
    if number is not None:
        return _number(number, at), number.end()
    word = _WORD.match(text, at)
    if word is None:
        raise DumpError(at)
    end = word.end()
    if text.startswith(("'", '"'), end) and len(word[0]) <= 2:  # b'…'
        quoted = _STRING.match(text, end)
        if quoted is None:
            raise DumpError(at)
        return Opaque(text[at : min(quoted.end(), at + 60)]), quoted.end()
    if text.startswith("(", end):
        end = _call_end(text, end)
    if _LEFT_OUT.match(text[at : min(end, at + 200)]):
        return _LEFT, end
    if word[0] in _NO_NUMBERS:
        return None, end
    return (_NAMES[word[0]] if word[0] in _NAMES else Opaque(text[at : min(end, at + 60)])), end


def _string(text: str, found: re.Match[str]) -> tuple[object, int]:
    """A string, with those that continue it: `'a' + 'b'`, and Python's `'a' 'b'`."""
    parts: list[str] = []
    while True:
        parts.append(_unescaped(found[found.lastindex or 1]))
        end = found.end()
        rest = _REST.match(text, end)
        if rest is not None:
            return Opaque(rest[0]), rest.end()
        joined = _JOINED.match(text, end)
        following = _STRING.match(text, joined.end()) if joined is not None else None
        if following is None:
            return "".join(parts), end
        found = following


def _unescaped(raw: str) -> str:
    if "\\" not in raw:
        return raw
    plain = _ESCAPE.sub(_one, raw)
    if any("\ud800" <= char <= "\udfff" for char in plain):  # two halves that were escaped one by one
        plain = plain.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    return plain


def _one(found: re.Match[str]) -> str:
    digits = found[1] or found[2] or found[3] or found[4]
    if digits:
        code = int(digits, 16)
        return chr(code) if code < 0x110000 else "\ufffd"
    return _PLAIN.get(found[5], found[5])


def _number(found: re.Match[str], at: int) -> int | float:
    digits = found[0].removesuffix("n")
    if len(digits) > 4000:  # Python refuses to read longer ones
        raise DumpError(at)
    return float(digits) if found[1] or found[2] else int(digits)


def _call_end(text: str, at: int) -> int:
    """Behind the parenthesis that closes the one at `at`."""
    closers: list[str] = []
    while at < len(text):
        char = text[at]
        if char in _CLOSERS:
            closers.append(_CLOSERS[char])
            at += 1
        elif closers and char == closers[-1]:
            closers.pop()
            at += 1
            if not closers:
                return at
        else:
            inner = _STRING.match(text, at) or _INNER.match(text, at)
            if inner is None:
                break
            at = inner.end()
    raise DumpError(at)
