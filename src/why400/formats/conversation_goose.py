"""Sessions of goose: what `goose session export --format json` prints, and the JSONL files of before (one message a line).

Seen in block/goose: crates/goose/src/conversation/message.rs and tool_result_serde.rs (the form), session/session_manager.rs and
session/legacy.rs (the files), conversation/mod.rs (`fix_conversation`, which repairs the conversation before each request) and
providers/formats/anthropic.rs (`format_messages`). What goose repairs itself is not faulted: it drops calls without results, results
without calls, blank texts and unsigned thinking.
"""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

from msgspec import Struct

from why400.errors import FormatError
from why400.formats.conversation_body import Saved, as_input, lenient, whole_value
from why400.formats.conversation_translated import (
    Block,
    Cut,
    Entries,
    Joined,
    Node,
    Row,
    Taken,
    Turn,
    as_row,
    list_entries,
    place_in,
    translated,
)
from why400.formats.curl import Load
from why400.formats.read_input import ReadInput

_HEAD = 1 << 18
_EXPORT = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"id"\s*:\s*"[^"\\]{0,100}"\s*,\s*"(?:working_dir|name|description)"\s*:')
_CONVERSATION = re.compile(rb'"conversation"\s*:\s*\[')
_MESSAGE = rb'\{(?:"id":(?:"[^"\\]{0,200}"|null),)?"role":"(?:user|assistant)","created":-?\d+,"content":\['
_LINES = re.compile(rb"(?:\xef\xbb\xbf)?(?:\{[^\n]{2,16000}\}\s*\n)?" + _MESSAGE)


class Item(Struct):
    """One piece of a message's content."""

    kind: str
    """As the file names it: text, toolRequest, toolResponse …"""
    id: str
    """Of a call or its result; otherwise empty."""
    text: str
    """Of a text."""
    block: Block | None
    """What is sent of it."""


class Message(Struct):
    """One message on its way through the repairs."""

    entry: int
    role: str
    items: list[Item]

    @property
    def turn(self) -> str:
        """Whose turn it is: the user's, the tools', or the assistant's."""
        return "tool" if self.role == "user" and any(item.kind == "toolResponse" for item in self.items) else self.role


def recognises(data: bytes) -> bool:
    """Whether an exported session begins here, or lines of messages."""
    head = data[:_HEAD]
    if _LINES.match(head):
        return True
    return _EXPORT.match(head) is not None and b'"working_dir"' in head and (len(data) > _HEAD or _CONVERSATION.search(head) is not None)


def parse(data: bytes, source: str, load: Load | None = None) -> list[ReadInput]:
    """The request that the session's next turn sends. Raises FormatError where there is none."""
    del load
    return [as_input(data, read_saved(data, source)[0])]


def read_saved(data: bytes, source: str) -> tuple[Saved, Entries]:
    """The conversation, and the messages of the file. Raises FormatError where there is none."""
    model: tuple[int, int] | None = None
    if _LINES.match(data[:_HEAD]):
        entries = _lines(data)
    else:
        value = whole_value(data, source, "a session of goose")
        entries = list_entries(data, value, "/conversation")
        name = as_row(as_row(value).get("model_config")).get("model_name")
        model = place_in(data, "/model_config/model_name") if isinstance(name, str) and name.startswith("claude") else None
    rows = [as_row(row) for row in entries.values]
    messages = translated(_turns([_message(index, row) for index, row in enumerate(rows) if _is_visible(row)]), entries)
    if not messages:
        raise FormatError(f"{source}: a session of goose without a message that would be sent")
    return Saved(messages, "goose", model, _day(rows), f"goose session, {len(rows)} messages", entries.named), entries


def _lines(data: bytes) -> Entries:
    """The lines that are messages; the program passes over the others."""
    spans: list[tuple[int, int]] = []
    values: list[object] = []
    at = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    while at < len(data):
        end = data.find(b"\n", at)
        end = len(data) if end < 0 else end
        text = data[at:end].rstrip(b"\r")
        try:
            value = lenient(text) if text.startswith(b"{") else None
        except ValueError:
            value = None
        if isinstance(value, dict) and value.get("role") in ("user", "assistant") and isinstance(value.get("content"), list):
            spans.append((at, at + len(text)))
            values.append(value)
        at = end + 1
    return Entries(data, spans, values, None, {})


def _is_visible(row: Row) -> bool:
    return row.get("role") in ("user", "assistant") and as_row(row.get("metadata")).get("agentVisible") is not False


def _message(entry: int, row: Row) -> Message:
    parts = row.get("content")
    items = [_item(entry, f"/content/{number}", as_row(part)) for number, part in enumerate(parts if isinstance(parts, list) else [])]
    return Message(entry, str(row.get("role")), items)


def _item(entry: int, at: str, part: Row) -> Item:
    kind, name, text = str(part.get("type")), part.get("id"), part.get("text")
    body: dict[str, Node] | None = None
    match kind:
        case "text" if isinstance(text, str):
            body = {"type": "text", "text": Taken(f"{at}/text", text)}
        case "image":
            source: dict[str, Node] = {
                "media_type": Taken(f"{at}/mimeType", part.get("mimeType")),
                "data": Taken(f"{at}/data", part.get("data")),
            }
            body = {"type": "image", "source": {"type": "base64", **source}}
        case "toolRequest" | "frontendToolRequest":
            body = _request(at, part)
        case "toolResponse":
            body = _response(at, part)
        case "thinking" if part.get("signature"):
            thinking, signature = (Taken(f"{at}/{key}", part.get(key)) for key in ("thinking", "signature"))
            body = {"type": "thinking", "thinking": thinking, "signature": signature}
        case "redactedThinking":
            body = {"type": "redacted_thinking", "data": Taken(f"{at}/data", part.get("data"))}
    block = Block(entry, at, body) if body is not None else None
    return Item(kind, name if isinstance(name, str) else "", text if isinstance(text, str) else "", block)


def _request(at: str, part: Row) -> dict[str, Node]:
    call = as_row(as_row(part.get("toolCall")).get("value"))
    given = call.get("arguments")
    named: Node = Taken(f"{at}/toolCall/value/name", call["name"]) if "name" in call else "unparseable_tool_call"
    return {
        "type": "tool_use",
        "id": Taken(f"{at}/id", part.get("id")),
        "name": named,
        "input": Taken(f"{at}/toolCall/value/arguments", given) if isinstance(given, dict) else {},
    }


def _response(at: str, part: Row) -> dict[str, Node]:
    result = as_row(part.get("toolResult"))
    made: dict[str, Node] = {"type": "tool_result", "tool_use_id": Taken(f"{at}/id", part.get("id"))}
    if result.get("status") == "error":
        error = result.get("error")
        said: Node = Joined(("Error: ", Taken(f"{at}/toolResult/error", error))) if isinstance(error, str) else f"Error: {error}"
        return made | {"content": said, "is_error": True}
    value = result.get("value")
    above = f"{at}/toolResult/value" if isinstance(value, list) else f"{at}/toolResult/value/content"
    content = value if isinstance(value, list) else as_row(value).get("content")
    texts: list[Taken | str] = []
    for number, one in enumerate(content if isinstance(content, list) else []):
        row = as_row(one)
        is_text = row.get("type") == "text"
        text = row.get("text") if is_text else as_row(row.get("resource")).get("text")
        if isinstance(text, str) and (is_text or text):
            place = f"{above}/{number}/text" if is_text else f"{above}/{number}/resource/text"
            texts += [*(["\n"] if texts else []), Taken(place, text)]
    return made | {"content": texts[0] if len(texts) == 1 else Joined(tuple(texts))}


_Repair = Callable[[list[Message]], list[Message]]


def _turns(messages: list[Message]) -> list[Turn]:
    """The messages after goose's repairs, in its order, as they are written for the API."""
    repairs: Sequence[_Repair] = (_with_whole_texts, _without_empty, _with_paired_calls, _without_empty, _merged, _from_the_user)
    for repair in repairs:
        messages = repair(messages)
    turns: list[Turn] = []
    for message in messages:
        blocks = [item.block for item in message.items if item.block is not None and (item.kind != "text" or item.text.strip())]
        if blocks:
            turns.append(Turn(message.role, message.entry, blocks, role_pointer="/role"))
    return turns


def _with_whole_texts(messages: list[Message]) -> list[Message]:
    """Of the assistant's: texts that follow each other are one, without blanks at its end."""
    for message in messages:
        if message.role != "assistant":
            continue
        whole: list[Item] = []
        for item in message.items:
            last = whole[-1] if whole else None
            if item.kind == "text" and last is not None and last.kind == "text":
                whole[-1] = Item("text", "", last.text + item.text, _joined(last, item))
            else:
                whole.append(item)
        message.items = [_trimmed(item) if item.kind == "text" else item for item in whole]
    return messages


def _joined(first: Item, second: Item) -> Block | None:
    pieces: list[Taken | str] = []
    for item in (first, second):
        node = item.block.body["text"] if item.block is not None else ""
        pieces += node.pieces if isinstance(node, Joined) else [node] if isinstance(node, Taken) else [item.text]
    return (
        Block(first.block.entry, first.block.pointer, {"type": "text", "text": Joined(tuple(pieces))}) if first.block is not None else None
    )


def _trimmed(item: Item) -> Item:
    text = item.text.rstrip()
    if text == item.text or item.block is None:
        return item
    node = item.block.body["text"]
    body: dict[str, Node] = {"type": "text", "text": Cut(node.pointer, text, 0) if isinstance(node, Taken) else text}
    return Item("text", "", text, Block(item.block.entry, item.block.pointer, body))


def _without_empty(messages: list[Message]) -> list[Message]:
    return [message for message in messages if not all(item.kind == "text" and not item.text for item in message.items)]


def _with_paired_calls(messages: list[Message]) -> list[Message]:
    """Results whose call did not come before them go, then calls that no result came for; and what has no place in its message."""
    pending: set[str] = set()
    for message in messages:
        kept: list[Item] = []
        for item in message.items:
            if message.role == "user" and item.kind in ("toolRequest", "toolConfirmationRequest", "thinking", "redactedThinking"):
                continue
            if message.role == "assistant" and item.kind in ("toolResponse", "frontendToolRequest"):
                continue
            if item.kind == "toolResponse":
                if item.id not in pending:
                    continue
                pending.discard(item.id)
            elif item.kind == "toolRequest":
                pending.add(item.id)
            kept.append(item)
        message.items = kept
    for message in messages:
        message.items = [item for item in message.items if not (item.kind == "toolRequest" and item.id in pending)]
    return messages


def _merged(messages: list[Message]) -> list[Message]:
    out: list[Message] = []
    for message in messages:
        if out and out[-1].turn == message.turn:
            out[-1].items = [*out[-1].items, *message.items]
        else:
            out.append(message)
    return out


def _from_the_user(messages: list[Message]) -> list[Message]:
    return messages[1:] if messages and messages[0].role == "assistant" else messages


def _day(rows: list[Row]) -> date | None:
    created = rows[-1].get("created") if rows else None
    return datetime.fromtimestamp(created, UTC).date() if isinstance(created, int) and 1_577_836_800 < created < 4_102_444_800 else None
