"""What recordings of all kinds have in common: which exchanges are calls of the API, what a recorder took out of them, and their day.

Nothing that a recorder removed may look like a fault of the request.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final, TypeAlias
from urllib.parse import unquote

import msgspec

from why400.contract import endpoints, models, platforms
from why400.errors import FormatError
from why400.formats.read_input import Encoding, Kind, OffsetMap, Outcome, PassedOver, ReadInput
from why400.model import Request, split_url

_BEDROCK: Final = re.compile(r"/model/([^/]*)/(?:invoke|invoke-with-response-stream|converse|converse-stream|count-tokens)/?$")
_VERTEX: Final = re.compile(r"/publishers/anthropic/models/([^/:]+):")
_OURS: Final = ("/v1/messages", "/v1/complete")
"""Paths that no other API has: elsewhere than at the known hosts, `/v1/models` and `/v1/files` may be anybody's."""
_KEY: Final = re.compile(r"(?:Bearer\s+)?sk-ant-\S")
_CREDENTIALS: Final = frozenset({"x-api-key", "authorization", "proxy-authorization", "cookie", "x-amz-security-token"})
_GZIP: Final = b"\x1f\x8b"
_ISO: Final = re.compile(r"\s*(\d{4}-\d\d-\d\d)(?!\d)")
_WARNED_DAYS: Final = 61
"""A model's end is warned of for about this long before it comes."""


class _Named(msgspec.Struct):
    model: str = ""


class Recorded(msgspec.Struct, frozen=True, kw_only=True):
    """One recorded exchange, in the words of no recorder."""

    method: str
    url: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    label: str
    number: int = 0
    """Its number in the recording, from 0."""
    day: date | None = None
    status: int | None = None
    """What was answered; None: not recorded."""
    encoding: Encoding = "none"
    body_map: OffsetMap | None = None
    body_end: int | None = None
    bodiless: bool = False
    """The recording says nothing of the body."""
    scrubs: bool = True
    """Its recorder puts something of its own in the place of credentials."""


def is_call(method: str, url: str) -> bool:
    """Whether a request goes to an API that serves Claude: to its hosts, or to a gateway's path that only this API has."""
    if method.upper() in ("OPTIONS", "CONNECT", "TRACE"):
        return False
    parts = split_url(url)
    if not parts.netloc:
        return False
    path = parts.path.rstrip("/")
    platform = platforms.of_host(parts.netloc)
    if platform == "bedrock":
        found = _BEDROCK.search(path)
        return path.endswith("/anthropic/v1/messages") or (found is not None and _may_be_claude(unquote(found[1])))
    if platform == "vertex":
        return _VERTEX.search(path) is not None
    if platform is not None:
        path = path.removeprefix("/anthropic")
        return path.startswith("/v1/") and not path.startswith(("/v1/oauth/", "/v1/chat/"))
    tail = path[path.rfind("/v1/") :] if "/v1/" in path else ""
    return tail.startswith(_OURS) and bool(endpoints.methods(tail))


def _may_be_claude(model_id: str) -> bool:
    plain = model_id.lower()
    return "claude" in plain or "anthropic" in plain or plain.startswith("arn")


def path_of(url: str) -> str:
    """The path of a URL for a label, cut where it is long."""
    path = split_url(url).path
    return path if len(path) <= 60 else f"{path[:59]}…"


def day_of(text: object) -> date | None:
    """The day in a recorder's or a header's time (`2026-10-06T08:15:37.937Z`, `Tue, 06 Oct 2026 08:15:37 GMT`); None for anything else."""
    if not isinstance(text, str):
        return None
    found = _ISO.match(text)
    try:
        if found:
            return date.fromisoformat(found[1])
        from email.utils import parsedate_to_datetime  # here: it costs more to load than the rest of this module

        return parsedate_to_datetime(text).date()
    except (ValueError, OverflowError):
        return None


Lines: TypeAlias = Callable[[Sequence[int]], Mapping[int, int]]
"""By the numbers of exchanges, the lines on which they begin, as far as they begin on one."""


def read(
    found: Iterable[Recorded], kind: Kind, source: str, *, seen: int, what: str, lines: Lines, broken: Sequence[int] = ()
) -> list[Outcome]:
    """The recorded calls as requests to check; those that were saved without their bodies are passed over.

    `seen` is how many exchanges (`what`: entries, interactions) the recording has; `broken` are the numbers, from 0, of those that
    say nothing of a request; `lines` says where those begin that are passed over. Raises FormatError where none of them can be checked.
    """
    calls = list(found)
    name = name_of(source)
    if not all(map(_has_lost_its_body, calls)):
        lost = [one.number for one in calls if _has_lost_its_body(one)]
        at = lines([*lost, *broken]) if lost or broken else {}
        outcomes: list[Outcome] = [
            PassedOver(_lost(one, name), at.get(one.number)) if _has_lost_its_body(one) else _read_input(one, kind) for one in calls
        ]
        for number in broken:
            said = f"{name}: {what} {number + 1} holds no request with a method and a URL: save the recording again"
            outcomes.append(PassedOver(FormatError(said), at.get(number)))
        return outcomes
    if calls:
        raise FormatError(f"{name}: {_counted(len(calls), 'call')} of the API, saved without the request bodies: record with bodies")
    raise FormatError(f"{name}: a recording of {_counted(seen, what)}, none of them a call of the Claude API (such as POST /v1/messages)")


def lines_in_json(data: bytes, pointers: Mapping[int, str]) -> dict[int, int]:
    """By number, the line on which the value at a JSON pointer begins; nothing of a file that is one line."""
    if b"\n" not in data.rstrip():
        return {}
    from why400.formats.json_text.positions import LineIndex, locate  # here: only what is passed over needs it

    spans = locate(data, pointers.values())
    index = LineIndex(data)
    placed = sorted((spans[pointer].start, number) for number, pointer in pointers.items() if pointer in spans)
    return {number: index.line_column(start)[0] for start, number in placed}


def name_of(source: str) -> str:
    """What a source is called in a message."""
    return "standard input" if source == "-" else source


def _counted(number: int, word: str) -> str:
    plural = word.removesuffix("y") + "ies" if word.endswith("y") else f"{word}s"
    return f"{number} {word if number == 1 else plural}"


def _has_lost_its_body(one: Recorded) -> bool:
    """Whether a body was sent that the recording lacks; what was refused may have had none."""
    if one.body or one.method.upper() not in ("POST", "PUT", "PATCH"):
        return False
    endpoint = endpoints.match(one.method, split_url(one.url).path)
    if endpoint is not None and endpoint.body is None:
        return False
    return one.bodiless or (one.status is not None and one.status < 400)


def _lost(one: Recorded, name: str) -> FormatError:
    return FormatError(f"{name}: {one.label} was saved without the request body: record with bodies")


def _read_input(one: Recorded, kind: Kind) -> ReadInput:
    answered = one.status is not None and one.status < 300
    return ReadInput(
        Request(one.method.upper(), one.url, _headers(one, answered), one.body),
        kind,
        body_only=False,
        body_map=one.body_map,
        body_end=one.body_end,
        encoding=one.encoding,
        label=one.label,
        recorded=one.day or (_served_day(one) if answered else None),
    )


def _headers(one: Recorded, answered: bool) -> list[tuple[str, str]]:
    """The headers as sent, as far as they are known: credentials that a recorder put something else for are `REDACTED`."""
    headers = [(name, value) for name, value in one.headers if name and not name.startswith(":")]
    if one.scrubs:
        headers = [(name, "REDACTED" if name.lower() in _CREDENTIALS and not _KEY.match(value) else value) for name, value in headers]
    if one.body[:2] != _GZIP and (answered or ("content-length", str(len(one.body))) not in [(n.lower(), v) for n, v in headers]):
        # what was packed has been unpacked by the recorder, and its length is no longer the one that was sent
        headers = [(name, value) for name, value in headers if name.lower() != "content-encoding"]
    names = {name.lower() for name, _ in headers}
    if "anthropic-version" in names and not names & {"x-api-key", "authorization"}:
        headers.append(("x-api-key", "REDACTED"))
    elif "anthropic-version" not in names and (answered or any(value == "REDACTED" for _, value in headers)):
        # it was sent, or nothing shows that the recorder kept it: then the credentials prove nothing either
        headers = [(name, value) for name, value in headers if name.lower() not in ("x-api-key", "authorization")]
    return headers


def _served_day(one: Recorded) -> date | None:
    """For an undated exchange that was answered well and whose model has retired since: a day on which it was served."""
    path = split_url(one.url).path
    named = _BEDROCK.search(path) or _VERTEX.search(path)
    if named is not None:
        model_id = unquote(named[1])
    else:
        try:
            model_id = msgspec.json.decode(one.body, type=_Named).model
        except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
            return None
    model = models.find(model_id, platforms.of_host(split_url(one.url).netloc) or "anthropic") if model_id else None
    if model is None or model.retired is None or model.retired > datetime.now().astimezone().date():
        return None
    return model.retired - timedelta(days=_WARNED_DAYS)
