"""JSON that something has wrapped as a whole: shell quotes, one more layer of escaping, marks in front of each line, colours of a terminal."""

import html
import re
from collections.abc import Callable
from typing import Final
from urllib.parse import unquote_to_bytes

import orjson

from why400.formats.json_text.faults import Edit, Ledger

_SPACE = rb"[\s{\[]*+(?:\\[nrt]|[\s])*+"
_BACKSLASHED: Final = re.compile(rb"[{\[]" + _SPACE + rb"\\(?:\"|[xu](?:00)?22)")
_OTHERS: Final[tuple[tuple[re.Pattern[bytes], Callable[[bytes], bytes]], ...]] = (
    (re.compile(rb"[{\[]\s*+`\""), lambda text: text.replace(b'`"', b'"')),
    (re.compile(rb"[{\[]\s*+(?:\^\\)?\^\""), lambda text: re.sub(rb"\^(.)", rb"\1", text, flags=re.DOTALL)),
    (re.compile(rb"[{\[]\s*+\"\"\w"), lambda text: text.replace(b'""', b'"')),
    (re.compile(rb"[{\[]\s*+&(?:quot|#34|#x22);"), lambda text: html.unescape(text.decode("utf-8", "replace")).encode()),
    (re.compile(rb"(?i:%7B|%5B)(?:%20|%0[9aAdD]|\+)*+%22"), lambda text: unquote_to_bytes(text.replace(b"+", b" "))),
)
"""How the quotes look where they are escaped, and what takes that away: PowerShell, cmd, doubled quotes, HTML, URLs."""

_BYTES_REPR: Final = re.compile(rb"[bB](['\"])(.*)\1\Z", re.DOTALL)
_ESCAPE: Final = re.compile(rb"\\(?:x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_ESCAPED: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t"}

_MARKS: Final = (
    re.compile(rb"(?:>[ ]?)++"),
    re.compile(rb"\+"),
    re.compile(rb"[ \t]*+\d{1,5}(?:[ ]*+[|:\xe2]\S{0,2}[ ]?|\t|[ ]{1,2})"),
)
"""What stands in front of each line that was copied from a mail, a diff, a listing with numbers."""

_LINE: Final = re.compile(rb"(?m)^(?=[^\n]*\S).*+$")
_COLOUR: Final = re.compile(rb"\x1b\[[\d;]*+m")
_COLOURED: Final = re.compile(rb"(?:\A|[{\[,:\s])\x1b\[[\d;]*+m[\"{\[]")


def note_wrapped(start: int, stripped: bytes, ledger: Ledger) -> bool:
    """Note JSON inside one pair of shell quotes, as the repr of bytes, or with all its quotes escaped: where it is sound but for that."""
    end = start + len(stripped)
    if stripped[:1] == b"'" and stripped[-1:] == b"'" and stripped[1:2] in (b"{", b"[") and parses(stripped[1:-1]):
        ledger.add("single-quotes", start, end, [Edit(start, start + 1, b""), Edit(end - 1, end, b"")])
        return True
    written = _BYTES_REPR.match(stripped)
    if written and parses(text := _ESCAPE.sub(_escaped, written[2])):
        ledger.add("python-repr", start, end, [Edit(start, end, text)])
        return True
    for pattern, take_away in ((_BACKSLASHED, _unescaped), *_OTHERS):
        match = pattern.match(stripped)
        if match and parses(text := take_away(stripped)):
            first = start + next(at for at in range(match.end()) if stripped[at : at + 1] not in b"{[ \t\r\n")
            ledger.add("escaped-quotes", first, end, [Edit(start, end, text)])
            return True
    return False


def unmarked(text: bytes, start: int, ledger: Ledger) -> bytes:
    """Note what stands in front of every line, and colours of a terminal, and give the text with blanks in their place."""
    masked = text
    for marks in _MARKS:
        if not marks.match(text, text.rfind(b"\n", 0, start) + 1):
            continue
        lines = [line.start() for line in _LINE.finditer(text)]
        edits = [Edit(at, match.end(), b"") for at in lines if (match := marks.match(text, at))]
        if len(edits) < max(2, len(lines)) or not _is_opening(text, edits[0].end):
            continue
        ledger.add("leading-text", edits[0].start, edits[0].end, edits)
        masked = blanked(text, edits)
        break
    if _COLOURED.search(masked, 0, start + 200):
        edits = [Edit(match.start(), match.end(), b"") for match in _COLOUR.finditer(masked)]
        ledger.add("unexpected-character", edits[0].start, edits[0].end, edits)
        masked = blanked(masked, edits)
    return masked


def blanked(text: bytes, edits: list[Edit]) -> bytes:
    """The text with blanks where the edits take something away, so that all places stay."""
    out = bytearray(text)
    for edit in edits:
        out[edit.start : edit.end] = b" " * (edit.end - edit.start)
    return bytes(out)


def parses(text: bytes) -> bool:
    """Whether it is sound JSON with brackets around it."""
    if text.lstrip()[:1] not in (b"{", b"["):
        return False
    try:
        orjson.loads(text)
    except orjson.JSONDecodeError:
        return False
    return True


def _is_opening(text: bytes, at: int) -> bool:
    return text[at:].lstrip(b" \t")[:1] in (b"{", b"[")


def _escaped(match: re.Match[bytes]) -> bytes:
    return bytes((int(match[1], 16),)) if match[1] else _ESCAPED.get(match[2], match[2] if match[2] in b"\\'\"" else match[0])


def _unescaped(text: bytes) -> bytes:
    one_line = text.replace(b"\n", b"\\n").replace(b"\r", b"\\r").replace(b"\t", b"\\t").replace(b"\\x22", b'\\"')
    try:
        return str(orjson.loads(b'"' + one_line + b'"')).encode()
    except orjson.JSONDecodeError:
        return b""
