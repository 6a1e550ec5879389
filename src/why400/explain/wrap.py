r"""Line breaks that a terminal, a quote or a comment put into a message, and how to take them out again.

A break falls between words (a space was there) or, on long words without spaces, inside one. Where the text does
not tell, the words do: an identifier that goes on over the break was one word.
"""

import re
from functools import cache

# The end of a line, a frame's right side included, with what leads in the next: the time that a log puts in front of each, indentation,
# comment marks, quote marks, box drawing.
BREAK = re.compile(
    r"[ \t]*(?:[│┃║▐][ \t]*)?\r?\n(?:\[[\d:./T -]{8,32}Z?\][ \t])?[ \t]*(?:(?:///?|#:?|\*(?!\*)|--|>|[│┃║|▏▎▌▐]|;;)[ \t]?)*[ \t]*"
)
_LAST_WORD = re.compile(r"[A-Za-z]+$")
_FIRST_WORD = re.compile(r"[a-z]+")
_WORD = re.compile(r"[A-Za-z]+")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?")
# A word cut in two: a dotted path, an id, a URL.
_OPEN_WORD = re.compile(r"(?:[\w-]*[._/][\w./-]*|(?:req|toolu|srvtoolu|msg|msgbatch|file|org)_\w*)$")
# An id of the API has 24 letters behind its prefix, one of Converse 22; a shorter one at the end of a line goes on in the next.
_CUT_ID = re.compile(r"(?:req|toolu|srvtoolu|msg|msgbatch|tooluse)_(?:vrtx_|bdrk_)?([A-Za-z0-9]{1,23})$")
_REST_OF_ID = re.compile(r"[A-Za-z0-9]{1,23}(?![A-Za-z0-9])")
_GOES_ON = re.compile(r"[a-z0-9_]+(?:[.:/_][\w./:-]*)?")
_CLOSES_WORD = re.compile(r"[a-z0-9_]*[.:/][\w.:/-]*")


# A key of a body that a terminal cut in two: `"mess` / `age":`.
_CUT_KEY = re.compile(r"""(\\*["'])([a-z_]{1,9})([ \t]*\n[ \t│>]*)([a-z_]{1,9})(?=\\*["'][ \t\n│]*:)""")
_KEYS = frozenset({"message", "type", "error", "request_id", "code", "details", "status"})


# A type of error that a terminal cut in two: `"invalid_request_err` / `or"`.
_CUT_TYPE = re.compile(r"""(\\*["'])([a-z_]{2,30})([ \t]*\n[ \t│>]*)([a-z_]{1,30})(?=\\*["'])""")
_TYPES = frozenset(
    f"{kind}_error"
    for kind in ("api", "authentication", "billing", "invalid_request", "not_found", "overloaded", "permission", "rate_limit", "timeout")
) | {"request_too_large"}


# An escaped quote that a terminal cut from its backslashes.
_CUT_ESCAPE = re.compile(r"""(?<=[^\s\\])(\\+)([ \t]*\n[ \t│>]*)(?=\\*["'])""")


def mend_cuts(text: str) -> str:
    """The text with keys and escapes in one piece again; a line break inside one stands before it instead."""
    text = _CUT_ESCAPE.sub(r"\2\1", text)
    text = _CUT_TYPE.sub(lambda hit: f"{hit[3]}{hit[1]}{hit[2]}{hit[4]}" if hit[2] + hit[4] in _TYPES else hit[0], text)
    return _CUT_KEY.sub(lambda hit: f"{hit[3]}{hit[1]}{hit[2]}{hit[4]}" if hit[2] + hit[4] in _KEYS else hit[0], text)


def is_surrogate_free(text: str) -> bool:
    """Whether `text` can be written as UTF-8."""
    return text.isascii() or _SURROGATE.search(text) is None


def strip_ansi(text: str) -> str:
    """The text without the colour and cursor codes of a terminal."""
    return _ANSI.sub("", text) if "\x1b" in text else text


def unwrap(message: str) -> str:
    """The message on one line: every break with its lead-in becomes a space, or nothing inside a word."""
    if "\n" not in message:
        return re.sub(r"  +", " ", message).strip() if "  " in message else message.strip()
    parts: list[str] = []
    at = 0
    for found in BREAK.finditer(message):
        if found.start() < at:
            continue
        left = message[at : found.start()]
        parts.append(left)
        parts.append(_joint(left, found[0], message[found.end() : found.end() + 80]))
        at = found.end()
    parts.append(message[at:])
    return re.sub(r"[ \t]{2,}", " ", "".join(parts)).strip()


@cache
def _words() -> frozenset[str]:
    """The words of the sentences that the rules know."""
    from why400.rules.catalogue import catalogue  # only a broken message needs them

    return frozenset(word for entry in catalogue().values() for sentence in entry.says for word in _WORD.findall(sentence.text))


def _is_cut(left: str, right: str) -> bool:
    """Whether the break fell into one word that the API uses, and not between two."""
    words = _words()
    return left + right in words and not (left in words and right in words)


def _is_whole(cut_id: str, letters: str) -> bool:
    return len(letters) == (22 if cut_id.startswith("tooluse_") else 24)


def _joint(left: str, gap: str, right: str) -> str:
    if not left or gap[0] in " \t":
        return " "
    word = left[left.rfind(" ") + 1 :]
    if (tail := _LAST_WORD.search(word)) is not None and (head := _FIRST_WORD.match(right)) is not None and _is_cut(tail[0], head[0]):
        return ""
    if (cut := _CUT_ID.search(word)) is not None and (rest := _REST_OF_ID.match(right)) is not None and _is_whole(cut[0], cut[1] + rest[0]):
        return ""
    if _OPEN_WORD.search(word) and not word.endswith((".", ":", ",")):
        # `…content.2.ima` + `ge.source:` was one word; `a_b` + `is missing` were two.
        return "" if _CLOSES_WORD.match(right) else " "
    if word.endswith((".", "_")) and _GOES_ON.match(right) and _CLOSES_WORD.match(right):
        return ""
    return " "
