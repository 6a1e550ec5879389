"""Numbers, words and placeholders where a value should stand: which are sound, and what the others should be."""

import re
from dataclasses import dataclass

import orjson

from why400.formats.json_text.syntax_error import is_infinite
from why400.formats.json_text.tokens import NUMBER

PLACEHOLDER = re.compile(
    rb"\{\{\{[^{}\"'\n]{1,200}\}\}\}|\{\{-?[ ]*[$A-Za-z_][\w.$]{0,60}+(?![ ]*[:=])[^{}\n]{0,200}\}\}"
    rb"|#\{[\w.]{1,100}\}|\{\{[^{}\"'\n]{1,200}\}\}|\$\{\{[^{}\"\n]{1,200}\}\}|\$\{[^{}\"\n]{1,200}\}"
    rb"|\{%[^%\n]{1,200}%\}|<%[^%\n]{1,200}%>|<[A-Za-z_][^<>\"\n]{0,100}>|\$[A-Za-z_][A-Za-z0-9_]{0,100}+(?![\w\-])"
    rb"|\{[A-Z][A-Z0-9_]{1,60}\}|%[sdr](?![A-Za-z0-9])|%\([A-Za-z_]\w{0,60}\)[sdr]|\[[A-Z][A-Z0-9]*(?:[_ ][A-Z0-9]+)+\]"
)
BLOCK_TAG = re.compile(rb"\{%[^%\n]{1,200}%\}|\{\{[ ]*(?:[#/^!]|else\b)[^{}\n]{0,200}\}\}|<%(?!=)[^%\n]{1,200}%>")
"""What steers a template and stands for no value: a condition, a loop, its end."""

ELLIPSIS = re.compile(rb"(?:\.\.\.+|\xe2\x80\xa6)(?:[ ]?\(?\d{1,9}+ more\b[^\n,\]}]{0,40})?")

_DELIMITED = re.compile(rb'(?=[\s,\]}{)"\'/#;<]|\xef\xbc\x8c|\.[ \t]*\r?\n[ \t]*"|\Z)')
_TOKEN = re.compile(rb"[^\s,\[\]{}()\"'/#:;]*+")
_REST = re.compile(rb"[^,\[\]{}\n\r\"]*+")
_QUOTED_PART = re.compile(rb"(?:\"[\w][^\"\\\n]{0,200}+\"[^,:\[\]{}\n\r\"]*+)*+(?=[ \t]*+[,}\r\n])")
_SENTENCE = re.compile(rb"(?:,(?![ \t]*+(?:[\"'`{\[}\]/#\r\n]|[\w$.\-]{1,100}[ \t]*:)|\Z)[^,\[\]{}\n\r\"]*+)++")
_CALL = re.compile(rb"(?:new[ ]+)?[A-Za-z_][\w.]{0,80}\(")
_CALL_OF_ONE = re.compile(rb"(?:new[ ]+)?[A-Za-z_][\w.]{0,80}\(\s*(\"[^\"\\]{0,1000}\"|-?[0-9]{1,18}(?:\.[0-9]{1,18})?)\s*\)")
_DECIMAL = re.compile(rb"([+\-]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([+\-]?[0-9]*))?")
_RADIX = re.compile(rb"([+\-]?)0(?:[xX]([0-9a-fA-F]{1,16})|[oO]([0-7]{1,21})|[bB]([01]{1,64}))")
_GROUPED = re.compile(rb"[+\-]?[0-9]{1,20}(?:_[0-9]{1,20})+(?:\.[0-9]{1,20})?")
_SUFFIXED = re.compile(rb"(-?(?:0|[1-9][0-9]{0,30})(?:\.[0-9]{1,30})?)[nLfFdD]")

_WORDS: dict[bytes, tuple[str, bytes]] = {
    b"None": ("python-literal", b"null"),
    b"True": ("python-literal", b"true"),
    b"False": ("python-literal", b"false"),
    b"undefined": ("javascript-undefined", b"null"),
    **dict.fromkeys(
        (b"NaN", b"nan", b"NAN", b"-NaN", b"-nan", b"Infinity", b"-Infinity", b"+Infinity", b"inf", b"-inf", b"Inf"),
        ("nan-or-infinity", b"null"),
    ),
    **dict.fromkeys((b"NULL", b"Null", b"nil", b"NIL"), ("wrong-literal", b"null")),
    **dict.fromkeys((b"TRUE",), ("wrong-literal", b"true")),
    **dict.fromkeys((b"FALSE",), ("wrong-literal", b"false")),
}
_LITERALS = (b"true", b"false", b"null")


@dataclass(frozen=True, slots=True)
class Bare:
    """A value without quotes or brackets."""

    end: int
    kind: str | None = None
    """None for a sound one."""
    text: bytes = b""
    """What should stand there."""
    certain: bool = True


def read_bare(text: bytes, at: int) -> Bare:
    """Read the number, word or unquoted string at `at`; it ends behind `at` unless nothing of the sort is there."""
    number = NUMBER.match(text, at)
    if number and number.end() > at and _DELIMITED.match(text, number.end()):
        return _sound_number(text, at, number.end())
    match = _TOKEN.match(text, at)
    end = match.end() if match else at
    token = text[at:end]
    if token in _LITERALS:
        return Bare(end)
    if token in _WORDS:
        kind, word = _WORDS[token]
        return Bare(end, kind, word)
    if token and end == len(text):
        cut = next((word for word in _LITERALS if word.startswith(token)), None)
        if cut is None and token[-1:] in (b".", b"e", b"E", b"-", b"+"):
            cut = _decimal(token) or (b"0" if token in (b"-", b"+", b"-.", b".") else None)
        if cut is not None:
            return Bare(end, "json-truncated", cut)
    spelt = _respelt_number(token)
    if spelt is not None and _DELIMITED.match(text, end):
        return spelt_number(end, token, spelt)
    return _unquoted(text, at)


def beyond_comma(text: bytes, at: int, bare: Bare) -> Bare:
    """Read on behind the comma at the end of a member's value, where no key follows: the words are a sentence."""
    if bare.kind != "unquoted-value":
        return bare
    sentence = _SENTENCE.match(text, bare.end)
    if sentence is None or sentence.end() == bare.end:
        return bare
    words = text[at : sentence.end()].rstrip()
    return Bare(at + len(words), "unquoted-value", quoted(words), certain=False)


def spelt_number(end: int, token: bytes, spelt: bytes) -> Bare:
    """Name what is wrong with a number that JSON writes otherwise."""
    digits = token.lstrip(b"+-")
    kind = "leading-zero" if digits[:1] == b"0" and digits[1:2].isdigit() else "number-malformed"
    return Bare(end, kind, spelt)


def _sound_number(text: bytes, at: int, end: int) -> Bare:
    if is_infinite(text[at:end]):
        largest = b"-1.7976931348623157e308" if text[at] == 0x2D else b"1.7976931348623157e308"
        return Bare(end, "number-too-large", largest)
    return Bare(end)


def _respelt_number(token: bytes) -> bytes | None:
    if not token or len(token) > 400:
        return None
    radix = _RADIX.fullmatch(token)
    if radix:
        sign, *digits = radix.groups()
        base, found = next((base, found) for base, found in zip((16, 8, 2), digits, strict=True) if found)
        return (b"-" if sign == b"-" else b"") + str(int(found, base)).encode()
    if _GROUPED.fullmatch(token):
        return _decimal(token.replace(b"_", b""))
    suffixed = _SUFFIXED.fullmatch(token)
    return suffixed[1] if suffixed else _decimal(token)


def _decimal(token: bytes) -> bytes | None:
    match = _DECIMAL.fullmatch(token)
    if match is None or not (match[2] or match[3]):
        return None
    sign, whole, fraction, exponent = match.groups()
    spelt = (b"-" if sign == b"-" else b"") + (whole.lstrip(b"0") or b"0")
    if fraction is not None:
        spelt += b"." + (fraction or b"0")
    if exponent is not None:
        spelt += b"e" + (exponent if exponent.strip(b"+-") else b"0")
    return spelt if not is_infinite(spelt) else None


def _unquoted(text: bytes, at: int) -> Bare:
    one = _CALL_OF_ONE.match(text, at)
    if one:
        return Bare(one.end(), "python-repr", one[1])
    call = _CALL.match(text, at)
    if call:
        end = _call_end(text, call.end())
        return Bare(end, "python-repr", quoted(text[at:end]), certain=False)
    match = _REST.match(text, at)
    end = match.end() if match else at
    held = _QUOTED_PART.match(text, end) if end > at and text[end - 1 : end] in (b" ", b"(") else None
    if held and held.end() > end:
        # The words hold some in quotes.
        return Bare(held.end(), "unquoted-value", quoted(text[at : held.end()]), certain=False)
    words = text[at:end].rstrip()
    for mark in (b" //", b" /*", b" #", b"\t//", b"\t#"):
        words = words.split(mark, 1)[0].rstrip()
    end = at + len(words)
    if text[end : end + 1] == b'"' and words:
        return Bare(end + 1, "missing-quote", quoted(words))
    return Bare(end, "unquoted-value", quoted(words))


def _call_end(text: bytes, at: int) -> int:
    depth = 1
    for bracket in re.finditer(rb"[()\n]", text[at : at + 10_000]):
        depth += {b"(": 1, b")": -1}.get(bracket[0], 0)
        if depth == 0:
            return at + bracket.end()
    return at


def quoted(words: bytes) -> bytes:
    """Return bytes as a JSON string; what is not UTF-8 is read as Windows-1252, as a repair of the encoding would."""
    try:
        return orjson.dumps(words.decode("utf-8"))
    except UnicodeDecodeError:
        return orjson.dumps(words.decode("cp1252", "replace"))
