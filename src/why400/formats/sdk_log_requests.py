"""The requests that SDKs print in their debug logs: Python's, and TypeScript's of before and after 0.40."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Final
from urllib.parse import urlencode

import msgspec
from msgspec import Struct

from why400.errors import FormatError
from why400.formats.object_dump import DumpError, Opaque, opaque_in, read_dump
from why400.formats.read_input import Outcome, PassedOver, ReadInput
from why400.model import Request

_MARK = re.compile(
    r"(?P<python>Request options: )(?=\{)"
    r"|\[(?P<log>log_\w{1,20})[^\]\n]{0,200}\] sending request (?=\{)"
    r"|Anthropic:DEBUG:request (?P<url>\S{1,2000}) (?=\{)"
    r"|(?m:^)(?P<json>\{)(?=[^\n]{0,2000}\"(?:msg|message|event)\"\s?:\s?\"(?:\[log_\w{1,20}[^\"\n]{0,200}\] sending request|Request options: \{))[^\n]*+"
)
_SENT = re.compile(r"Sending HTTP Request: [A-Z]{1,10} (\S{1,2000})|HTTP Request: [A-Z]{1,10} (\S{1,2000}) \"")
_DAY = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)(?=[T ]\d\d:)")
_EPOCH = re.compile(r'"(?:time|timestamp|ts)":\s?(1\d{12})\b')
_ANSWERED = re.compile(r"""\bdate['"]?: (?:\[ )?['"]\w{3}, (\d\d) (\w{3}) (20\d\d) """)
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_COLOUR = re.compile(r"\x1b\[[0-9;]{0,20}m")
_OURS = re.compile(r"(?:https?://[^/\s]+)?(?:/anthropic)?(?:/v1/(?:messages|complete|models|files|skills|projects)\b|/model/|/projects/)")
_UPLOADED = re.compile(r"/v1/(?:files|skills)(?:[/?]|$)")
_API: Final = "https://api.anthropic.com"
_LINE: Final = 300


class _Sent(Struct, frozen=True):
    """A request as it is printed."""

    method: str
    url: str
    headers: list[tuple[str, str]]
    body: object
    has_body: bool
    attempt_of: str = ""
    """Equal for the attempts of one request, if the log says which they are."""


class _Skip(Exception):  # noqa: N818  nothing went wrong
    """A printed request that cannot be checked; the text says why, and is empty where nobody needs to know."""


def begins(head: str) -> bool:
    """Whether a request is printed in a log that begins so."""
    found = _MARK.search(_COLOUR.sub("", head))
    if found is None:
        return False
    # A JSON body may quote a log; a log of JSON lines has the mark in a line of its own.
    return found["json"] is not None or head.lstrip("\ufeff \t\r\n")[:1] != "{"


def printed_requests(data: bytes, source: str) -> list[Outcome]:
    """The requests in the log; see `sdk_log.parse`."""
    text = _COLOUR.sub("", data.decode("utf-8", "replace"))
    marks = list(_MARK.finditer(text))
    found: list[Outcome] = []
    attempts: set[str] = set()
    told: set[str] = set()
    """Requests of which an attempt was passed over."""
    number, counted = 1, 0
    for index, mark in enumerate(marks):
        number += text.count("\n", counted, mark.start())
        counted = mark.start()
        until = marks[index + 1].start() if index + 1 < len(marks) else len(text)
        sent: _Sent | None = None
        try:
            sent = _sent(text, mark, until)
            if sent.attempt_of and sent.attempt_of in attempts:
                continue
            request = _request(sent)
        except _Skip as exc:
            attempt_of = sent.attempt_of if sent is not None else ""
            if str(exc) and attempt_of not in told:
                told |= {attempt_of} - {""}
                found.append(PassedOver(FormatError(f"{source}: line {number}: {exc}"), number))
            continue
        attempts.add(sent.attempt_of)
        day = _day(text, mark.start(), until)
        found.append(ReadInput(request, "sdk-log", body_only=False, encoding="none", label=f"line {number}", recorded=day))
    if not found:
        raise FormatError(f"{source}: a debug log in which no request to Claude is printed")
    return found


def _sent(text: str, mark: re.Match[str], until: int) -> _Sent:
    """What is printed behind the mark. Raises _Skip."""
    if mark["json"] is not None:
        return _json_line(text, mark.start())
    values = list(_dumps(text, mark.end(), 2 if mark["url"] else 1))
    if not values or not isinstance(values[0], dict):
        raise _Skip("the printed request breaks off, or each of its lines bears a prefix")
    options = values[0]
    if mark["python"] is not None:
        line = text.rfind("\n", max(0, mark.start() - _LINE), mark.start()) + 1
        return _python(options, text[max(line, mark.start() - _LINE) : mark.start()], _SENT.search(text, mark.end(), until))
    if mark["url"] is not None:
        headers = values[1] if len(values) > 1 else options.get("headers")
        return _typescript({"url": mark["url"], "method": options.get("method"), "options": options, "headers": headers}, "")
    return _typescript(options, mark["log"])


def _dumps(text: str, at: int, count: int) -> Iterator[object]:
    """Objects that are printed one behind the other."""
    for _ in range(count):
        try:
            value, at = read_dump(text, at)
        except DumpError:
            return
        yield value
        if not text.startswith(" {", at):
            return


def _json_line(text: str, at: int) -> _Sent:
    end = text.find("\n", at)
    try:
        record = msgspec.json.decode(text[at : len(text) if end < 0 else end])
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError):
        raise _Skip("the log's line is no JSON") from None
    if not isinstance(record, dict):
        raise _Skip("the log's line is no JSON object")
    said = next((value for name in ("msg", "message", "event") if isinstance(value := record.get(name), str)), "")
    name, found, dump = said.partition("Request options: ")
    if found:
        options = next(_dumps(dump, 0, 1), None)
        if not isinstance(options, dict):
            raise _Skip("the printed request breaks off")
        return _python(options, f"{name} {record.get('logger') or record.get('name') or ''}", None)
    holder = next((one for one in (record, *record.values()) if isinstance(one, dict) and isinstance(one.get("options"), dict)), None)
    if holder is None:
        raise _Skip("")
    return _typescript(holder, said.partition("[")[2].partition("]")[0].partition(",")[0])


def _python(options: dict[str, object], name: str, sent: re.Match[str] | None) -> _Sent:
    url = options.get("url")
    if not isinstance(url, str) or "openai" in name or not ("anthropic" in name or _OURS.match(url)):
        raise _Skip("")
    if options.get("files"):
        raise _Skip("files are uploaded as multipart/form-data, which is not printed")
    body, extra = options.get("json_data"), options.get("extra_json")
    if isinstance(extra, dict):
        body = {**body, **extra} if isinstance(body, dict) else extra
    params = options.get("params")
    if sent is not None:
        url = sent[1] or sent[2]
    elif isinstance(params, dict) and params and "?" not in url:
        url += "?" + urlencode({key: str(value) for key, value in params.items()})
    return _Sent(
        method=str(options.get("method") or "post"),
        url=url,
        # The SDK adds the others when it sends: of those that a rule looks for, these are certain.
        headers=[*_headers(options.get("headers")), ("x-api-key", "REDACTED"), ("user-agent", "REDACTED")],
        body=body,
        has_body=body is not None,
        attempt_of=str(options.get("idempotency_key") or ""),
    )


def _typescript(printed: dict[str, object], log: str) -> _Sent:
    options, url = printed.get("options"), printed.get("url")
    if not isinstance(options, dict) or not isinstance(url, str) or not _OURS.match(url):
        raise _Skip("")
    retry = printed.get("retryOf")
    return _Sent(
        method=str(printed.get("method") or "post"),
        url=url,
        headers=_headers(printed.get("headers")),
        body=options.get("body"),
        has_body=options.get("body") is not None,
        attempt_of=str(retry or log),
    )


def _headers(printed: object) -> list[tuple[str, str]]:
    if not isinstance(printed, dict):
        return []
    return [(name, "" if value is None else str(value)) for name, value in printed.items() if not isinstance(value, Opaque)]


def _request(sent: _Sent) -> Request:
    """The request with its body as JSON. Raises _Skip where not all of it is printed."""
    multipart = any(value.lower().startswith("multipart/") for name, value in sent.headers if name.lower() == "content-type")
    if multipart or (sent.has_body and _UPLOADED.search(sent.url)):
        raise _Skip("files are uploaded as multipart/form-data, which is not printed")
    url = sent.url if "://" in sent.url else _API + sent.url
    headers = list(sent.headers)
    if not {name.lower() for name, _ in headers} & {"x-api-key", "authorization"}:
        headers.append(("x-api-key", "REDACTED"))
    if not sent.has_body:
        return Request(sent.method.upper(), url, headers)
    unknown = opaque_in(sent.body)
    if unknown is not None:
        raise _Skip(_cut(*unknown))
    if not any(name.lower() == "content-type" for name, _ in headers):
        headers.append(("content-type", "application/json"))
    return Request(sent.method.upper(), url, headers, _json(sent.body))


def _cut(path: str, text: str) -> str:
    shown = f"{path or 'the body'} is printed as {text[:60]}"
    if text.startswith(("[", "...")):
        how = "util.inspect.defaultOptions: depth, maxArrayLength, maxStringLength = null"
        return f"the printed body is cut off ({shown}): log it in full ({how}), or with a logger that writes JSON"
    return f"the printed body holds an object that is not JSON ({shown})"


def _json(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        return text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair
        return json.dumps(value, separators=(",", ":")).encode()


def _day(text: str, at: int, until: int) -> date | None:
    """The day in the mark's own line, or else in the headers of the answer."""
    start = text.rfind("\n", max(0, at - _LINE), at) + 1
    stamp = _DAY.search(text, max(start, at - _LINE), min(until, at + _LINE) if text.startswith("{", start) else at)
    epoch = _EPOCH.search(text, at, min(until, at + _LINE))
    answered = None if stamp or epoch else _ANSWERED.search(text, at, until)
    try:
        if stamp is not None:
            return date(int(stamp[1]), int(stamp[2]), int(stamp[3]))
        if epoch is not None:
            return datetime.fromtimestamp(int(epoch[1]) / 1000, UTC).date()
        if answered is not None:
            return date(int(answered[3]), _MONTHS.index(answered[2]) + 1, int(answered[1]))
    except ValueError:
        return None
    return None
