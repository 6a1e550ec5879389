"""Errors printed as running text: a wrapper's row, a known sentence, or both.

A known sentence decides where a message begins; a wrapper's row decides where no sentence is known.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from why400.explain import agent_log, bedrock, sdk_text
from why400.explain.bounds import message_end
from why400.explain.clean import clean
from why400.explain.foreign import ForeignTexts
from why400.explain.row import Row
from why400.explain.sentence import VERBS, KnownLength, Recognises, is_path, opens_at, paths, with_path

ROWS: tuple[Row, ...] = (*agent_log.ROWS, *bedrock.ROWS, *sdk_text.ROWS)
# Places in running text where a message may begin.
_BOUNDARY = re.compile(
    r"(?m:^)[ \t]*(?:(?://+|#+|\*+|>+|[│|⎿•●✗✕⚠❯-]️?)[ \t]*)*[\"'`“(\[]{0,3}"
    r"|(?:[(\[{|>=,]|: |：|:\n|; |\. |[-–—] |→ |=> |· |\d{3}:? |\] |\) |\b(?:ERROR|WARN(?:ING)?|FATAL|CRITICAL|[eE]rror) )\s*\\*[\"'`“「]{0,2}"
    r"|(?<=[\s(\[])\\*[\"'`“「]{1,2}|\\n|(?<=\b[45]\d\d)(?=[A-Z][a-z])"
)
# What announces the words of an answer inside a sentence of prose.
_SAID = re.compile(r"(?:\b[45]\d\d|→|\breturn\w*|\banswer\w*|\bsays?|\brejects?)[^\"`“\n]{0,30}[\"“]")
# A quote that holds one word opens the sentence, not the message: `400 "thinking.type.enabled" is not supported`.
_QUOTED_WORD = re.compile(r"[\w.-]+\\*[\"'`] [a-z]")
# A type that stands where a message was expected; the message follows it.
_TYPE_FIRST = re.compile(r"[\"'`(]*(?:\w+_error|\w+Exception)[\"'`:)\],]*[ \t]*\n?[ \t]*(?:[-–—:][ \t]*)?[\"'`]*(?=[\w\"'`])")
# A message that is only a status once more.
_REASON = re.compile(
    r"(?:[45]\d\d )?(?:Bad Request|Unauthorized|Forbidden|Not Found|Too Many Requests|Internal Server Error"
    r"|Bad Gateway|Service Unavailable|Error)"
)
_ASIDE = re.compile(r"\s+(?:[–—]|\(|->|=>|→|#|//)\s?")

_LINE_STATUS = re.compile(r"[45]\d\d(?= )")
_AROUND = 240  # characters around a row's anchor in which its pattern is sought

_TRIES = 60  # paths without a sentence after which a stretch is taken to have none

# People who quote validation's words often quote the path by itself before them.
_PATHLESS = ("Input should", "Input tag", "Input does not", "Extra inputs", "Field required", "String should", "List should")
_NAMED_BEFORE = re.compile(
    r"`([a-z_]+(?:\.[\w$-]+)*)`[^`A-Za-z0-9]{0,12}\n?[ \t>*-]*[`\"“]?$|`([a-z_]+(?:\.[\w$-]+)*)` (?:says|gives|→) [`\"“]$"
)

_Wrapped = tuple[int, Row, re.Match[str]]


@dataclass(slots=True)
class Printed:
    """An error printed in running text; offsets are in the region's text."""

    start: int
    end: int
    message: str
    status: int | None
    type: str | None
    platform: str | None
    origin: str | None
    wrapped: bool
    """Whether a wrapper announced it; without one it is a bare sentence."""


class Running:
    """A text to read as running text: which wrappers can stand in it, and where foreign texts do."""

    __slots__ = ("foreign", "rows", "text")

    def __init__(self, text: str, start: int, stop: int) -> None:
        self.text = text
        part = text[start:stop]
        self.rows = tuple(row for row in ROWS if row.anchor in part)
        self.foreign = ForeignTexts(text, start, stop)


def printed_errors(
    running: Running, start: int, stop: int, end: int, recognises: Recognises | None, known_length: KnownLength | None = None
) -> list[Printed]:
    """The errors that begin between `start` and `stop`, in order; their messages may go on to `end`."""
    text = running.text
    found: list[Printed] = []
    wrapped = _by_rows(running, start, stop)
    ahead = _Ahead(running, stop)
    passed = 0
    at = start
    while at < stop:
        while passed < len(wrapped) and wrapped[passed][0] < at:
            passed += 1
        row = wrapped[passed] if passed < len(wrapped) else None
        sentence = ahead.sentence(at, end)
        if sentence is None and row is None:
            break
        if row is not None and (sentence is None or row[0] < sentence):
            begin = row[0]
            if row[1].origin is None and sentence is not None and sentence < message_end(text, begin) and _leads_to(text, begin, sentence):
                begin = sentence
        else:
            assert sentence is not None
            begin = sentence
            near = wrapped[passed - 1] if passed else None
            row = row if row is not None and row[0] == begin else near if near is not None and begin - near[0] < 120 else None
        begin = _with_lead(text, begin)
        finish = _best_end(text, begin, min(message_end(text, begin), end), end, recognises, known_length)
        printed = _printed(text, begin, finish, row)
        if len(printed.message) > 3:
            found.append(printed)
        at = max(finish, begin + 1)
    return found


class _Ahead:
    """The next sentence and the next foreign text; each is sought again only once it has been passed."""

    __slots__ = ("_foreign", "_foreigners", "_sentence", "_stop", "_text")

    def __init__(self, running: Running, stop: int) -> None:
        self._foreigners = running.foreign
        self._text = running.text
        self._stop = stop
        self._sentence: int | None = -1
        self._foreign: int | None = -1

    def sentence(self, at: int, end: int) -> int | None:
        """Where the next known sentence begins, at or after `at`."""
        text = self._text
        if self._sentence is not None and self._sentence < at:
            self._sentence = _next_sentence(text, at, self._stop)
        if self._foreign is not None and self._foreign < at:
            self._foreign = self._foreigners.next_from(at, self._stop)
        sentence, foreign = self._sentence, self._foreign
        if sentence is not None:
            sentence = _inner(text, sentence, min(message_end(text, sentence), end))
        if foreign is None or (sentence is not None and sentence <= foreign):
            return sentence
        inner = sentence is not None and sentence < message_end(text, foreign) and _leads_to(text, foreign, sentence)
        return sentence if inner else foreign


def _by_rows(running: Running, start: int, stop: int) -> list[_Wrapped]:
    text = running.text
    hits: list[_Wrapped] = []
    for row in running.rows:
        hits.extend((_begin(text, hit.end()), row, hit) for hit in _hits_of(row, text, start, stop))
    for number in _LINE_STATUS.finditer(text, start, stop):
        line = text.rfind("\n", max(0, number.start() - 13), number.start()) + 1
        if (line or number.start() < 13) and (found := sdk_text.STATUS_FIRST.pattern.match(text, line)) is not None:
            hits.append((_begin(text, found.end()), sdk_text.STATUS_FIRST, found))
    hits.sort(key=lambda one: one[0])
    return hits


def _hits_of(row: Row, text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    """The places where the row's pattern fits, sought around its anchor only."""
    at = text.find(row.anchor, start, stop)
    done = start
    while at >= 0:
        low = max(done, text.rfind("\n", max(0, at - _AROUND), at) + 1 or at - _AROUND)
        end = text.find("\n", at + len(row.anchor))
        high = min(len(text), at + 2 * _AROUND + row.ahead, len(text) if end < 0 else end + row.ahead)
        done = max(done, at + len(row.anchor))
        for hit in row.pattern.finditer(text, low, high):
            yield hit
            done = max(done, hit.end())
        at = text.find(row.anchor, done, stop)


def _begin(text: str, at: int) -> int:
    typed = _TYPE_FIRST.match(text, at)
    if typed is not None:
        at = typed.end()
    if at > 0 and text[at - 1] in "\"'`" and _QUOTED_WORD.match(text, at):
        return at - 1
    return at


def _next_sentence(text: str, start: int, end: int) -> int | None:
    best: int | None = None
    for tried, (begin, strict) in enumerate(paths(text, start, end)):
        if strict or _is_sentence(text, begin, end):
            best = begin
            break
        if tried == _TRIES:
            break
    for hit in _BOUNDARY.finditer(text, start, end):
        at = hit.end()
        if best is not None and at >= best:
            break
        for begin in (at - 1, at) if at > start and text[at - 1] in "\"'`" else (at,):
            if opens_at(text, begin) and _is_sentence(text, begin, end):
                return with_path(text, begin, start)
    return best


def _is_sentence(text: str, begin: int, end: int) -> bool:
    message = text[begin : min(message_end(text, begin), end, begin + 400)]
    return len(message) > 8 and (VERBS.search(message) is not None or message.startswith("model: "))


def _inner(text: str, begin: int, finish: int) -> int:
    """The beginning of an answer quoted inside what looked like a message, or the beginning as it was."""
    for at, strict in paths(text, begin, finish):
        if strict:
            return at if text[at - 1 : at] in ('"', "`", " ", "'") else begin
    said = _SAID.search(text, begin, finish)
    return said.end() if said is not None and opens_at(text, said.end()) else begin


_LEAD = re.compile(r"The model returned the\s+\w+ errors?:\s*$")


def _with_lead(text: str, begin: int) -> int:
    """Where Bedrock's own lead-in begins, if it stands right before; it is a part of the answer."""
    low = max(0, begin - 60)
    found = _LEAD.search(text, low, begin) if "The model" in text[low:begin] else None
    return begin if found is None else found.start()


def _leads_to(text: str, begin: int, sentence: int) -> bool:
    between = text[begin:sentence]
    if is_path(between):
        return False
    if not between.strip() or sentence - begin < 4 or between[-1] in "\"'`“":
        return True
    return between[-5:-1].strip().isdigit() or between.rstrip(" \"'`").endswith((":", "=", "-", "—", "→", ")", "]", "·"))


def _best_end(text: str, begin: int, finish: int, end: int, recognises: Recognises | None, known_length: KnownLength | None) -> int:
    """The end at which a rule knows the message: as found, one sentence more, one line only, up to an aside, or where its sentence ends."""
    if recognises is None or recognises(clean(text, begin, finish)):
        return finish
    line = text.find("\n", begin, finish)
    aside = _ASIDE.search(text, begin, finish)
    for other in (min(message_end(text, begin, eager=True), end), line, -1 if aside is None else aside.start()):
        if other > begin and other != finish and recognises(clean(text, begin, other)):
            return other
    length = known_length(text[begin:end]) if known_length is not None else None
    return begin + length if length is not None and recognises(clean(text, begin, begin + length)) else finish


def _printed(text: str, begin: int, finish: int, wrapped: _Wrapped | None) -> Printed:
    message = clean(text, begin, finish)
    if message.startswith(_PATHLESS) and (named := _NAMED_BEFORE.search(text, max(0, begin - 160), begin)) is not None:
        begin = named.start()
        message = f"{named[1] or named[2]}: {message}"
    if wrapped is None:
        return Printed(begin, finish, message, None, None, None, None, wrapped=False)
    _, row, hit = wrapped
    groups = hit.groupdict()
    status = groups.get("status")
    if message.startswith("due to "):  # the wrapper is the sentence's beginning
        begin = hit.start()
        message = " ".join(text[begin:finish].split())
    elif status and _REASON.fullmatch(message):
        begin = hit.start("status")
        message = clean(text, begin, finish)
    return Printed(begin, finish, message, int(status) if status else None, groups.get("type"), row.platform, row.origin, wrapped=True)
