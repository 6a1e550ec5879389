"""From any input to the requests in it, recognised by its content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, Protocol, cast

from why400.errors import FormatError, UsageError
from why400.formats import json_body
from why400.formats.not_a_request import WORDS, What, answer_kind, is_explained, text_kind
from why400.formats.read_input import Kind, Outcome, PassedOver, ReadInput, requests_of

if TYPE_CHECKING:
    from why400.formats.curl import Load

Recognised = Literal["request", "error", "text", "empty"]


class Reader(Protocol):
    """A module of this package that reads one format."""

    def recognises(self, data: bytes) -> bool:
        """Whether the data is of this format; looks at its beginning only."""

    def parse(self, data: bytes, source: str, load: Load | None = None) -> Sequence[Outcome]:
        """The requests in the data, in order, and what of it could not be read. Raises FormatError, one clear line, where there is neither."""


class Reading(NamedTuple):
    """What a reader made of an input."""

    requests: list[ReadInput]
    """At least one."""
    passed_over: list[PassedOver]
    """What could not be read beside them."""


_MODULES: Final[dict[Kind, str]] = {
    "markdown": "markdown",
    "notebook": "notebook",
    "curl": "curl",
    "http": "raw_http",
    "powershell": "powershell",
    "httpie": "httpie",
    "snippet": "snippet",
    "har": "har",
    "cassette": "cassette",
    "batch": "batch",
    "conversation": "conversation_file",
    "sdk-log": "sdk_log",
    "mcp": "mcp_tools",
    "json": "json_body",
}
"""By kind, in the order in which they are tried; a plain JSON body is the last."""
KINDS: Final[tuple[Kind, ...]] = tuple(_MODULES)
_LIKE_ANSWERS: Final[frozenset[Kind]] = frozenset({"curl", "notebook", "conversation", "har", "cassette", "sdk-log"})
"""What holds answers beside its requests."""
_BODY_START = re.compile(
    rb'(?:\xef\xbb\xbf)?\s*\{\s*"(?:model|max_tokens|system|stream|temperature|thinking|requests|anthropic_version'
    rb'|messages(?!"\s*:\s*\[\s*\{\s*"(?:lc|type|content|id)"))"\s*:'
)
"""A plain body, whatever comes behind: so that the commonest input costs no other reader. LangChain's states begin with messages, too."""


def read_all(data: bytes, *, source: str, as_: str | None = None, load: Load | None = None) -> list[ReadInput]:
    """The requests in `data`, at least one; otherwise as `read`."""
    return read(data, source=source, as_=as_, load=load).requests


def read(data: bytes, *, source: str, as_: str | None = None, load: Load | None = None) -> Reading:
    """The requests in `data`, and what was passed over for it could not be read.

    `source` is what the input is called in messages; `as_` (one of `KINDS`) says what it is instead of letting it be
    recognised; `load` reads files that a command names. Raises FormatError where there is no request to be had,
    with one line that says what the input looks like, UsageError for an unknown `as_`, and what `load` raises where no other
    request can be read.
    """
    if as_ is not None and as_ not in KINDS:
        raise UsageError(f"unknown format {as_!r}: known are {', '.join(KINDS)}")
    kind = as_ or kind_of(data)
    if kind is None:
        raise FormatError(_refusal(what_of(data), source))
    outcomes = reader_of(kind).parse(data, source, load)
    requests = requests_of(outcomes)
    return Reading(requests, [one for one in outcomes if isinstance(one, PassedOver)] if len(requests) < len(outcomes) else [])


def recognise(data: bytes) -> Recognised:
    """What `data` is good for: to be checked (`request`), to be explained (`error`), or neither (`text`, `empty`)."""
    if kind_of(data) is not None:
        return "request"
    what = what_of(data)
    if what == "empty":
        return "empty"
    return "error" if is_explained(what) else "text"


def reader_of(kind: Kind) -> Reader:
    """The module that reads the format."""
    return cast("Reader", json_body if kind == "json" else import_module(f"why400.formats.{_MODULES[kind]}"))


def kind_of(data: bytes, *, besides: Kind | None = None) -> Kind | None:
    """The format of a request; None for what is none, or of the format `besides`."""
    if not data[:4096].strip() and not data.strip():
        return None
    answer = answer_kind(data)
    if _BODY_START.match(data):  # an answer may begin with the model, too; an error does not
        return "json" if answer in (None, "error body") and json_body.recognises(data) else None
    for kind in _MODULES:
        if kind != besides and (answer is None or kind in _LIKE_ANSWERS) and reader_of(kind).recognises(data):
            return kind
    return None


def what_of(data: bytes) -> What:
    """What a text is that is no request."""
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
