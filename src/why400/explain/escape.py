"""Strings escaped once or several times: where they end, and what they say.

A string that is nested *n* levels deep in other JSON strings opens and closes with a quote behind ``2**n - 1``
backslashes. Text that was pasted through shells and chats keeps that count in its quotes even where the outer
levels are lost, so the count at the opening quote is what decides.
"""

import re

from why400.explain.wrap import is_surrogate_free

_QUOTES = {q: re.compile(r"(\\*)" + q) for q in "\"'`"}
_CLOSERS = {"“": "”", "‘": "’", "«": "»", "「": "」"}
# What may stand behind a closing quote of a value. Anything else means that inner quotes lost their backslashes.
_AFTER = re.compile(
    r"""[\s│]*(?:[,}\])|;:"'`\\]|=>|$|\.\s|\.$|#)"""
    r"""|[ \t]*\r?\n(?=\{"|\[|\d{4}-\d\d-|\d\d:\d\d|[A-Z][a-z]{2} [ \d]\d \d\d:|\d{1,3}\.\d{1,3}\.|[ \t]+at |[ \t]+File |Traceback)"""
)
# A line of a log that no string goes on to.
_NEXT_RECORD = re.compile(r'\n(?=\{"(?:level|time|ts|msg|@)|\d{4}-\d\d-\d\d[T ]\d\d:|\d\d:\d\d:\d\d|[A-Z][a-z]{2} [ \d]\d \d\d:)')
_REAL_END = re.compile(r"""["'`]\\*[\s│]*(?:[}\])]|,[\s│]*\\*["'}\]\w])""")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
LONGEST = 24_000


def string_end(text: str, start: int, backslashes: int, quote: str) -> tuple[int, bool]:
    """The offset where a string that opened before `start` ends, and whether its closing quote was seen.

    `backslashes` is how many stood before the opening quote. A string that is never closed ends with the text.
    """
    limit = min(len(text), start + LONGEST)
    if (record := _NEXT_RECORD.search(text, start, limit)) is not None:
        limit = record.start()
    if quote in _CLOSERS:
        limit = min(limit, start + 3000)
        ends = [end for closer in (_CLOSERS[quote], '"') if (end := text.find(closer, start, limit)) >= 0]
        return (min(ends), True) if ends else (limit, False)
    for found in _QUOTES[quote].finditer(text, start, limit):
        run = len(found[1])
        if run > backslashes:
            # An even run at level 0 closes in strict JSON; in a repr of JSON it is an escaped quote.
            if backslashes or run % 2 or not _AFTER.match(text, found.end()):
                continue
            if run and not _closes(text, found.end()):
                continue
        elif run == backslashes and not _AFTER.match(text, found.end()):
            real = _REAL_END.search(text, found.end(), min(limit, found.end() + 2000))
            if real is not None and "\n\n" not in text[found.end() : real.start()] and not _has_key(text, found.end(), real.start()):
                return real.start() - _run_before(text, real.start()), True
        return found.start(), True
    return limit, False


def unescape(raw: str, backslashes: int) -> str:
    """What the string says, given how many backslashes stood before its opening quote."""
    for _ in range((backslashes + 1).bit_length()):
        if "\\" not in raw:
            break
        raw = _ESCAPE.sub(_one, raw)
    if '\\"' in raw:  # a repr of JSON: one more level than its quotes show
        raw = raw.replace('\\"', '"')
    return raw if is_surrogate_free(raw) else raw.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _one(found: re.Match[str]) -> str:
    digits = found[1] or found[2]
    if digits:
        return chr(int(digits, 16))
    char = found[3]
    if char in _SIMPLE:
        return _SIMPLE[char]
    # `\d` of a pattern keeps its backslash; quotes, slashes and line ends lose it.
    return found[0] if char.isalnum() else char


def _closes(text: str, at: int) -> bool:
    return bool(re.match(r"\s*[}\])]|\s*,\s*\\*\"", text[at : at + 40]))


def _has_key(text: str, start: int, end: int) -> bool:
    return bool(re.search(r"""[{,]\s*\\*["'](?:type|message|error)\\*["']\s*:""", text[start:end]))


def _run_before(text: str, at: int) -> int:
    run = 0
    while at - run > 0 and text[at - run - 1] == "\\":
        run += 1
    return run
