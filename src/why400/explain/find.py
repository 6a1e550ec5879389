"""From any text to the errors in it: the scan over the whole text, and one region at a time in full.

Rule 1: only the plain anchors of `anchors` are sought in the whole text; all else happens in bounded regions around
them. Rule 2: a region is bounded in bytes, so that time stays linear on any input. Rule 3: nothing here decides what
an error means; it says what was answered, by whom, and where in the text.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice

from why400.explain.bounds import message_end
from why400.explain.clean import clean
from why400.explain.envelope import Held, held_messages
from why400.explain.foreign import is_foreign
from why400.explain.html_page import html_pages
from why400.explain.lines import Lines
from why400.explain.literal import BEST_KEYS
from why400.explain.origin import origin_of, platform_of
from why400.explain.paste import LONGEST, candidates, known_sentence
from why400.explain.peel import without_ids
from why400.explain.raised import raised_by_library
from why400.explain.raw_error import RawError
from why400.explain.regions import encoded, regions
from why400.explain.sentence import KnownLength, Recognises, is_known, opens_at
from why400.explain.settle import Draft, settled
from why400.explain.status_line import API_TYPES, implied_status, request_id, status_after, status_before, status_of_class
from why400.explain.text_error import Printed, Running, printed_errors
from why400.explain.vouched import names_the_api
from why400.explain.wrap import mend_cuts, strip_ansi

_GROUP = 10  # lines over which a message may go on
_KEYS_BACK = 4  # lines before an anchor on which keys of its object may stand
_KEYS_AHEAD = 12
_NEAR = 400  # characters around a message in which its status and ids are sought
# What people leave around a sentence that they paste by itself.
_FRAME_ONLY = re.compile(r"(?:[\W\d_]|[eE]rror|ERROR|API|HTTP|[cC]ode|[sS]tatus|[mM]essage|Bad Request|Exception){0,60}")
# A key or a wrapper that says that the object with the message is an error.
_ERROR_OBJECT = re.compile(
    r"(?:[eE]rr(?:or)?|[eE]xception|[fF]ailed|[fF]ailure)[\"'\\]*\s*(?:[:=]|=>|-)?\s*(?:\w+ )?[b\"'\\]*\{[^{}]*$"
    r"|rror[^{}]{0,20}\{[^{}]*$|Exception|ERROR|[eE]rror:"
)
# A body with nothing before its `error` than the status.
_BODY_OF_STATUS = re.compile(r"""\b[45]\d\d[)\]:]{0,2} ?\{\s*\\?["']$""")
_TRIES = 8
_WRAPPED = 1_500  # characters of a message that is looked through for a known sentence
_WORD = re.compile(r"(?<![\w./$:-])[A-Za-z`]")
_PARSE_FAILED = "Type validation failed: Value: {"
_ASIDE = 1_500  # characters in which the AI SDK then says why
# Spring names the route behind the reason: `"status":404,"error":"Not Found","path":"/v1/v1/messages"`.
_ROUTE_BESIDE = re.compile(r"""\\?["']\s*,\s*\\?["']path\\?["']\s*:\s*\\?["']/""")
_GUTTER = re.compile(r"(?<=\n)[▏▎▌▐┃║](?=[ \t])")  # what agents draw at the left of a message
# A line of a stack trace is no message.
_FRAME = re.compile(r"[ \t]*at (?:async |new )?[\w.$<>\[\] ]{1,120}\(")
# Words without which a bare sentence in a log is not taken for an answer of the API.
_CONTEXT = re.compile(r"nthropic|laude|edrock|ertex|API [Ee]rror|/v1/messages|_error\b|LLM|\breq_")


def find_errors(
    text: str | bytes,
    *,
    recognises: Recognises | None = None,
    sounds_known: Callable[[str], bool] | None = None,
    known_length: KnownLength | None = None,
    is_client_sentence: Recognises | None = None,
) -> list[RawError]:
    """Every error in the text, in order, each unwrapped and with its lines.

    `recognises` says whether some rule knows a message; it breaks ties between candidate boundaries and backs the
    origin `api`. `sounds_known` says, more cheaply, whether a line may hold such a message (it is given
    without white space, backticks and asterisks); lines of a long log where it does not
    and that name nothing of the API are passed over. `known_length` says how many characters of running text are a known
    sentence, where one begins there. `is_client_sentence` says whether a text is from its first word on what some client says.
    Any text is accepted: bytes that are no UTF-8 are read with replacements.
    """
    data = encoded(text)
    if recognises is not None:
        recognises = lru_cache(maxsize=4096)(recognises)
    found: list[RawError] = []
    line = 1
    counted = 0
    for start, end, hits in regions(data, sounds_known):
        line += data.count(b"\n", counted, start)
        counted = start
        active = None if hits is None else _lines_of(data, start, hits)
        region = _Region(data[start:end].decode("utf-8", "replace"), line, active, recognises, known_length, is_client_sentence)
        found.extend(region.errors())
    return found


def _lines_of(data: bytes | bytearray, start: int, hits: list[int]) -> set[int]:
    """The lines of a region, counted from 0, on which its anchors stand."""
    lines = set()
    line = 0
    at = start
    for hit in hits:
        line += data.count(b"\n", at, hit)
        at = hit
        lines.add(line)
    return lines


class _Region:
    """A stretch of the text that is read in full."""

    __slots__ = ("_active", "_drafts", "_is_client_sentence", "_known_length", "_line", "_lines", "_recognises", "_text")

    def __init__(
        self,
        raw: str,
        line: int,
        active: set[int] | None,
        recognises: Recognises | None,
        known_length: KnownLength | None,
        is_client_sentence: Recognises | None,
    ) -> None:
        text = strip_ansi(raw)
        if "\r" in text:
            text = text.replace("\r\n", "\n") if "\n" in text else text.replace("\r", "\n")
        if "\\`" in text:
            text = text.replace("\\`", "`")
        if active is None and "\n" in text:
            text = mend_cuts(_GUTTER.sub("│", text))
        self._text = text
        self._line = line
        self._active = active
        self._recognises = recognises
        self._known_length = known_length
        self._is_client_sentence = is_client_sentence
        self._drafts: list[Draft] = []
        self._lines = Lines(text)

    def errors(self) -> list[RawError]:
        """The region's errors, in order."""
        text = self._text
        taken: list[tuple[int, int]] = []
        for page in html_pages(text):
            self._add("page", page.start, page.end, page.message, status=page.status, origin="gateway")
            taken.append((page.start, page.end))
        pages = tuple(taken)
        for held in held_messages(text, self._near()):
            if self._is_error(held) and not any(start < held.end and held.key_at < end for start, end in pages):
                kind = "held" if held.key in BEST_KEYS else "weak"
                self._add(kind, held.key_at, held.end, self._bare_of_wrapper(held.message), error_type=held.type, code=held.code)
                taken.append((held.key_at, held.end))
        taken.sort()
        free = list(self._free(taken))
        running = Running(text, free[0][0], free[-1][1]) if free else None
        for start, stop, end in free:
            assert running is not None
            for printed in printed_errors(running, start, stop, end, self._recognises, self._known_length):
                if self._is_worth(printed):
                    self._add_printed(printed)
        if self._active is None:
            self._prefer_client_sentence()
            if not self._drafts:
                self._last_resort()
        return settled(self._drafts)

    def _bare_of_wrapper(self, message: str) -> str:
        """The known sentence with which a message ends, whatever somebody put in front of it; else the message."""
        if len(message) > _WRAPPED or self._is_recognised(message):
            return message
        starts = (hit.start() for hit in _WORD.finditer(message, 1) if opens_at(message, hit.start()))
        return next((message[at:] for at in islice(starts, _TRIES) if self._is_recognised(message[at:])), message)

    def _near(self) -> Iterator[tuple[int, int]]:
        """The stretches around anchors in which the keys of an error's object may stand."""
        if self._active is None:
            yield 0, len(self._text)
            return
        done = 0
        for line in sorted(self._active):
            first, last = max(done, line - _KEYS_BACK), min(line + _KEYS_AHEAD, len(self._lines.starts) - 1)
            begin = first
            for inner in range(first, last + 1):
                if inner not in self._active and self._lines.is_record(inner):
                    if inner > begin:
                        yield self._lines.starts[begin], self._lines.starts[inner]
                    begin = inner + 1
            if last >= begin:
                yield self._lines.starts[begin], self._lines.end(last)
            done = last + 1

    def _record_start(self, offset: int) -> int:
        """Where the record of a log begins in which the offset lies; the beginning of the text in a paste."""
        return 0 if self._active is None else self._lines.record_start(offset, _GROUP)

    def _record_end(self, offset: int) -> int:
        """Where the next record of a log begins after the offset; the end of the text in a paste."""
        return len(self._text) if self._active is None else self._lines.record_end(offset)

    def _is_other_record(self, line: int) -> bool:
        """Whether a line of a log begins a record of its own, so that no message goes on there."""
        return self._active is not None and self._lines.is_record(line)

    def _is_error(self, held: Held) -> bool:
        message = held.message
        if not message:
            return False
        if held.type is not None and (held.type in API_TYPES or held.type.endswith(("Exception", "_error", "Error"))):
            return held.key in BEST_KEYS or len(message) > 20
        if is_known(message, self._recognises) or is_foreign(message):
            return True
        if held.key not in BEST_KEYS and held.key not in ("detail", "error_description", "raw"):
            return held.key == "error" and (
                _ROUTE_BESIDE.match(self._text, held.end) is not None
                or _BODY_OF_STATUS.search(self._text, max(0, held.key_at - 12), held.key_at) is not None
            )
        low = max(0, held.key_at - 120)
        line = max(low, self._lines.starts[self._lines.of(held.key_at)])
        before = self._text[low : held.key_at]
        return _ERROR_OBJECT.search(before) is not None or status_before(self._text, line, held.key_at) is not None

    def _is_worth(self, printed: Printed) -> bool:
        """Whether a bare sentence is an answer, and not a line of a log or somebody's comment that happens to sound like one."""
        if printed.wrapped or self._is_recognised(printed.message):
            return True
        if self._active is None:
            return not any(draft.kind == "held" and self._is_recognised(draft.error.message) for draft in self._drafts)
        around = self._text[max(0, printed.start - 300) : printed.end + 300]
        return _CONTEXT.search(around) is not None

    def _free(self, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
        """The stretches of whole lines to read as running text: begin, last begin of a message, last end of one."""
        starts = self._lines.starts
        used: set[int] = set()
        for start, end in taken:
            used.update(range(self._lines.of(start), self._lines.of(end) + 1))
        lines = range(len(starts)) if self._active is None else sorted(self._active)
        at = -1
        for line in lines:
            if line <= at or line in used or line >= len(starts):
                continue
            last = line
            while last + 1 < len(starts) and last + 1 not in used and (self._active is None or last + 1 in self._active):
                last += 1
            at = last
            reach = last
            while reach + 1 < len(starts) and reach + 1 not in used and reach - last < _GROUP and not self._is_other_record(reach + 1):
                reach += 1
            first = line
            if self._active is not None and line > 0 and line - 1 not in used and not self._lines.is_record(line - 1):
                first = line - 1  # a status or a type may stand alone on the line before
            yield starts[first], self._lines.end(last), self._lines.end(reach)

    def _add_printed(self, printed: Printed) -> None:
        if _FRAME.match(printed.message) or _FRAME.match(self._text, self._text.rfind("\n", 0, printed.start) + 1):
            return
        unsaid = printed.status is None and printed.type is None and printed.origin is None
        if unsaid and self._add_raised("wrapped", printed.start, printed.message):
            return
        self._add(
            "wrapped" if printed.wrapped else "bare",
            printed.start,
            printed.end,
            printed.message,
            error_type=printed.type,
            status=printed.status,
            platform=printed.platform,
            origin=printed.origin,
        )

    def _is_recognised(self, message: str) -> bool:
        return self._recognises is not None and self._recognises(message)

    def _add_raised(self, kind: str, start: int, message: str) -> bool:
        """Adds the whole message that stands there as a client's, if no rule knows it and a library raised it by itself."""
        text = self._text
        begin = None if self._is_recognised(message) else raised_by_library(text, text.rfind("\n", 0, start) + 1)
        if begin is None:
            return False
        end = message_end(text, begin)
        self._add(kind, begin, end, clean(text, begin, end), origin="client")
        return True

    def _prefer_client_sentence(self) -> None:
        """Where no rule knows what was found in a short paste: a stretch that is as a whole what some client says."""
        recognises, is_client_sentence = self._recognises, self._is_client_sentence
        if recognises is None or is_client_sentence is None or len(self._text) > LONGEST:
            return
        if any(recognises(one.error.message) for one in self._drafts):
            return
        known = known_sentence(self._text, is_client_sentence)
        if known is not None:
            start, end = known
            self._drafts = [one for one in self._drafts if one.end <= start or one.start >= end]
            self._add("paste", start, end, clean(self._text, start, end))

    def _last_resort(self) -> None:
        if self._add_quoted():
            return
        for start, end in candidates(self._text, self._recognises):
            message = clean(self._text, start, end)
            if len(message) > 2:
                if not self._add_raised("paste", start, message):
                    self._add("paste", start, end, message)
                return

    def _add_quoted(self) -> bool:
        """Adds the first sentence that a rule knows, wherever it stands: people who complain quote without marks."""
        text, known_length = self._text, self._known_length
        if known_length is None:
            return False
        for start in map(re.Match.start, _WORD.finditer(text)):
            if opens_at(text, start) and (length := known_length(text[start:])) is not None:
                self._add("bare", start, start + length, clean(text, start, start + length))
                return True
        return False

    def _setting(self, kind: str, start: int, end: int, around: str) -> str:
        """Whether the text around names the API, or the message is all that was pasted: then it is meant as one of the API."""
        text = self._text
        if self._active is not None:
            return "named" if names_the_api(around) else "log"
        if kind not in ("held", "weak") and _FRAME_ONLY.fullmatch(text[:start]) and _FRAME_ONLY.fullmatch(text[end:]):
            return "alone"
        return "named" if names_the_api(text) else "paste"

    def _add(
        self,
        kind: str,
        start: int,
        end: int,
        message: str,
        *,
        error_type: str | None = None,
        code: str | None = None,
        status: int | None = None,
        platform: str | None = None,
        origin: str | None = None,
    ) -> None:
        text = self._text
        if (
            origin is None
            and _PARSE_FAILED in text[max(0, start - _ASIDE) : start]
            and any(start - one.end < _ASIDE for one in self._drafts)
        ):
            return  # what an SDK misses in an error that it took for an event; that error was found
        low = max(0, start - _NEAR, self._record_start(start))
        high = min(len(text), end + _NEAR, self._record_end(end))
        around = text[max(low, start - 260) : min(high, end + 200)]
        rid = request_id(text, end, min(high, end + 300)) or request_id(text, low, start)
        if status is None:
            status = status_before(text, low, start)
        if status is None:
            status = (
                implied_status(error_type)
                or status_of_class(text, low, start)
                or status_after(text, end, min(high, end + 160))
                or status_after(text, start, min(end, start + 160))
            )
        bare = without_ids(message)
        platform = platform or platform_of(bare, error_type, rid, around)
        origin = origin or origin_of(bare, error_type, code, rid, platform, around, self._recognises)
        if rid is None:
            rid = request_id(text, start, end)  # what is taken off the message's end; of a relay's make, so it says nothing of the origin
        if origin == "client" and any(one.end <= start and one.error.request_id == rid for one in self._drafts):
            rid, status = None, status_after(text, start, end)  # what stands around belongs to the answer before it
        if origin != "gateway":  # a relay's own sentence is kept as the relay wrote it, with its id
            message = bare
        first = self._lines.of(start)
        excerpt = " ".join(text[max(0, start - 60) : min(end + 20, start + 220)].split())
        error = RawError(
            status,
            error_type,
            message,
            rid,
            platform,
            origin,
            code,
            self._line + first,
            self._line + self._lines.of(max(start, end - 1)),
            kind in ("held", "weak"),
            self._setting(kind, start, end, around),
            excerpt,
        )
        self._drafts.append(Draft(start, end, error, kind))
