"""What an MCP server lists as its tools, as the request in which they are given to a model: so that the rules on tools speak of them."""

import re
from typing import Final

import msgspec

from why400.errors import FormatError
from why400.formats.json_text.hops import Keys, find_spans
from why400.formats.read_input import OffsetMap, ReadInput
from why400.model import Request

MODEL: Final = "claude-sonnet-5"
"""The model that the reader puts in: the rules on tools say the same for every current one."""
_HEAD: Final = 262_144
_EVENT = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:(?:event|id|retry):[^\n]{0,200}\n)*data:[ ]?(?=\{)")
_START = re.compile(
    rb'(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*"(?:tools|jsonrpc|id|result|name|title|description|inputSchema|_meta|nextCursor)"\s*:'
)
_MEMBERS: Final = msgspec.json.Decoder(dict[str, msgspec.Raw])
_ITEMS: Final = msgspec.json.Decoder(list[msgspec.Raw])
# Of a body that names its own tools in MCP's manner by mistake.
_OF_A_BODY: Final = frozenset({"messages", "model", "max_tokens"})
_BEFORE: Final = f'{{"model":"{MODEL}","max_tokens":1024,"messages":[{{"role":"user","content":"Hello"}}],"tools":'.encode()
_NAMES: Final = (("name", b'"name":'), ("description", b'"description":'), ("inputSchema", b'"input_schema":'))
Piece = tuple[bytes, int]


def recognises(data: bytes) -> bool:
    """Whether the data is a list of tools with an `inputSchema`, alone or in a JSON-RPC answer."""
    start = 0
    event = _EVENT.match(data)
    if event is not None:
        start = event.end()
    elif not _START.match(data):
        return False
    return b'"inputSchema"' in data[start : start + _HEAD] and _found(data) is not None


def parse(data: bytes, source: str, load: object = None) -> list[ReadInput]:
    """A Messages request with these tools: name, description and schema are theirs to the byte, the rest is added.

    Raises FormatError where there is no list of tools.
    """
    del load
    found = _found(data)
    if found is None:
        raise FormatError(f'{source}: no tools/list result of an MCP server ({{"tools": [{{"name", "inputSchema"}}]}})')
    at, text, keys = found
    spans = find_spans(text, [keys]) if keys else [(len(text) - len(text.lstrip()), len(text.rstrip()))]
    start, end = spans[0] if spans and spans[0] else (0, 0)
    tools = _tools(text[start:end], at + start)
    if tools is None:
        raise FormatError(f"{source}: a tools/list result with a repeated key, or with one that is not UTF-8: it can be read in two ways")
    pieces = [(_BEFORE, -1), *tools, (b"}", -1)]
    starts: list[int] = []
    total = 0
    for piece, _ in pieces:
        starts.append(total)
        total += len(piece)
    request = Request(body=b"".join([piece for piece, _ in pieces]))
    where = OffsetMap(tuple(starts), tuple(place for _, place in pieces))
    return [ReadInput(request, "mcp", body_only=True, body_map=where, body_end=at + end, label="tools/list")]


def _found(data: bytes) -> tuple[int, bytes, Keys] | None:
    """Where the JSON begins, the JSON, and the way to the list of tools in it; None where there is none."""
    event = _EVENT.match(data)
    at = event.end() if event is not None else 3 if data.startswith(b"\xef\xbb\xbf") else 0
    text = data[at:].partition(b"\n")[0] if event is not None else data[at:]
    try:
        if text.lstrip()[:1] == b"[":
            return (at, text, ()) if _are_tools(_ITEMS.decode(text)) else None
        members = _MEMBERS.decode(text)
        keys: Keys = ("tools",)
        if "tools" not in members and "result" in members:
            members, keys = _MEMBERS.decode(members["result"]), ("result", "tools")
        if "tools" not in members or members.keys() & _OF_A_BODY or not _are_tools(_ITEMS.decode(members["tools"])):
            return None
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return None
    return at, text, keys


def _are_tools(items: list[msgspec.Raw]) -> bool:
    """Whether one of the first is a tool in MCP's manner."""
    return any(bytes(item)[:1] == b"{" and "inputSchema" in _MEMBERS.decode(item) for item in items[:20])


def _tools(listed: bytes, at: int) -> list[Piece] | None:
    """The list as the Messages API takes it, in pieces with their places in the source; None where these are not certain."""
    if not listed:
        return None
    items = _ITEMS.decode(listed)
    wanted: list[Keys] = [(index, name) for index in range(len(items)) for name, _ in _NAMES]
    holders = find_spans(listed, [(index,) for index in range(len(items))])
    values = find_spans(listed, wanted)
    if holders is None or values is None:
        return None
    pieces: list[Piece] = [(b"[", at)]
    for index, (item, holder) in enumerate(zip(items, holders, strict=True)):
        if holder is None:
            continue
        if index:
            pieces.append((b",", -1))
        start, end = holder
        if listed[start : start + 1] != b"{":
            pieces.append((listed[start:end], at + start))  # no tool at all: as it stands
            continue
        members = _MEMBERS.decode(item)
        pieces.append((b"{", at + start))
        first = True
        for (name, key), span in zip(_NAMES, values[index * len(_NAMES) :], strict=False):
            if name in members and span is not None:
                pieces += ((key if first else b"," + key, -1), (listed[span[0] : span[1]], at + span[0]))
                first = False
        pieces.append((b"}", at + end - 1))
    pieces.append((b"]", at + len(listed) - 1))
    return pieces
