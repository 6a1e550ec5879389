"""The lexical grammar of JSON as compiled expressions over bytes.

Every expression is possessive, so none can backtrack across what it has consumed: time stays linear on any input.
Strings inside the larger expressions are capped at 256 bytes; longer ones (base64 images) are left to `string_end`,
which finds the closing quote with `bytes.find` and touches nothing in between.
"""

import re
import sys
from functools import cache
from itertools import repeat
from typing import Final

_SPACE = rb"[ \t\n\r]*+"
_SHORT = rb'"[^"\\]{0,256}+"'
_CLEAN = rb'"[^"\\\x00-\x1f]{0,256}+"'
# No exponent and few digits: such a number can be neither malformed nor infinite.
_PLAIN_NUMBER = rb"-?+(?:0|[1-9][0-9]{0,17}+)(?:\.[0-9]{1,20}+)?+"

SPACE: Final = re.compile(_SPACE)
COLON: Final = re.compile(_SPACE + rb":" + _SPACE)
BARE_END: Final = re.compile(rb'[^,\]}\s"\[{]*+')

# Whatever holds no bracket that would have to be counted: bare text, short strings, containers without containers.
UNCOUNTED: Final = re.compile(rb'(?:[^"\[\]{}]++|' + _SHORT + rb'|[\[{](?:[^"\[\]{}]++|' + _SHORT + rb")*+[\]}])*+")


def _runs(depth: int, text_bytes: int) -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
    """Compile what a run of sound items, and of sound members, is, each with the comma behind it."""
    string = rb'"(?:[^"\\\x00-\x1f]{1,%d}+|\\["\\/bfnrt]){0,64}+"' % text_bytes
    value = scalar = rb"(?:" + string + rb"|" + _PLAIN_NUMBER + rb"|true|false|null)"
    key = _CLEAN + _SPACE + rb":" + _SPACE
    for _ in range(depth):
        members = rb"\{" + _SPACE + rb"(?:" + key + value + _SPACE + rb"(?:," + _SPACE + rb'(?=")|(?=\})))*+\}'
        items = rb"\[" + _SPACE + rb"(?:" + value + _SPACE + rb"(?:," + _SPACE + rb"(?!\])|(?=\])))*+\]"
        value = rb"(?:" + scalar + rb"|" + members + rb"|" + items + rb")"
    comma = _SPACE + rb"," + _SPACE
    return re.compile(rb"(?:" + value + comma + rb")*+"), re.compile(rb"(?:" + key + value + comma + rb")*+")


@cache
def sound_runs(*, large: bool) -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
    """Return the expressions for runs of sound items and of sound members.

    For a large text they reach four containers deep, so that its sound part is passed over without a step in Python;
    compiling them takes some milliseconds, which a small text would not win back.
    """
    return _runs(4, 4096) if large else _runs(1, 256)


LARGE_BYTES: Final = 1 << 17

# The inside of a string as far as a strict parser accepts it.
SOUND_TEXT: Final = re.compile(
    rb'(?:[^"\\\x00-\x1f]++|\\["\\/bfnrt]|\\u(?:[0-9a-cA-CefEF][0-9a-fA-F]{3}|[dD][0-7][0-9a-fA-F]{2}'
    rb"|[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}))*+"
)

NUMBER: Final = re.compile(rb"-?+(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+(?:[eE][+\-]?+[0-9]++)?+")

_BACKSLASH = 0x5C


def string_end(text: bytes, start: int, quote: bytes = b'"') -> int:
    """Return the offset behind the string whose opening quote is at `start`, or -1 when it is never closed."""
    at = start
    while True:
        at = text.find(quote, at + 1)
        if at < 0:
            return -1
        if not is_escaped(text, at, start):
            return at + 1


def is_escaped(text: bytes, at: int, start: int) -> bool:
    """Tell whether the character at `at` stands behind an odd number of backslashes that begin after `start`."""
    before = at - 1
    while before > start and text[before] == _BACKSLASH:
        before -= 1
    return (at - 1 - before) % 2 == 1


def container_end(text: bytes, at: int, depth: int = 1, most: int = sys.maxsize) -> int:
    """Return the offset behind the bracket that closes `depth` levels, reading from `at`; the text's end when none, or after `most` brackets and strings."""
    size = len(text)
    for _ in repeat(None) if most == sys.maxsize else range(most):
        match = UNCOUNTED.match(text, at)
        at = match.end() if match else at
        if at >= size:
            return size
        char = text[at]
        if char == 0x22:
            at = string_end(text, at)
            if at < 0:
                return size
            continue
        at += 1
        if char in b"[{":
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                return at
    return size


def value_end(text: bytes, at: int) -> int:
    """Return the offset behind the value that begins at `at`; the text's end when it is cut off."""
    char = text[at : at + 1]
    if char == b'"':
        end = string_end(text, at)
        return len(text) if end < 0 else end
    if char in (b"{", b"["):
        return container_end(text, at + 1)
    match = BARE_END.match(text, at)
    return match.end() if match else at
