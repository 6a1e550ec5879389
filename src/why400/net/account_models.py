"""The account's own list of models: `GET /v1/models`, all its pages."""

from __future__ import annotations

import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping
from email.message import Message
from http.client import HTTPException
from typing import IO

import msgspec

from why400.errors import FetchError, UsageError
from why400.sanitize import mask

_HOME = "https://api.anthropic.com"
_SECONDS = 30
_MOST_BYTES = 16 << 20
"""A page of a thousand models has some hundred kilobytes."""
_MOST_PAGES = 50


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A credential goes to the host that was named, and to no other."""

    def redirect_request(self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str) -> None:
        del req, fp, code, msg, headers, newurl


class _Page(msgspec.Struct):
    has_more: bool = False
    last_id: str | None = None


def fetch_pages(environment: Mapping[str, str]) -> list[tuple[str, bytes]]:
    """The pages as they were answered, each with its URL.

    Host and credential come from the environment as the official SDK reads it: ANTHROPIC_BASE_URL, ANTHROPIC_API_KEY or ANTHROPIC_AUTH_TOKEN.
    Raises UsageError where there is no credential or no such URL, FetchError where the list is not answered.
    """
    base = (environment.get("ANTHROPIC_BASE_URL") or _HOME).rstrip("/")
    parts = urllib.parse.urlsplit(base)
    if "@" in parts.netloc:
        raise UsageError("ANTHROPIC_BASE_URL holds a user name or password; the credential goes into ANTHROPIC_API_KEY")
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query:
        raise UsageError(f"ANTHROPIC_BASE_URL {base!r} is no http(s) URL of a host, perhaps with a path")
    headers = _headers(environment)
    pages: list[tuple[str, bytes]] = []
    after = ""
    while len(pages) < _MOST_PAGES:
        url = f"{base}/v1/models?{urllib.parse.urlencode({'limit': 1000, **({'after_id': after} if after else {})})}"
        data = _get(url, headers)
        pages.append((url, data))
        try:
            page = msgspec.json.decode(data, type=_Page)
        except (msgspec.DecodeError, UnicodeDecodeError):
            break  # whoever reads the page says what it is
        if not page.has_more or not page.last_id or page.last_id == after:
            break
        after = page.last_id
    return pages


def _headers(environment: Mapping[str, str]) -> dict[str, str]:
    headers = {"anthropic-version": "2023-06-01", "accept": "application/json", "user-agent": "why400"}
    key, token = environment.get("ANTHROPIC_API_KEY"), environment.get("ANTHROPIC_AUTH_TOKEN")
    if key:
        name, value = "x-api-key", key
    elif token:
        name, value = "authorization", f"Bearer {token}"
    else:
        raise UsageError(
            "the list of models needs a credential: set ANTHROPIC_API_KEY (or ANTHROPIC_AUTH_TOKEN), or give a saved answer with --models FILE"
        )
    if not value.isascii() or any(character < " " for character in value):
        raise UsageError(f"the credential for {name} holds a line break or a character beyond ASCII, which no header can carry")
    return {**headers, name: value}


def _get(url: str, headers: dict[str, str]) -> bytes:
    opener = urllib.request.build_opener(_NoRedirect)
    try:
        with opener.open(urllib.request.Request(url, headers=headers), timeout=_SECONDS) as answer:  # noqa: S310  # http(s), by `fetch_pages`
            data: bytes = answer.read(_MOST_BYTES + 1)
            promised = answer.headers.get("content-length") or ""
    except urllib.error.HTTPError as exc:
        raise FetchError(f"GET {url} answered {exc.code}{_said(exc)}") from None
    except urllib.error.URLError as exc:
        raise FetchError(f"GET {url} got no answer: {exc.reason}") from None
    except (OSError, HTTPException) as exc:
        raise FetchError(f"GET {url} got no whole answer: {exc or type(exc).__name__}") from None
    if promised.isdecimal() and len(data) < min(int(promised), _MOST_BYTES):
        raise FetchError(f"GET {url} broke off after {len(data)} of {promised} bytes")
    if len(data) > _MOST_BYTES:
        raise FetchError(f"GET {url} answered more than {_MOST_BYTES >> 20} MB: no list of models")
    return data


class _Fault(msgspec.Struct):
    type: str = ""
    message: str = ""


class _Envelope(msgspec.Struct):
    error: _Fault
    request_id: str | None = None


def _said(exc: urllib.error.HTTPError) -> str:
    """What a refusal says, in one line and without secrets."""
    try:
        found = msgspec.json.decode(exc.read(_MOST_BYTES), type=_Envelope)
    except (msgspec.MsgspecError, UnicodeDecodeError, OSError, HTTPException):
        where = exc.headers.get("location") if exc.headers is not None else None
        return f": it points to {mask(where)}, where no credential is sent" if where else ", and no error of the API with it"
    request_id = found.request_id or exc.headers.get("request-id")
    return mask(f": {found.error.type}: {' '.join(found.error.message.split())}" + (f" (request {request_id})" if request_id else ""))
