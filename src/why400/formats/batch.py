"""Batches as people keep them, one request a line: for Message Batches, for Bedrock's batch inference, and with a URL in each line."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, Literal

import msgspec

from why400.errors import FormatError
from why400.formats.json_text.hops import find_spans
from why400.formats.read_input import OffsetMap, Outcome, PassedOver, ReadInput
from why400.model import Request

Flavour = Literal["items", "bedrock", "calls"]
_HEAD: Final = 65_536
_START = re.compile(
    rb'(?:\xef\xbb\xbf)?\s*(?P<list>\[\s*)?\{\s*"(?P<key>custom_id|recordId|modelInput|modelOutput|params|method|url|body)"\s*:'
)
_RESULTS = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"custom_id"\s*:\s*"(?:[^"\\\n]|\\.){0,400}"\s*,\s*"(?:result|response)"\s*:')
_MEMBERS: Final = msgspec.json.Decoder(dict[str, msgspec.Raw])
_API: Final = "https://api.anthropic.com"
# Which model a job of Bedrock asks stands in the job, not in its lines: an ARN says as little.
_BEDROCK: Final = "https://bedrock-runtime.us-east-1.amazonaws.com/model/arn%3Aaws%3Abedrock/invoke"
_OPEN: Final = b'{"requests":'
_PREFIXES: Final = ("/v1/messages", "/v1/complete")


def recognises(data: bytes) -> bool:
    """Whether the first object has the members of a batch's line."""
    found = _START.match(data)
    if found is None or _RESULTS.match(data):
        return False
    head = data[:_HEAD]
    match found["key"]:
        case b"custom_id":
            return b'"params"' in head or (b'"body"' in head and b'"url"' in head)
        case b"recordId" | b"modelInput" | b"modelOutput":
            return b'"modelInput"' in head and b'"recordId"' in head
        case b"params":
            return b'"custom_id"' in data.partition(b"\n")[0]
        case _:
            return b'"custom_id"' in head and b'"url"' in head and b'"body"' in head


def parse(data: bytes, source: str, load: object = None) -> list[Outcome]:
    """The requests of the lines.

    Lines for Message Batches become the one request that creates the batch; lines of the other kinds are a request
    each, and without one are passed over. Raises FormatError where none of them goes to Claude.
    """
    del load
    start = _START.match(data)
    if start is not None and start["list"]:
        return [_list(data)]
    lines = [(at, end) for at, end in _lines(data) if data[at:end].strip()]
    if not lines:
        raise FormatError(f"{source}: no line with a request in it")
    flavour = _flavour(data, lines, source)
    if flavour == "items":
        return [_items(data, lines)]
    found: list[Outcome] = []
    for number, at, end in _numbered(data, lines):
        try:
            one = _single(flavour, data, number, at, end)
        except FormatError as exc:
            found.append(PassedOver(FormatError(f"{source}: {exc}"), number))
            continue
        if one is not None:
            found.append(one)
    if not any(isinstance(one, ReadInput) for one in found):
        raise FormatError(f"{source}: {_elsewhere(flavour, data, lines)}")
    return found


def _lines(data: bytes) -> Iterator[tuple[int, int]]:
    """Beginning and end of each line; all of it is one where one object is spread over several."""
    at = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    first = data[at:].lstrip().partition(b"\n")[0].strip()
    if first in (b"{", b"[") or (_members(first) is None and _members(data[at:]) is not None):
        yield at, len(data)
        return
    while at < len(data):
        end = data.find(b"\n", at)
        end = len(data) if end < 0 else end
        yield at, end - (data[at:end][-1:] == b"\r")
        at = end + 1


def _numbered(data: bytes, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    number, counted = 1, 0
    for at, end in lines:
        number += data.count(b"\n", counted, at)
        counted = at
        yield number, at, end


def _members(text: bytes) -> dict[str, msgspec.Raw] | None:
    try:
        return _MEMBERS.decode(text)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return None


def _flavour(data: bytes, lines: list[tuple[int, int]], source: str) -> Flavour:
    """What the lines are, by the first that says it."""
    for at, end in lines[:100]:
        members = _members(data[at:end])
        if members is None:
            continue
        if "modelInput" in members:
            return "bedrock"
        if "params" in members:
            return "items"
        if "body" in members and "url" in members:
            return "calls"
        if "custom_id" in members and members.keys() & {"result", "response", "error"}:
            raise FormatError(f"{source}: these are the results of a batch, not its requests: try `why400 explain {source}`")
    return "bedrock" if b'"modelInput"' in data[:_HEAD] else "calls" if b'"params"' not in data[:_HEAD] else "items"


def _list(data: bytes) -> ReadInput:
    """A JSON array of a batch's items."""
    at = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    end = len(data.rstrip())
    return _batch([(_OPEN, -1), (data[at:end], at), (b"}", -1)], end)


def _items(data: bytes, lines: list[tuple[int, int]]) -> ReadInput:
    """The lines as the one body that creates the batch, those that are no JSON included: the faults of syntax are theirs.

    The comma that is put between two lines has the place of the line's end, so that what a line lacks is missed there;
    line breaks are kept, so that what is taken away at a line's end does not join two. A comma that is there already
    stands behind the one put in: it is the one too many.
    """
    pieces: list[tuple[bytes, int]] = [(_OPEN + b"[", -1)]
    for (at, end), (following, _) in pairwise(lines):
        length = len(data[at:end].rstrip().removesuffix(b","))
        pieces += ((data[at : at + length], at), (b",", at + length), (data[at + length : following], at + length))
    at, last = lines[-1]
    return _batch([*pieces, (data[at:last], at), (b"]", last), (b"}", last), (b"", last)], last)


def _batch(pieces: list[tuple[bytes, int]], end: int) -> ReadInput:
    """The request that creates a batch, its body put together from pieces with their places in the source."""
    starts: list[int] = []
    total = 0
    for piece, _ in pieces:
        starts.append(total)
        total += len(piece)
    request = Request(url=f"{_API}/v1/messages/batches", body=b"".join([piece for piece, _ in pieces]))
    where = OffsetMap(tuple(starts), tuple(at for _, at in pieces))
    return ReadInput(request, "batch", body_only=False, body_map=where, body_end=end)


def _single(flavour: Flavour, data: bytes, number: int, at: int, end: int) -> ReadInput | None:
    """The request in one line; None where it is for something else than Claude. Raises FormatError where there is none in it."""
    line = data[at:end]
    members = _members(line)
    name, body_key = ("recordId", "modelInput") if flavour == "bedrock" else ("custom_id", "body")
    if members is None:
        # Looked at as what it is: the whole line, at which the syntax is faulted.
        url = _BEDROCK if flavour == "bedrock" else f"{_API}/v1/messages"
        return _one(Request(url=url, body=line), at, end, f"line {number}")
    body = members.get(body_key)
    if body is None:
        raise FormatError(f"line {number} has no `{body_key}`: there is no request in it")
    url, method = (_BEDROCK, "POST") if flavour == "bedrock" else (_string(members.get("url")), _string(members.get("method")) or "POST")
    if not (_for_claude(bytes(body)) if flavour == "bedrock" else _path(url).startswith(_PREFIXES)):
        return None
    spans = find_spans(line, [(body_key,)])
    start, stop = spans[0] if spans and spans[0] is not None else (None, None)
    identity = _string(members.get(name))
    label = f"line {number}" + (f" ({name} {identity[:64]})" if identity else "")
    request = Request(method.upper(), url if "://" in url else _API + url, (), bytes(body))
    return _one(request, None if start is None else at + start, None if stop is None else at + stop, label)


def _one(request: Request, at: int | None, end: int | None, label: str) -> ReadInput:
    verbatim = at is not None
    encoding: Literal["verbatim", "none"] = "verbatim" if verbatim else "none"
    return ReadInput(request, "batch", body_only=False, body_offset=at, body_end=end, encoding=encoding, label=label)


def _string(raw: msgspec.Raw | None) -> str:
    """The string that the JSON stands for; empty where it is none."""
    if raw is None:
        return ""
    try:
        return msgspec.json.decode(raw, type=str)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return ""


def _path(url: str) -> str:
    return "/" + url.partition("://")[2].partition("/")[2] if "://" in url else url


def _for_claude(model_input: bytes) -> bool:
    """Whether a line of Bedrock's is for Claude: other models' have other members."""
    members = _members(model_input)
    if members is None:
        return False
    return "anthropic_version" in members or ("messages" in members and "max_tokens" in members and "inferenceConfig" not in members)


def _elsewhere(flavour: Flavour, data: bytes, lines: list[tuple[int, int]]) -> str:
    if flavour == "bedrock":
        return "a batch for Bedrock, but no line's modelInput is a request to Claude (one with anthropic_version)"
    at, end = lines[0]
    url = _string((_members(data[at:end]) or {}).get("url"))
    return f"a batch for another API ({url[:80] or 'without a url'}): lines for Claude go to /v1/messages"
