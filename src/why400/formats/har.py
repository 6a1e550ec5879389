"""A HAR file: what a browser, a proxy or a test recorder has saved of the network; the entries that are calls of the API."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec
from msgspec import structs

from why400.errors import FormatError
from why400.formats.json_string import decoded
from why400.formats.json_text.hops import find_spans
from why400.formats.read_input import Outcome
from why400.formats.recorded_call import Recorded, day_of, is_call, lines_in_json, name_of, path_of, read

_START: Final = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"log"\s*:\s*\{')
_BOM: Final = b"\xef\xbb\xbf"


class _Log(msgspec.Struct):
    entries: list[msgspec.Raw]


class _File(msgspec.Struct):
    log: _Log


class _Sent(msgspec.Struct):
    method: str
    url: str


class _Entry(msgspec.Struct):
    request: _Sent


_FILE: Final = msgspec.json.Decoder(_File)
_ENTRY: Final = msgspec.json.Decoder(_Entry)


def recognises(data: bytes) -> bool:
    """Whether the data begins as a HAR does."""
    return _START.match(data) is not None


def parse(data: bytes, source: str, load: object = None) -> list[Outcome]:
    """The entries that are calls of the API, and those that cannot be read. Raises FormatError where there is none, or where the file is cut or broken."""
    del load
    try:
        entries = _FILE.decode(memoryview(data)[len(_BOM) if data.startswith(_BOM) else 0 :]).log.entries
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as exc:
        raise FormatError(f"{name_of(source)}: not a HAR file that I can read ({exc}): save it again") from None
    calls: dict[int, Mapping[str, object]] = {}
    broken: list[int] = []
    for number, raw in enumerate(entries):
        try:
            entry = _entry(raw)
        except msgspec.DecodeError:
            broken.append(number)
            continue
        if entry is not None:
            calls[number] = entry
    spans = find_spans(data, [("log", "entries", number, "request", "postData", "text") for number in calls]) or [None] * len(calls)
    found = []
    for (number, entry), span in zip(calls.items(), spans, strict=True):
        one = recorded(entry, number)
        if one.encoding == "json-string" and (span is None or data[span[0]] != 0x22):
            one = structs.replace(one, encoding="none")  # the place is not to be had: a repeated key
        elif one.encoding == "json-string" and span is not None:
            one = structs.replace(one, body_map=decoded(data, *span)[1], body_end=span[1] - 1)
        found.append(one)

    def lines(numbers: Sequence[int]) -> Mapping[int, int]:
        return lines_in_json(data, {number: f"/log/entries/{number}" for number in numbers})

    return read(found, "har", source, seen=len(entries), what="entry", lines=lines, broken=broken)


def _entry(raw: msgspec.Raw) -> Mapping[str, object] | None:
    """The entry, if it is a call of the API. Raises DecodeError where it says nothing of a request."""
    try:
        sent = _ENTRY.decode(raw).request
        if not is_call(sent.method, sent.url):
            return None
        return msgspec.json.decode(raw, type=dict[str, object])
    except UnicodeDecodeError:  # an answer that was saved as it came, or a file in another encoding
        text = bytes(raw).decode("utf-8", "replace").encode()
        return _entry(msgspec.Raw(text)) if text != bytes(raw) else None


def recorded(entry: Mapping[str, object], number: int) -> Recorded:
    """The exchange of one entry whose `request` has a method and a URL; `number` counts from 0."""
    request, response = _object(entry.get("request")), _object(entry.get("response"))
    url = str(request.get("url"))
    posted = _object(request.get("postData"))
    body = _body(posted)
    text, status = posted.get("text"), response.get("status")
    return Recorded(
        method=str(request.get("method")),
        url=url,
        headers=tuple(
            (str(header.get("name", "")), str(header.get("value", ""))) for header in map(_object, _list(request.get("headers")))
        ),
        body=body or b"",
        label=f"entry {number + 1} ({path_of(url)})",
        number=number,
        day=day_of(entry.get("startedDateTime")),
        status=status if isinstance(status, int) and status > 0 else None,
        encoding="json-string" if isinstance(text, str) and not _is_base64(posted) else "none",
        bodiless=body is None,
        scrubs=False,
    )


def _body(posted: Mapping[str, object]) -> bytes | None:
    """The body's bytes; None where the file does not have them."""
    text = posted.get("text")
    if isinstance(text, str) and _is_base64(posted):
        try:
            return b64decode(text)
        except ValueError:
            return None
    if isinstance(text, str):
        return text.encode("utf-8", "surrogatepass")
    parsed = posted.get("textJSON")  # what some persisters of Polly.JS write instead
    if isinstance(parsed, dict):
        return as_json(parsed)
    return None


def as_json(value: object) -> bytes:
    """A body that a recorder has stored parsed, written out again; bytes in it (YAML has such) as text."""
    import json  # here: seldom needed, and the only writer that takes integers of any size

    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=lambda raw: raw.decode("utf-8", "replace"))
    return written.encode("utf-8", "surrogatepass")


def _is_base64(posted: Mapping[str, object]) -> bool:
    return "base64" in (posted.get("encoding"), posted.get("_encoding"))


def _object(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
