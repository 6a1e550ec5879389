"""The last resort for a short paste: a sentence that nobody announced and no table knows.

Someone who pastes one line means it as an error. Which part of it is the message is read from how people quote:
a fenced block, a quoted or back-ticked sentence, what follows a label, else the whole paragraph.
"""

import re
from collections.abc import Iterator
from itertools import islice

from why400.explain.bounds import message_end
from why400.explain.sentence import COMPLAINT, Recognises

LONGEST = 4_000  # characters of a text that still counts as a short paste
_FENCE = re.compile(r"(?:^|\n)[ \t>]*(?:```+|~~~+)[^\n]*\n(.{1,2000}?)\n[ \t>]*(?:```|~~~)", re.DOTALL)
_OPENER = re.compile(r"(?<![\w\\])\\*([\"'`“「])(?=[^\s\"`“])")
_LABEL = re.compile(
    r"(?:\b(?:[\w.]*[Ee]rror|ERROR|[Ee]xception|[Ff]ailed(?: with)?(?! to\b)|[Cc]aused by|[Mm]essage|[Rr]eason"
    r"|[Rr]eturn(?:s|ed)|[Dd]etails?|[Rr]esponse|with|[Rr]equest|[Oo]utput)(?: \w+)?(?: \[\w+\]| \(\w+\))?"
    r"|\)|\]|->|→|：|错误|错误信息|\b[45]\d\d)[:：]?[\"*]*\s+(?=[\"'`A-Za-z])"
)
_COLON = re.compile(r": (?=\S)")
_COLONS = 6  # of a line, behind which a sentence is sought
_DECORATION = re.compile(r"[\s⎿•●✗✕⚠❯>*#│|/\ufe0f🔴❌-]*")
# Python prints a warning behind its place in the source; the program went on.
_WARNED = re.compile(r"\.py:\d+: \w*Warning: ")
# What somebody remarks on a line, with an arrow back to it.
_NOTE = re.compile(r"\s(?:<-+|←)\s")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_CODE = re.compile(r"[;{}=]\s*$|\b(?:const|let|var|def|class|import|function|raise|throw|assert)\b|^\s*(?:at|File) ")

# All that is left of some answers: a status, a body that is cut before its message, a type named in prose.
_ONLY_STATUS = re.compile(r"(?:→|->|=>)[ \t]*([45]\d\d)(?=[ \t]*(?:←|<-|\n|$))")
_CUT_BODY = re.compile(r"(?:Error|Exception): (?:Error code: \d+ - )?(\{\s*[\"'][^\n]{4,600})$")
_TYPE = re.compile(r"\b((?:invalid_request|authentication|permission|not_found|rate_limit|overloaded|api|billing|timeout)_error)\b")
_QUOTED_WORDS = re.compile(r"`([A-Z][a-z]+(?: [^\s`]+){3,30})`")


def quoted_spans(text: str) -> Iterator[tuple[int, int]]:
    """Every quoted or back-ticked stretch that reads like a sentence, longest of those that overlap first seen."""
    at = 0
    for hit in _OPENER.finditer(text):
        if hit.start() < at:
            continue
        start = hit.end()
        end = message_end(text, start)
        if reads_like_a_message(text[start:end]):
            yield start, end
            at = end


def known_sentence(text: str, knows: Recognises) -> tuple[int, int] | None:
    """Where a paragraph, a line, or what follows a colon in it is, as a whole, a known sentence."""
    for line in re.finditer(r"[^\n]+", text):
        lead = _DECORATION.match(line[0])
        first = line.start() + (lead.end() if lead is not None else 0)
        paragraph = text.find("\n\n", first)
        for start in (first, *(first + colon.end() for colon in islice(_COLON.finditer(text[first : line.end()]), _COLONS))):
            for end in (len(text) if paragraph < 0 else paragraph, line.end()):
                message = " ".join(text[start:end].split())
                if message and knows(message):
                    return start, start + len(text[start:end].rstrip())
    return None


def candidates(text: str, recognises: Recognises | None) -> Iterator[tuple[int, int]]:
    """Where the message may stand, the likeliest first; the offsets are in `text`."""
    spans = [span for span in _all(text) if not _WARNED.search(_line_at(text, span[0]))]
    if recognises is not None:
        yield from (span for span in spans if recognises(" ".join(text[span[0] : span[1]].split())))
    yield from spans


def _line_at(text: str, offset: int) -> str:
    end = text.find("\n", offset)
    return text[text.rfind("\n", 0, offset) + 1 : len(text) if end < 0 else end]


def _all(text: str) -> Iterator[tuple[int, int]]:
    for fence in _FENCE.finditer(text):
        body = fence[1]
        if "{" not in body and reads_like_a_message(body) and body.count("\n") <= 4:
            lead = _DECORATION.match(body)
            start = fence.start(1) + (lead.end() if lead is not None else 0)
            yield start, fence.end(1)
    yield from quoted_spans(text)
    labels = list(_LABEL.finditer(text))[::-1]
    for label in sorted(labels, key=lambda one: one[0].rstrip()[-1:] not in ":："):
        end = message_end(text, label.end())
        if _complains(text, label.end(), end):
            yield label.end(), end
    for answered in _ONLY_STATUS.finditer(text):
        yield answered.span(1)
    for line in re.finditer(r"[^\n]+", text):
        lead = _DECORATION.match(line[0])
        start = line.start() + (lead.end() if lead is not None else 0)
        end = message_end(text, start)
        if _complains(text, start, end) and not _CODE.search(line[0]):
            yield start, end
    for rest in (_CUT_BODY, _TYPE):
        for hit in rest.finditer(text):
            yield hit.span(1)
    if text.count("\n") < 3:
        for hit in _QUOTED_WORDS.finditer(text):
            yield hit.span(1)


def _complains(text: str, start: int, end: int) -> bool:
    """Whether the stretch reads like a message without what somebody remarks on it."""
    note = _NOTE.search(text, start, end)
    return reads_like_a_message(text[start : end if note is None else note.start()])


def reads_like_a_message(text: str) -> bool:
    """Whether a stretch of text has the words of a complaint: a few words and a verb among them."""
    return len(text) < 2000 and len(_WORDS.findall(text[:400])) >= 3 and COMPLAINT.search(text) is not None
