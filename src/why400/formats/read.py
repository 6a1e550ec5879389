"""From any input to a request, recognised by its content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from why400.errors import FormatError, UsageError
from why400.formats import json_body
from why400.formats.not_a_request import WORDS, What, answer_kind, is_explained, text_kind
from why400.formats.read_input import Kind, ReadInput

if TYPE_CHECKING:
    from why400.formats.curl import Load

Recognised = Literal["request", "error", "text", "empty"]
KINDS: Final[tuple[Kind, ...]] = ("json", "http", "curl")


def read(data: bytes, *, source: str, as_: str | None = None, load: Load | None = None) -> ReadInput:
    """The request in `data`: a JSON body, a raw HTTP request or a curl command.

    `source` is what the input is called in messages; `as_` (one of `KINDS`) says what it is instead of letting it be
    recognised; `load` reads files that a curl command names. Raises FormatError where there is no request to be had,
    with one line that says what the input looks like, and UsageError for an unknown `as_`.
    """
    if as_ is not None and as_ not in KINDS:
        raise UsageError(f"unknown format {as_!r}: known are {', '.join(KINDS)}")
    kind = as_ if as_ is not None else _kind(data)
    match kind:
        case "curl":
            from why400.formats import curl  # a JSON body needs no reader of shell words

            return curl.parse(data, source, load)
        case "http":
            from why400.formats import raw_http  # likewise

            return raw_http.parse(data, source)
        case "json":
            return json_body.parse(data)
    raise FormatError(_refusal(_what(data), source))


def recognise(data: bytes) -> Recognised:
    """What `data` is good for: to be checked (`request`), to be explained (`error`), or neither (`text`, `empty`)."""
    if _kind(data) is not None:
        return "request"
    what = _what(data)
    if what == "empty":
        return "empty"
    return "error" if is_explained(what) else "text"


def _kind(data: bytes) -> Kind | None:
    """The format of a request; None for what is none."""
    if not data[:4096].strip() and not data.strip():
        return None
    if data[:4096].lstrip()[:1] not in (b"{", b"["):
        from why400.formats import curl  # likewise

        if curl.recognises(data):
            return "curl"
        from why400.formats import raw_http  # likewise

        if answer_kind(data) is None and raw_http.recognises(data):
            return "http"
    return "json" if answer_kind(data) is None and json_body.recognises(data) else None


def _what(data: bytes) -> What:
    if not data[:4096].strip() and not data.strip():
        return "empty"
    return answer_kind(data) or text_kind(data)


def _refusal(what: What, source: str) -> str:
    name = "standard input" if source == "-" else source
    line = f"{name}: not a request that I can read: {WORDS[what]}"
    if not is_explained(what):
        return line
    command = "why400 explain" if source == "-" else f"why400 explain {source}"
    hint = "looks like an error message: try" if what == "error text" else "try"
    return f"{line} ({hint} `{command}`)"
