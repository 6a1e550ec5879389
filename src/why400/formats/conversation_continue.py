"""Sessions of Continue, its extension's and its terminal's: `{sessionId, title, history: [{message, contextItems, toolCallStates}]}`.

Seen in continuedev/continue: gui/src/redux/util/constructMessages.ts, core/llm/countTokens.ts (`compileChatMessages`) and
core/llm/llms/Anthropic.ts (`convertMessages`); in `cn` 1.5.47, which was run with such files: core/util/messageConversion.ts and
packages/openai-adapters/src/apis/Anthropic.ts. The two differ in words (of context, of missing outputs), not in what becomes of a fault;
here the extension's are written. A call stands in its message, its result in the state of the call beside it.
"""

import json
import re

from why400.errors import FormatError
from why400.formats.conversation_body import Saved, as_input, whole_value
from why400.formats.conversation_translated import (
    Block,
    Cut,
    Entries,
    Joined,
    Node,
    Row,
    Taken,
    Turn,
    Unwrapped,
    as_row,
    list_entries,
    merged,
    place_in,
    translated,
)
from why400.formats.curl import Load
from why400.formats.read_input import ReadInput

_HEAD = 1 << 16
_START = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"(?:sessionId|title|workspaceDirectory|history|mode|chatModelTitle|usage|dateCreated)"\s*:')
_HISTORY = re.compile(rb'"history"\s*:\s*\[\s*\{\s*"(?:message"\s*:\s*\{|(?:contextItems|editorState|modifiers|promptLogs)"\s*:)')
_MEDIA_TYPE = re.compile(r"data:([^;]+);base64,")
_MEDIA_TYPES = ("image/png", "image/gif", "image/webp")
_CANCELLED = "The user cancelled this tool call."
_ERRORED = "Error calling tool"
_NONE = "No tool output"


def recognises(data: bytes) -> bool:
    """Whether a session begins here."""
    head = data[:_HEAD]
    return _START.match(head) is not None and _HISTORY.search(head) is not None


def parse(data: bytes, source: str, load: Load | None = None) -> list[ReadInput]:
    """The request that the session's next turn sends. Raises FormatError where there is none."""
    del load
    return [as_input(data, read_saved(data, source)[0])]


def read_saved(data: bytes, source: str) -> tuple[Saved, Entries]:
    """The conversation, and the items of its history. Raises FormatError where there is none."""
    value = whole_value(data, source, "a session of Continue")
    entries = list_entries(data, value, "/history")
    rows = [as_row(row) for row in entries.values]
    first = next((index + 1 for index in range(len(rows) - 1, -1, -1) if rows[index].get("conversationSummary")), 0)
    turns = [turn for index in range(first, len(rows)) for turn in _turns(index, rows[index]) if turn.content]
    messages = translated(merged(turns), entries)
    if not messages:
        raise FormatError(f"{source}: a session of Continue without a message that would be sent")
    return Saved(messages, "Continue", _model(data, rows), None, f"Continue session, {len(rows)} items", entries.named), entries


def _turns(entry: int, item: Row) -> list[Turn]:
    message = as_row(item.get("message"))
    content = message.get("content")
    is_blank = isinstance(content, str) and not content.strip()
    match message.get("role"):
        case "user" if not is_blank:
            blocks = [*_context(entry, item), *_content(entry, content)]
            return [Turn("user", entry, blocks, role_pointer="/message/role")]
        case "thinking":
            return [Turn("assistant", entry, _thinking(entry, message))]
        case "assistant" if not is_blank or message.get("toolCalls") is not None:
            said = [] if is_blank and not content else _content(entry, " " if is_blank else content)
            calls = [Block(entry, at, body) for at, row in _rows(message, "toolCalls", "/message") if (body := _call(at, row)) is not None]
            results = [Block(entry, at, _result(at, row)) for at, row in _rows(item, "toolCallStates")]
            pointer = results[0].pointer if results else ""
            return [
                Turn("assistant", entry, [*said, *calls], role_pointer="/message/role"),
                Turn("user", entry, list(results), pointer=pointer),
            ]
    return []


def _context(entry: int, item: Row) -> list[Block]:
    """What the user has attached, each a text before what was said."""
    found: list[Block] = []
    for at, row in _rows(item, "contextItems"):
        content = row.get("content")
        if isinstance(content, str) and content.strip():
            found.append(Block(entry, at, {"type": "text", "text": Joined((Taken(f"{at}/content", content), "\n"))}))
    return found


def _content(entry: int, content: object) -> list[Block]:
    """A message's texts and pictures; a list of nothing but blank texts is sent as one blank."""
    at = "/message/content"
    if isinstance(content, str):
        return [Block(entry, at, {"type": "text", "text": Taken(at, content)})] if content else []
    rows = [as_row(row) for row in content] if isinstance(content, list) else []
    if all(row.get("type") == "text" and not str(row.get("text") or "").strip() for row in rows):
        return [Block(entry, at, {"type": "text", "text": " "})]
    found: list[Block] = []
    for number, row in enumerate(rows):
        place = f"{at}/{number}"
        if row.get("type") == "text":
            if row.get("text"):
                found.append(Block(entry, place, {"type": "text", "text": Taken(f"{place}/text", row["text"])}))
            continue
        url = as_row(row.get("imageUrl")).get("url")
        if isinstance(url, str) and "," in url and not url.endswith(","):
            found.append(Block(entry, place, {"type": "image", "source": _source(f"{place}/imageUrl/url", url)}))
    return found


def _source(pointer: str, url: str) -> Node:
    found = _MEDIA_TYPE.match(url)
    is_named = found is not None and found[1] in _MEDIA_TYPES
    media_type: Node = Cut(pointer, found[1], found.start(1)) if found is not None and is_named else "image/jpeg"
    first = url.index(",") + 1
    return {"type": "base64", "media_type": media_type, "data": Cut(pointer, url[first:], first)}


def _thinking(entry: int, message: Row) -> list[Block]:
    """Nothing where it is not signed."""
    if message.get("redactedThinking"):
        at = "/message/redactedThinking"
        return [Block(entry, at, {"type": "redacted_thinking", "data": Taken(at, message["redactedThinking"])})]
    content, signature = message.get("content"), message.get("signature")
    if not signature:
        return []
    signed = Taken("/message/signature", signature)
    at = "/message/content"
    texts = (
        [(at, content)]
        if isinstance(content, str)
        else [(f"{place}/text", row.get("text")) for place, row in _rows(message, "content", "/message")]
    )
    return [Block(entry, at, {"type": "thinking", "thinking": Taken(place, text), "signature": signed}) for place, text in texts if text]


def _call(at: str, call: Row) -> dict[str, Node] | None:
    """A call; what has no id or no name is left out."""
    function = as_row(call.get("function"))
    if not call.get("id") or not function.get("name"):
        return None
    given = function.get("arguments")
    pointer = f"{at}/function/arguments"
    found: Node = {}
    if isinstance(given, dict) and given:
        found = Taken(pointer, given)
    elif isinstance(given, str) and given.strip():
        try:
            found = Unwrapped(pointer, json.loads(given))
        except ValueError:
            found = {}
    return {"type": "tool_use", "id": Taken(f"{at}/id", call["id"]), "name": Taken(f"{at}/function/name", function["name"]), "input": found}


def _result(at: str, state: Row) -> dict[str, Node]:
    name = as_row(state.get("toolCall")).get("id")
    made: dict[str, Node] = {"type": "tool_result"}
    if name is not None:
        made["tool_use_id"] = Taken(f"{at}/toolCall/id", name, twins=(f"{at}/toolCallId",) if "toolCallId" in state else ())
    said = _output(at, state)
    return made | ({"content": said} if said is not None else {})


def _output(at: str, state: Row) -> Node:
    """None: nothing is sent as content."""
    if state.get("status") == "canceled":
        return _CANCELLED
    if isinstance(state.get("output"), list):
        pieces: list[Taken | str] = []
        for place, row in _rows(state, "output", at):
            content = row.get("content")
            if isinstance(content, str):
                pieces += [*(["\n\n"] if pieces else []), Taken(f"{place}/content", content)]
        made = Joined(tuple(pieces))
        only = pieces[0] if len(pieces) == 1 else made
        return only if made.value else None
    return _ERRORED if state.get("status") == "errored" else _NONE


def _rows(holder: Row, key: str, above: str = "") -> list[tuple[str, Row]]:
    value = holder.get(key)
    return (
        [(f"{above}/{key}/{number}", row) for number, row in enumerate(value) if isinstance(row, dict)] if isinstance(value, list) else []
    )


def _model(data: bytes, rows: list[Row]) -> tuple[int, int] | None:
    """Where the terminal's program notes the model that answered last."""
    for index in range(len(rows) - 1, -1, -1):
        name = as_row(as_row(rows[index].get("message")).get("usage")).get("model")
        if isinstance(name, str):
            return place_in(data, f"/history/{index}/message/usage/model") if name.startswith("claude") else None
    return None
