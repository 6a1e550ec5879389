"""Texts of clients, gateways and look-alikes that stand bare in running text: where they begin."""

import re
from bisect import bisect_left

from why400.explain.client_error import CLIENT_TEXT, is_client_text
from why400.explain.gateway import OWN as GATEWAY_TEXT
from why400.explain.lookalike import SENTENCES as OTHER_SENTENCE
from why400.explain.lookalike import is_lookalike_text
from why400.explain.phrases import Phrases, words_of

_ALL = Phrases((*CLIENT_TEXT.rows, *GATEWAY_TEXT.rows, *OTHER_SENTENCE.rows))
_BEFORE = re.compile(r"(?<!\w)[\"'`“(\[]|[>|]|(?:\)\s|\]\s|: |：|· )\s*|\b[45]\d\d:? (?:- )?|Error (?=[A-Z])|\b(?:ERROR|[A-Z]\w*Error)\s+")
_NUMBERED = re.compile(r"\[(?:Errno|WinError|SSL:?|Error) ?[\w-]+\] $")
_DECORATION = re.compile(r"[\s⎿•●✗✕⚠❯>*#│|/\ufe0f-]*")


class ForeignTexts:
    """The texts of clients, gateways and look-alikes in a stretch of text; sought when first asked for, and once."""

    __slots__ = ("_at", "_start", "_stop", "_text")

    def __init__(self, text: str, start: int, stop: int) -> None:
        self._text = text
        self._start = start
        self._stop = stop
        self._at: list[int] | None = None

    def next_from(self, at: int, stop: int) -> int | None:
        """Where the first one at or after this offset, and before `stop`, begins, or None."""
        if self._at is None:
            words = words_of(self._text[self._start : self._stop])
            self._at = sorted(_ALL.all_in(self._text, self._start, self._stop, words))
        index = bisect_left(self._at, at)
        return None if index == len(self._at) or self._at[index] >= stop else _begin(self._text, at, self._at[index])


def _begin(text: str, start: int, at: int) -> int:
    numbered = _NUMBERED.search(text, max(start, at - 40), at) if text[at - 2 : at] == "] " else None
    if numbered is not None:
        return numbered.start()
    if (text[at].isupper() and not text[at : at + 3].isupper()) or text[at].isdigit():
        return at
    # the phrase stands inside its sentence: go back to where that begins
    line = max(start, text.rfind("\n", 0, at) + 1, at - 160)
    if line == at - 160:
        return at
    lead = _DECORATION.match(text, line, at)
    begin = line if lead is None else lead.end()
    for hit in _BEFORE.finditer(text, line, at):
        begin = hit.end()
    bracket = text.rfind("[", max(line, begin - 30), begin)
    return bracket if bracket >= 0 and "]" not in text[bracket:begin] and "]" in text[begin : begin + 60] else begin


def is_foreign(message: str) -> bool:
    """Whether a message without any wrapper is one of a client, a gateway or a look-alike."""
    return is_client_text(message) or GATEWAY_TEXT.found_in(message) or is_lookalike_text(message)
