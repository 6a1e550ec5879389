"""Sessions of opencode, as `opencode export` prints them: `{info, messages: [{info, parts}]}`.

Seen in opencode 1.18.33, which was run with such files against a recording of what it sends: `toModelMessages` and `filterCompacted` of
packages/opencode/src/session/message-v2.ts, `normalizeMessages` of packages/opencode/src/provider/transform.ts, and the converter of
@ai-sdk/anthropic. A call and its result are one part; where the result is missing, the program sends one of its own.
"""

import re
from datetime import UTC, datetime

from why400.errors import FormatError
from why400.formats.conversation_body import Saved, as_input, whole_value
from why400.formats.conversation_translated import (
    Block,
    Cut,
    Entries,
    Node,
    Row,
    Taken,
    TranslatedMessage,
    Turn,
    as_row,
    list_entries,
    merged,
    place_in,
    translated,
)
from why400.formats.curl import Load
from why400.formats.read_input import ReadInput

_HEAD = 1 << 16
_START = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"info"\s*:\s*\{')
_MARKS = (b'"projectID"', b'"sessionID"', b'"directory"')
_ID_FAULT = re.compile(r"[^a-zA-Z0-9_-]")
_DATA_URL = re.compile(r"data:[^,]*?,")
_BASE64 = re.compile(r"[A-Za-z0-9+/_=-]*+")
_HALF = re.compile("[\ud800-\udfff]")
_NOT_SENT = ("text/plain", "application/x-directory")
"""Files that stand in the message as texts already."""
_INTERRUPTED = "[Tool execution was interrupted]"
_CLEARED = "[Old tool result content cleared]"


def recognises(data: bytes) -> bool:
    """Whether an exported session begins here."""
    head = data[:_HEAD]
    if _START.match(head) is None or not any(mark in head for mark in _MARKS):
        return False
    return re.search(rb'"messages"\s*:\s*\[', head) is not None or len(data) > _HEAD


def parse(data: bytes, source: str, load: Load | None = None) -> list[ReadInput]:
    """The request that the session's next turn sends. Raises FormatError where none is sent."""
    del load
    return [as_input(data, read_saved(data, source)[0])]


def read_saved(data: bytes, source: str) -> tuple[Saved, Entries]:
    """The conversation, and the messages of the file. Raises FormatError where nothing of it would be sent to Anthropic's API."""
    value = whole_value(data, source, "an opencode session")
    entries = list_entries(data, value, "/messages")
    rows = [row if isinstance(row, dict) else {} for row in entries.values]
    last = next((index for index in range(len(rows) - 1, -1, -1) if _info(rows[index]).get("role") == "user"), None)
    if last is None:
        raise FormatError(f"{source}: an opencode session without a message of the user")
    model = as_row(_info(rows[last]).get("model"))
    name, provider = model.get("modelID"), model.get("providerID")
    if not isinstance(name, str) or "claude" not in name.lower():
        raise FormatError(f"{source}: an opencode session that goes on with {provider}/{name}, not with a Claude model")
    turns: list[Turn] = []
    for index in _active(rows):
        turns += _user(rows[index], index, source, entries) if _info(rows[index]).get("role") == "user" else _reply(rows, index, model)
    messages: list[TranslatedMessage] = translated(merged(turn for turn in turns if turn.content), entries)
    if not messages:
        raise FormatError(f"{source}: an opencode session without a message that would be sent")
    created = as_row(_info(rows[-1]).get("time")).get("created")
    day = datetime.fromtimestamp(created / 1000, UTC).date() if isinstance(created, int) and 0 < created < 1 << 42 else None
    place = place_in(data, f"/messages/{last}/info/model/modelID")
    return Saved(messages, "opencode", place, day, f"opencode session, {len(rows)} messages", entries.named, joined=True), entries


def _active(rows: list[Row]) -> list[int]:
    """The messages since the last compaction, its summary first, then what it kept: `filterCompacted`."""
    kept: list[int] = []
    summarised: list[object] = []
    until: object = None
    for index in range(len(rows) - 1, -1, -1):
        info = _info(rows[index])
        kept.insert(0, index)
        if until is not None:
            if info.get("id") == until:
                break
            continue
        if info.get("role") == "user" and info.get("id") in summarised:
            compaction = _compaction(rows[index])
            if compaction is not None:
                until = compaction.get("tail_start_id")
                if not until or info.get("id") == until:
                    break
                continue
        if info.get("role") == "assistant" and info.get("summary") and info.get("finish") and not info.get("error"):
            summarised.append(info.get("parentID"))
    return _summary_first(rows, kept)


def _summary_first(rows: list[Row], kept: list[int]) -> list[int]:
    at = next((i for i in range(len(kept) - 1, -1, -1) if (_compaction(rows[kept[i]]) or {}).get("tail_start_id") is not None), -1)
    if at < 0:
        return kept
    asked = _info(rows[kept[at]]).get("id")
    tail = (_compaction(rows[kept[at]]) or {}).get("tail_start_id")
    told = next(
        (i for i in range(at + 1, len(kept)) if (info := _info(rows[kept[i]])).get("summary") and info.get("parentID") == asked), -1
    )
    first = next((i for i, index in enumerate(kept) if _info(rows[index]).get("id") == tail), -1)
    if 0 <= first < at < told:
        return [*kept[at : told + 1], *kept[first:at], *kept[told + 1 :]]
    return kept


def _user(row: Row, entry: int, source: str, entries: Entries) -> list[Turn]:
    blocks: list[Block] = []
    for number, part in enumerate(_parts(row)):
        at = f"/parts/{number}"
        kind = part.get("type")
        if kind == "text" and not part.get("ignored") and part.get("text") != "":
            blocks.append(Block(entry, at, {"type": "text", "text": _text(f"{at}/text", part.get("text"))}))
        elif kind == "file" and part.get("mime") not in _NOT_SENT:
            body = _media(part, at)
            if body is None:
                line = entries.data.count(b"\n", 0, entries.spans[entry][0]) + 1
                raise FormatError(
                    f"{source}: opencode itself refuses to send this session: messages.{entry}.parts.{number} (message from line {line} on) "
                    f"is a file ({part.get('mime')}) that it cannot convert; take that part out"
                )
            blocks.append(Block(entry, at, body))
        elif kind == "compaction":
            blocks.append(Block(entry, at, {"type": "text", "text": "What did we do so far?"}))
        elif kind == "subtask":
            blocks.append(Block(entry, at, {"type": "text", "text": "The following tool was executed by the user"}))
    return [Turn("user", entry, list(blocks), role_pointer="/info/role")]


def _reply(rows: list[Row], entry: int, model: Row) -> list[Turn]:
    """The turns of one reply: each step's blocks, and behind them the results of its calls."""
    info, parts = _info(rows[entry]), _parts(rows[entry])
    if info.get("role") != "assistant":
        return []
    error = info.get("error")
    aborted = as_row(error).get("name") == "MessageAbortedError"
    if error and not (aborted and any(part.get("type") not in ("step-start", "reasoning") for part in parts)):
        return []
    same = (info.get("providerID"), info.get("modelID")) == (model.get("providerID"), model.get("modelID"))
    has_signature = any(_anthropic(part).get("signature") is not None for part in parts if part.get("type") == "reasoning")
    turns: list[Turn] = []
    said: list[Block] = []
    results: list[Block] = []

    def close() -> None:
        turns.extend([Turn("assistant", entry, list(said), role_pointer="/info/role"), _results(entry, results)])
        said.clear()
        results.clear()

    for number, part in enumerate(parts):
        at = f"/parts/{number}"
        match part.get("type"):
            case "step-start":
                close()
            case "text":
                text = _text(f"{at}/text", part.get("text")) if part.get("text") != "" else " " if has_signature else None
                if text is not None:
                    said.append(Block(entry, at, {"type": "text", "text": text}))
            case "reasoning":
                said.extend(Block(entry, at, body) for body in _thinking(part, at, same=same))
            case "tool" if not as_row(part.get("metadata")).get("providerExecuted"):
                pair = _tool(part, entry, at)
                if pair is not None:
                    said.append(Block(entry, at, pair[0]))
                    results.append(Block(entry, at, pair[1]))
    close()
    return turns


def _results(entry: int, blocks: list[Block]) -> Turn:
    return Turn("user", entry, list(blocks), pointer=blocks[0].pointer if blocks else "")


def _thinking(part: Row, at: str, *, same: bool) -> list[dict[str, Node]]:
    """What is sent of a thought: nothing where it has no signature; of another model its text."""
    text = part.get("text")
    if not same:
        return [{"type": "text", "text": _text(f"{at}/text", text)}] if isinstance(text, str) and text.strip() else []
    own = _anthropic(part)
    if own.get("signature") is not None:
        signature = Taken(f"{at}/metadata/anthropic/signature", own["signature"])
        return [{"type": "thinking", "thinking": _text(f"{at}/text", text), "signature": signature}]
    if own.get("redactedData") is not None:
        return [{"type": "redacted_thinking", "data": Taken(f"{at}/metadata/anthropic/redactedData", own["redactedData"])}]
    return []


def _tool(part: Row, entry: int, at: str) -> tuple[dict[str, Node], dict[str, Node]] | None:
    """The call and its result."""
    state = as_row(part.get("state"))
    called = state.get("input")
    name = part.get("callID")
    if not isinstance(called, dict) or not isinstance(name, str):
        return None  # no part that the program's schema takes
    own = _ID_FAULT.sub("_", name)
    identity: Node = Taken(f"{at}/callID", name) if own == name else own
    call: dict[str, Node] = {
        "type": "tool_use",
        "id": identity,
        "name": Taken(f"{at}/tool", part.get("tool")),
        "input": Taken(f"{at}/state/input", called),
    }
    result: dict[str, Node] = {"type": "tool_result", "tool_use_id": identity}
    match state.get("status"):
        case "completed":
            result["content"] = _output(state, entry, at)
        case "error":
            about = as_row(state.get("metadata"))
            if about.get("interrupted") is True and isinstance(about.get("output"), str):
                result["content"] = _text(f"{at}/state/metadata/output", about["output"])
            else:
                result |= {"content": _text(f"{at}/state/error", state.get("error")), "is_error": True}
        case "pending" | "running":
            result |= {"content": _INTERRUPTED, "is_error": True}
        case _:
            return None
    return call, result


def _output(state: Row, entry: int, at: str) -> Node:
    if as_row(state.get("time")).get("compacted"):
        return _CLEARED
    text = _text(f"{at}/state/output", state.get("output"))
    attachments = state.get("attachments")
    if not isinstance(attachments, list) or not attachments:
        return text
    blocks: list[Node] = [{"type": "text", "text": text}] if state.get("output") else []
    for number, one in enumerate(attachments):
        own = as_row(one)
        url, mime = own.get("url"), own.get("mime")
        pointer = f"{at}/state/attachments/{number}"
        if not isinstance(url, str) or not isinstance(mime, str) or not url.startswith("data:") or "," not in url:
            continue
        kind = "image" if mime.startswith("image/") else "document" if mime == "application/pdf" else None
        if kind is not None:
            first = url.index(",") + 1
            data = Cut(f"{pointer}/url", url[first:], first)
            blocks.append(Block(entry, pointer, {"type": kind, "source": _base64(Taken(f"{pointer}/mime", mime), data)}))
    return blocks


def _media(part: Row, at: str) -> dict[str, Node] | None:
    """A file of the user's; None where the program has no form for it."""
    url, mime = part.get("url"), part.get("mime")
    if not isinstance(url, str) or not isinstance(mime, str) or not (mime.startswith("image/") or mime == "application/pdf"):
        return None
    kind = "image" if mime.startswith("image/") else "document"
    title: dict[str, Node] = {"title": Taken(f"{at}/filename", part["filename"])} if kind == "document" and "filename" in part else {}
    if url.startswith(("http://", "https://")):
        return {"type": kind, "source": {"type": "url", "url": Taken(f"{at}/url", url)}, **title}
    found = _DATA_URL.match(url)
    if found is None or _BASE64.fullmatch(url, found.end()) is None:
        return None
    media_type: Node = Taken(f"{at}/mime", mime) if mime != "image/*" else "image/jpeg"
    return {"type": kind, "source": _base64(media_type, Cut(f"{at}/url", url[found.end() :], found.end())), **title}


def _base64(media_type: Node, data: Node) -> dict[str, Node]:
    return {"type": "base64", "media_type": media_type, "data": data}


def _text(pointer: str, value: object) -> Node:
    """A text, in which the program puts a replacement character for half a character."""
    return _HALF.sub("\ufffd", value) if isinstance(value, str) and _HALF.search(value) else Taken(pointer, value)


def _compaction(row: Row) -> Row | None:
    found = next((part for part in _parts(row) if part.get("type") == "compaction"), None)
    return found if _info(row).get("role") == "user" else None


def _anthropic(part: Row) -> Row:
    return as_row(as_row(part.get("metadata")).get("anthropic"))


def _info(row: Row) -> Row:
    return as_row(row.get("info"))


def _parts(row: Row) -> list[Row]:
    parts = row.get("parts")
    return [as_row(part) for part in parts] if isinstance(parts, list) else []
