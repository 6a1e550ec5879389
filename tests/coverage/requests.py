"""The smallest requests that show one fault each, and how such a one is written down."""

import copy
import struct
import zlib
from base64 import b64encode
from dataclasses import dataclass, field

import orjson

from why400 import Finding, Request, check

DAY = "2026-11-24"
PLAIN: dict[str, object] = {"model": "claude-sonnet-5", "max_tokens": 4096, "messages": [{"role": "user", "content": "Hello"}]}
HEADERS = {"x-api-key": "REDACTED", "anthropic-version": "2023-06-01", "content-type": "application/json"}
Json = dict[str, object]


@dataclass(frozen=True)
class Case:
    """One request, and what has to be found in it."""

    record: str
    """The record of the evidence that says so."""
    request: Request | Json
    level: str
    """error: no less will do; warning: at least that; none: accepted."""
    at: tuple[str, ...] = ()
    """Pointers of which any will do; `header NAME` and `query NAME` for places outside the body."""
    message: str | None = None
    status: int | None = None
    options: Json = field(default_factory=dict)
    missed: str = ""
    """Why it is not found yet; empty where it is."""

    def findings(self) -> list[Finding]:
        """What the check says."""
        return check(self.request, **self.options)  # type: ignore[arg-type]  # names and values are the case's

    def verdict(self) -> str:
        """ok, or what is wrong with the findings."""
        found = self.findings()
        said = [(one.severity, one.rule, where(one), one.api_error.message) for one in found]
        if self.level == "none":
            return "ok" if not any(one.severity == "error" for one in found) else f"FALSE ALARM {said}"
        strong = [one for one in found if self.level == "warning" or one.severity == "error"]
        if not strong:
            return f"MISSED as {self.level} {said}"
        here = [one for one in strong if where(one) in self.at]
        if not here:
            return f"ELSEWHERE than {self.at}: {said}"
        if self.message is not None and self.message not in [one.api_error.message for one in here]:
            return f"OTHER WORDS than {self.message!r}: {said}"
        if self.status is not None and self.status not in [one.api_error.status for one in here]:
            return f"OTHER STATUS than {self.status}: {[one.api_error.status for one in here]}"
        first = next((one for one in found if one.first), None)
        if self.level == "error" and first is not None and first not in here:
            return f"NOT FIRST: {said}"
        return "ok"


def where(finding: Finding) -> str:
    """The finding's place in the notation of `Case.at`."""
    return finding.pointer or "" if finding.where == "body" else f"{finding.where} {finding.name or ''}".strip()


def body(*, delete: tuple[str, ...] = (), **members: object) -> Json:
    """A plain valid request with these members put in or taken out."""
    made = copy.deepcopy(PLAIN)
    made.update(members)
    return {name: value for name, value in made.items() if name not in delete}


def _options(given: Json) -> Json:
    options: Json = {"as_of": DAY, "api_version": "2023-06-01", "betas": ()}
    options.update(given)
    return options


_OPTIONS = ("as_of", "api_version", "betas", "endpoint", "platform")


def _case(record: str, at: str | tuple[str, ...], message: str | None, level: str, members: Json) -> Case:
    options = _options({name: members.pop(name) for name in _OPTIONS if name in members})
    status = members.pop("status", None)
    delete = members.pop("delete", ())
    missed = members.pop("missed", "")
    if str(options.get("endpoint", "")).endswith("count_tokens"):
        delete = (*delete, "max_tokens")  # type: ignore[misc]  # it is a tuple
    made = body(delete=delete, **members)  # type: ignore[arg-type]  # likewise
    if "batches" in str(options.get("endpoint", "")):
        made = {"requests": [{"custom_id": "a", "params": made}]}
    places = (at,) if isinstance(at, str) else at
    return Case(record, made, level, places, message, status, options, missed)  # type: ignore[arg-type]  # status and missed are what they should be


def bad(record: str, at: str | tuple[str, ...], message: str | None = None, **members: object) -> Case:
    """A request that is surely refused."""
    return _case(record, at, message, "error", members)


def doubtful(record: str, at: str | tuple[str, ...], message: str | None = None, **members: object) -> Case:
    """A request that is refused as far as one knows."""
    return _case(record, at, message, "warning", members)


def good(record: str, **members: object) -> Case:
    """A request that is accepted."""
    return _case(record, (), None, "none", members)


def over_http(
    record: str,
    at: str,
    message: str | None = None,
    *,
    level: str = "error",
    headers: dict[str, str | None] | None = None,
    url: str = "https://api.anthropic.com/v1/messages",
    raw: bytes | None = None,
    method: str = "POST",
    status: int | None = None,
) -> Case:
    """A request as it goes over the wire; a header given as None is left out."""
    sent = {name: value for name, value in {**HEADERS, **(headers or {})}.items() if value is not None}
    request = Request(method, url, sent, orjson.dumps(PLAIN) if raw is None else raw)
    return Case(record, request, level, (at,), message, status, {"as_of": DAY})


def user(*content: object) -> Json:
    """A user message: blocks, or one string."""
    return {"role": "user", "content": content[0] if len(content) == 1 and isinstance(content[0], str) else list(content)}


def assistant(*content: object) -> Json:
    """An assistant message likewise."""
    return {**user(*content), "role": "assistant"}


def system(*content: object, **members: object) -> Json:
    """A system message likewise."""
    return {**user(*content), "role": "system", **members}


def text(words: str = "Hello", **members: object) -> Json:
    """A text block."""
    return {"type": "text", "text": words, **members}


def call(ident: str = "toolu_1", name: str = "f", **members: object) -> Json:
    """A tool_use block."""
    return {"type": "tool_use", "id": ident, "name": name, "input": {}, **members}


def result(ident: str = "toolu_1", content: object = "12", **members: object) -> Json:
    """A tool_result block."""
    return {"type": "tool_result", "tool_use_id": ident, "content": content, **members}


def tool(name: str = "f", **members: object) -> Json:
    """A custom tool."""
    return {"name": name, "input_schema": {"type": "object"}, **members}


EPHEMERAL = {"type": "ephemeral"}
PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def image(**members: object) -> Json:
    """An image block of one pixel."""
    return {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": PNG}, **members}


def document(**members: object) -> Json:
    """A document of plain text."""
    return {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "Hello"}, **members}


def search_result(**members: object) -> Json:
    """A search result."""
    return {"type": "search_result", "source": "s", "title": "t", "content": [text("words")], **members}


def picture(width: int, height: int, **members: object) -> Json:
    """An image block of that many pixels, all black."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress((b"\0" * (1 + (width + 7) // 8)) * height, 9)
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": b64encode(data).decode()}, **members}
