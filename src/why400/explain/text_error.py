"""Errors printed as running text: a wrapper's row, a known sentence, or both.

A known sentence decides where a message begins; a wrapper's row decides where no sentence is known.
"""

import re
from dataclasses import dataclass

from why400.explain import agent_log, bedrock, sdk_text
from why400.explain.bounds import message_end, opener_before
from why400.explain.client_error import CLIENT_TEXT, is_client_text
from why400.explain.escape import unescape
from why400.explain.gateway import OWN as GATEWAY_OWN
from why400.explain.lookalike import SENTENCES as OTHER_SENTENCE
from why400.explain.lookalike import is_lookalike
from why400.explain.peel import peel
from why400.explain.row import Row
from why400.explain.sentence import PATHED, STRICT, VERBS, Recognises, is_path, opens_at, with_path
from why400.explain.wrap import unwrap

ROWS: tuple[Row, ...] = (*agent_log.ROWS, *bedrock.ROWS, *sdk_text.ROWS)
# Places in running text where a message may begin.
_BOUNDARY = re.compile(
    r"(?:^|\n)[ \t]*(?:(?://+|#+|\*+|>+|[│|⎿•●✗✕⚠❯-]️?)[ \t]*)*[\"'`“(\[]{0,3}|(?:[(\[{|>=,]|: |：|:\n|; |\. |[-–—] |→ |=> |· |\d{3}:? |\] |\) )\s*\\*[\"'`“「]{0,2}|(?<=[\s(\[])\\*[\"'`“「]{1,2}|\\n"
)


# What announces the words of an answer inside a sentence of prose.
_SAID = re.compile(r"(?:\b[45]\d\d|→|\breturn\w*|\banswer\w*|\bsays?|\brejects?)[^\"`“\n]{0,30}[\"“]")
_BOLD = re.compile(r"(?<![*\w])\*\*(?=[^\s*])([^*\n]+)(?<=[^\s*])\*\*(?![*\w])")
# String literals side by side in code.
_JOINED = re.compile(r"""(["'])[ \t]*[+.\\]?[ \t]*\n[ \t]*[+.]?[ \t]*[fru]?\1""")


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


def printed_errors(text: str, start: int, end: int, recognises: Recognises | None) -> list[Printed]:
    """The errors between two offsets of the region's text, in order."""
    found: list[Printed] = []
    wrapped = _by_rows(text, start, end)
    at = start
    while at < end:
        row = next((w for w in wrapped if w[0] >= at), None)
        sentence = _next_sentence(text, at, end, recognises)
        if sentence is not None:
            strict = STRICT.search(text, sentence, min(message_end(text, sentence), end))
            if strict is None and (said := _SAID.search(text, sentence, min(message_end(text, sentence), end))) is not None and opens_at(text, said.end()):
                sentence = said.end()
            if strict is not None and text[strict.start() - 1 : strict.start()] in ('"', "`", " ", "'"):
                sentence = strict.start()
        foreign = foreign_start(text, at, end)
        if foreign is not None and (sentence is None or foreign < sentence):
            inner = sentence is not None and sentence < message_end(text, foreign) and _leads_to(text, foreign, sentence)
            sentence = sentence if inner else foreign
        if sentence is None and row is None:
            break
        if row is not None and (sentence is None or row[0] < sentence):
            begin = row[0]
            finish = min(message_end(text, begin), end)
            if sentence is not None and sentence < finish and _leads_to(text, begin, sentence):
                begin = sentence
                finish = min(message_end(text, begin), end)
            finish = _best_end(text, begin, finish, end, recognises)
            printed = _printed(text, begin, finish, row[1], row[2])
        else:
            assert sentence is not None
            begin = sentence
            finish = min(message_end(text, begin), end)
            finish = _best_end(text, begin, finish, end, recognises)
            near = next((w for w in reversed(wrapped) if w[0] <= begin and begin - w[0] < 120), None)
            printed = _printed(text, begin, finish, near[1] if near else None, near[2] if near else None)
        if len(printed.message) > 3:
            found.append(printed)
        at = max(finish, begin + 1)
    return found


def _best_end(text: str, begin: int, finish: int, end: int, recognises: Recognises | None) -> int:
    """The end at which a rule knows the message: as found, one sentence more, one line only, or up to an aside."""
    if recognises is None or recognises(_clean(text, begin, finish)):
        return finish
    line = text.find("\n", begin, finish)
    dash = _ASIDE.search(text, begin, finish)
    for other in (min(message_end(text, begin, eager=True), end), line, -1 if dash is None else dash.start()):
        if other > begin and other != finish and recognises(_clean(text, begin, other)):
            return other
    return finish


_ASIDE = re.compile(r"\s+(?:[–—]|\(|->|=>|→|#|//)\s?")


def _by_rows(text: str, start: int, end: int) -> list[tuple[int, Row, re.Match[str]]]:
    part = text[start:end]
    hits: list[tuple[int, Row, re.Match[str]]] = []
    for row in (*ROWS, *sdk_text.LINE_ROWS):
        if row.anchor in part:
            hits.extend((_begin(text, hit.end()), row, hit) for hit in row.pattern.finditer(text, start, end))
    hits.sort(key=lambda h: h[0])
    return hits


# A quote that holds one word opens the sentence, not the message: `400 "thinking.type.enabled" is not supported`.
_QUOTED_WORD = re.compile(r"[\w.-]+\\*[\"'`] [a-z]")
# A type that stands where a message was expected; the message follows it.
_TYPE_FIRST = re.compile(r"[\"'`(]*(?:\w+_error|\w+Exception)[\"'`:)\],]*[ \t]*\n?[ \t]*(?:[-–—:][ \t]*)?[\"'`]*(?=[\w\"'`])")


def _begin(text: str, at: int) -> int:
    typed = _TYPE_FIRST.match(text, at)
    if typed is not None:
        at = typed.end()
    if at > 0 and text[at - 1] in "\"'`" and _QUOTED_WORD.match(text, at):
        return at - 1
    return at


def _next_sentence(text: str, start: int, end: int, recognises: Recognises | None) -> int | None:
    best: int | None = None
    for pattern in (STRICT, PATHED):
        hit = pattern.search(text, start, end if best is None else best)
        if hit is not None and (pattern is STRICT or _is_sentence(text, hit.start(), end)):
            best = hit.start()
    for hit in _BOUNDARY.finditer(text, start, end):
        at = hit.end()
        if best is not None and at >= best:
            break
        for begin in (at - 1, at) if at > start and text[at - 1] in "\"'`" else (at,):
            if opens_at(text, begin) and _is_sentence(text, begin, end):
                return with_path(text, begin, start)
            if recognises is not None and recognises(unwrap(text[begin : min(message_end(text, begin), end)])):
                return begin
    return best


def _is_sentence(text: str, begin: int, end: int) -> bool:
    message = text[begin : min(message_end(text, begin), end)]
    return len(message) > 8 and (VERBS.search(message) is not None or message.startswith("model: "))


def _leads_to(text: str, begin: int, sentence: int) -> bool:
    between = text[begin:sentence]
    if is_path(between):
        return False
    return (
        not between.strip()
        or between.rstrip(" \"'`").endswith((":", "-", "—", "→", ")", "]", "·"))
        or sentence - begin < 4
    )


def _printed(text: str, begin: int, finish: int, row: Row | None, hit: re.Match[str] | None) -> Printed:
    groups = hit.groupdict() if hit is not None else {}
    status = groups.get("status")
    message = _clean(text, begin, finish)
    return Printed(
        begin,
        finish,
        message,
        int(status) if status else None,
        groups.get("type"),
        row.platform if row is not None else None,
        row.origin if row is not None else None,
    )


def _clean(text: str, begin: int, finish: int) -> str:
    raw = text[begin:finish]
    _, run = opener_before(text, begin)
    message = unwrap(_JOINED.sub("", raw) if "\n" in raw else raw)
    if "**" in message:
        message = _BOLD.sub(r"\1", message)
    if "\\" in message:
        message = unescape(message, run).replace("\n", " ") if run or '\\"' in message or "\\`" in message else message
    return peel(_trim(message))


# What closes code after a string: `';`, `"),`.
_LOOSE = re.compile(r"\\*([\"'`])[;,)\]}]+$")


def _trim(message: str) -> str:
    for _ in range(4):
        shorter = _trim_once(message)
        if shorter == message:
            break
        message = shorter
    return message


def _trim_once(message: str) -> str:
    message = message.strip().removeprefix("`` ")
    if message.rstrip(".").endswith(("”", "」", "’")) and not any(q in message for q in "“「‘"):
        message = message.rstrip(".")[:-1]
    for opening, closing in (("(", ")"), ("[", "]"), ("{", "}")):
        while message.endswith(closing) and message.count(closing) > message.count(opening):
            message = message[:-1].rstrip()
    loose = _LOOSE.search(message)
    if loose is not None and message.count(loose[1]) % 2:
        message = message[: loose.start()]
    for quote in "\"'`":
        if message.endswith(quote) and message.count(quote) % 2:
            message = message[:-1].rstrip()
    return message


_FOREIGN_START = re.compile(r"[\"'`“(\[>|]|(?:\)|\]|: |：|· )\s*|\b[45]\d\d:? |Error (?=[A-Z])")
_DECORATION = re.compile(r"[\s⎿•●✗✕⚠❯>*#│|/\ufe0f-]*")


def foreign_start(text: str, start: int, end: int) -> int | None:
    """Where a text of a client, a gateway or a look-alike begins that no wrapper announces; None where there is none."""
    found = [
        m.start()
        for m in (
            CLIENT_TEXT.search(text, start, end),
            GATEWAY_OWN.search(text, start, end),
            OTHER_SENTENCE.search(text, start, end),
        )
        if m is not None
    ]
    if not found:
        return None
    at = min(found)
    if (text[at].isupper() and not text[at : at + 3].isupper()) or text[at].isdigit():
        return at
    line = max(start, text.rfind("\n", 0, at) + 1, at - 160)
    begin = _DECORATION.match(text, line, at + 1).end()  # type: ignore[union-attr]  # the pattern matches everywhere
    for hit in _FOREIGN_START.finditer(text, line, at):
        begin = hit.end()
    bracket = text.rfind("[", max(line, begin - 30), begin)
    return bracket if bracket >= 0 and "]" not in text[bracket:begin] and "]" in text[begin : begin + 60] else begin


def printed_at(text: str, start: int, end: int) -> Printed:
    """The message that stands between two offsets, cleaned."""
    return _printed(text, start, end, None, None)


def is_foreign(message: str) -> bool:
    """Whether a message without any wrapper is one of a client, a gateway or a look-alike."""
    return (
        is_client_text(message)
        or GATEWAY_OWN.search(message) is not None
        or is_lookalike(message, None, None, None, "")
    )
