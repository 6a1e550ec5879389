"""From any text to the errors in it: the scan over the whole text, and one region at a time in full.

Rule 1: only the plain anchors of `anchors` are sought in the whole text; all else happens in bounded regions around
them. Rule 2: a region is bounded in bytes, so that time stays linear on any input. Rule 3: nothing here decides what
an error means; it says what was answered, by whom, and where in the text.
"""

from collections.abc import Callable, Iterator

from why400.explain.anchors import AnchorScan
from why400.explain.envelope import Held, held_messages
from why400.explain.html_page import html_pages
from why400.explain.literal import BEST_KEYS
from why400.explain.origin import origin_of, platform_of
from why400.explain.paste import LONGEST as PASTE
from why400.explain.paste import candidates
from why400.explain.raw_error import RawError
from why400.explain.sentence import is_known
from why400.explain.status_line import (
    API_TYPES,
    implied_status,
    request_id,
    status_after,
    status_before,
    status_of_class,
)
from why400.explain.text_error import is_foreign, printed_at, printed_errors
from why400.explain.wrap import strip_ansi

_WHOLE = 24_000  # a paste up to this size is one region, anchors or not
_BACK = 1_500
_AHEAD = 3_000
_REGION = 48_000
_NEAR = 400


def find_errors(text: str | bytes, *, recognises: Callable[[str], bool] | None = None) -> list[RawError]:
    """Every error in the text, in order, each unwrapped and with its lines.

    `recognises` says whether some rule knows a message; it breaks ties between candidate boundaries and backs the
    origin `api`. Any text is accepted: bytes that are no UTF-8 are read with replacements.
    """
    data = _encoded(text)
    found: list[RawError] = []
    line = 1
    counted = 0
    for start, end in _regions(data):
        line += data.count(b"\n", counted, start)
        counted = start
        found.extend(_read_region(data[start:end].decode("utf-8", "replace"), line, recognises))
    return found


def _encoded(text: str | bytes) -> bytes:
    if isinstance(text, str):
        return text.encode("utf-8", "surrogatepass")
    if text.startswith((b"\xff\xfe", b"\xfe\xff")):
        return text.decode("utf-16", "replace").encode("utf-8", "surrogatepass")
    return text


def _regions(data: bytes) -> Iterator[tuple[int, int]]:
    if len(data) <= _WHOLE:
        yield 0, len(data)
        return
    scan = AnchorScan(data)
    floor = 0
    while (hit := scan.next_from(floor)) >= 0:
        start = _line_start(data, max(floor, hit - _BACK), hit)
        last = hit
        while True:
            end = min(len(data), last + _AHEAD)
            following = scan.next_from(_line_end(data, last, end))
            if following < 0 or following >= end or following - start > _REGION:
                break
            last = following
        end = _line_end(data, end, min(len(data), end + 400))
        yield start, end
        floor = end


def _line_start(data: bytes, low: int, hit: int) -> int:
    at = data.find(b"\n", low, hit)
    return low if low == 0 or at < 0 else at + 1


def _line_end(data: bytes, at: int, limit: int) -> int:
    end = data.find(b"\n", at, limit)
    return limit if end < 0 else end + 1


def _read_region(raw: str, line: int, recognises: Callable[[str], bool] | None) -> list[RawError]:
    text = strip_ansi(raw)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n") if "\n" not in text else text.replace("\r\n", "\n")
    taken: list[tuple[int, int]] = []
    drafts: list[tuple[int, int, RawError]] = []
    for page in html_pages(text):
        draft = _draft(text, page.start, page.end, page.message, None, None, page.status, None, "gateway", recognises)
        drafts.append(draft)
        taken.append((page.start, page.end))
    held = [h for h in held_messages(text) if not _overlaps(h, taken)]
    for item in held:
        if _is_error(text, item, recognises):
            drafts.append(
                _draft(text, item.key_at, item.end, item.message, item.type, item.code, None, None, None, recognises)
            )
            taken.append((item.key_at, item.end))
    taken.sort()
    for start, end in _free(text, taken):
        for printed in printed_errors(text, start, end, recognises):
            drafts.append(
                _draft(text, printed.start, printed.end, printed.message, printed.type, None, printed.status, printed.platform, printed.origin, recognises)
            )
    if not drafts and len(text) <= PASTE:
        drafts.extend(_from_paste(text, recognises))
    drafts.sort(key=lambda d: d[0])
    return [_placed(text, line, d) for d in drafts]


def _from_paste(text: str, recognises: Callable[[str], bool] | None) -> list[tuple[int, int, RawError]]:
    for start, end in candidates(text, recognises):
        printed = printed_at(text, start, end)
        if len(printed.message) > 3:
            return [_draft(text, start, end, printed.message, None, None, None, None, None, recognises)]
    return []


def _overlaps(held: Held, taken: list[tuple[int, int]]) -> bool:
    return any(start < held.end and held.key_at < end for start, end in taken)


def _is_error(text: str, held: Held, recognises: Callable[[str], bool] | None) -> bool:
    message = held.message
    if not message:
        return False
    if held.type is not None and (held.type in API_TYPES or held.type.endswith(("Exception", "_error", "Error"))):
        return held.key in BEST_KEYS or len(message) > 20
    if is_known(message, recognises) or is_foreign(message):
        return True
    if held.key not in BEST_KEYS and held.key not in ("detail", "error_description"):
        return False
    before = text[max(0, held.key_at - 60) : held.key_at]
    return ("rror" in before and "{" in before) or status_before(
        text, max(0, held.key_at - 80), held.key_at
    ) is not None


def _free(text: str, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches of whole lines that no structured error touches."""
    at = 0
    for start, end in taken:
        line_start = text.rfind("\n", 0, start) + 1
        if line_start > at:
            yield at, line_start
        line_end = text.find("\n", end)
        at = max(at, len(text) if line_end < 0 else line_end + 1)
    if at < len(text):
        yield at, len(text)


def _draft(
    text: str,
    start: int,
    end: int,
    message: str,
    error_type: str | None,
    code: str | None,
    status: int | None,
    platform: str | None,
    origin: str | None,
    recognises: Callable[[str], bool] | None,
) -> tuple[int, int, RawError]:
    low = max(0, start - _NEAR)
    around = text[low : end + _NEAR]
    rid = request_id(text, end, min(len(text), end + 300)) or request_id(text, low, start)
    if status is None:
        status = status_before(text, low, start)
        if status is None:
            status = (
                implied_status(error_type)
                or status_of_class(text, low, start)
                or status_after(text, end, min(len(text), end + 160))
                or status_after(text, start, min(end, start + 80))
            )
    platform = platform or platform_of(message, error_type, rid, around)
    origin = origin or origin_of(message, error_type, code, rid, platform, around, recognises)
    excerpt = " ".join(text[max(0, start - 60) : end + 20].split())[:240]
    return start, end, RawError(status, error_type, message, rid, platform, origin, code, 0, 0, excerpt)


def _placed(text: str, line: int, draft: tuple[int, int, RawError]) -> RawError:
    start, end, error = draft
    first = line + text.count("\n", 0, start)
    last = first + text.count("\n", start, end)
    return RawError(
        error.status,
        error.type,
        error.message,
        error.request_id,
        error.platform,
        error.origin,
        error.code,
        first,
        last,
        error.evidence,
    )
