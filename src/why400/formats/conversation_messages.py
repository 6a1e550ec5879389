"""Conversations stored as a list of messages: `api_conversation_history.json` of Cline and Roo Code, Cline's `….messages.json`, exports.

Only role and content of a message are sent; what the program keeps beside them (times, ids, costs) is not.
"""

import re
from datetime import UTC, date, datetime

from why400.errors import FormatError
from why400.formats.conversation_body import BARE_LIST, Part, Saved, SavedMessage, as_input, whole_value
from why400.formats.curl import Load
from why400.formats.json_text.hops import find_spans
from why400.formats.json_text.positions import LineIndex, locate
from why400.formats.read_input import Outcome, PassedOver

_HEAD = 4_096
_ROLE = rb'"role"\s*:\s*"(?:user|assistant)"'
_LIST = re.compile(
    rb"""\s*\[\s*\{(?:\s*"(?:id|uuid|ts|type|timestamp|created_at|condenseParent|truncationParent)"\s*:\s*(?:"[^"\\]{0,100}"|[\d.]{1,20})\s*,)*+
    \s*(?:"role"\s*:\s*"(?:user|assistant)"\s*,(?:\s*"(?:id|ts|timestamp)"\s*:\s*(?:"[^"\\]{0,100}"|[\d.]{1,20})\s*,)*+\s*"content"\s*:|"content"\s*:)""",
    re.VERBOSE,
)
_STORE = re.compile(rb'\s*\{\s*"(?:version|updated_at|agent|sessionId|session_id|conversation_id|exported_at|id|title|created_at)"\s*:')
_MESSAGES = re.compile(rb'"messages"\s*:\s*\[\s*\{')
_STORE_MARK = re.compile(rb'"(?:updated_at|sessionId|session_id|conversation_id|exported_at|title|created_at)"\s*:')
_REQUEST_MARK = re.compile(rb'"(?:model|max_tokens|anthropic_version|custom_id|params)"\s*:')
_OPENAI = ("tool_calls", "tool_call_id", "function_call")


def recognises(data: bytes) -> bool:
    """Whether a list of messages begins here, bare or in an object that no request is."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if _LIST.match(head):
        return re.search(_ROLE, head) is not None or len(data) > _HEAD
    if not _STORE.match(head):
        return False
    found = _MESSAGES.search(head)
    before = head[: found.start()] if found else b""
    return found is not None and _STORE_MARK.search(before) is not None and _REQUEST_MARK.search(before) is None


def parse(data: bytes, source: str, load: Load | None = None) -> list[Outcome]:
    """The request that the next turn sends, and the items that are no messages. Raises FormatError where there is no list of messages."""
    del load
    saved, prefix = read_saved(data, source)
    places = locate(data, [f"{prefix}/{index}" for index in saved.no_messages])
    index = LineIndex(data)
    lines = [index.line_column(place.start)[0] for place in places.values()]
    words = "is no message: it has no `role`"
    return [as_input(data, saved), *(PassedOver(FormatError(f"{source}: the item in line {line} {words}"), line) for line in lines)]


def read_saved(data: bytes, source: str) -> tuple[Saved, str]:
    """The conversation, and the JSON pointer of the list. Raises FormatError where there is none."""
    value = whole_value(data, source, "a saved conversation")
    items = value.get("messages") if isinstance(value, dict) else value
    if not isinstance(items, list):
        raise FormatError(f"{source}: no list of messages: neither a JSON list nor an object with `messages`")
    prefix = "/messages" if isinstance(value, dict) else ""
    if any(isinstance(item, dict) and (item.get("role") in ("tool", "function") or any(key in item for key in _OPENAI)) for item in items):
        raise FormatError(
            f"{source}: messages in OpenAI's form (role tool, tool_calls): not a conversation as it is sent to Anthropic's API"
        )
    sent = _sent(items)
    kept: list[int] = []
    no_messages: list[int] = []
    for index in sent:
        item = items[index]
        (kept if isinstance(item, dict) and "role" in item else no_messages).append(index)
    messages = _messages(data, items, kept, prefix)
    if not messages:
        raise FormatError(f"{source}: a saved conversation without a message")
    model, day = _last_answer(data, items, prefix)
    label = f"saved conversation, {len(messages)} messages"
    return Saved(
        messages, "a list of messages", model, day, label, "messages[{}]" if prefix else BARE_LIST, no_messages=tuple(no_messages)
    ), prefix


def _sent(items: list[object]) -> list[int]:
    """The items that are sent: not those that a summary or a cut has replaced (Roo Code keeps them in the file, marked)."""
    rows = [item if isinstance(item, dict) else {} for item in items]
    summaries = {row["condenseId"] for row in rows if row.get("isSummary") is True and isinstance(row.get("condenseId"), str)}
    cuts = {row["truncationId"] for row in rows if row.get("isTruncationMarker") is True and isinstance(row.get("truncationId"), str)}
    first = max((index for index, row in enumerate(rows) if row.get("isSummary") is True and row.get("role") == "user"), default=0)

    def replaced(row: dict[str, object]) -> bool:
        parent, cut = row.get("condenseParent"), row.get("truncationParent")
        return (isinstance(parent, str) and parent in summaries) or (isinstance(cut, str) and cut in cuts)

    return [index for index, row in enumerate(rows) if index >= first and not replaced(row)]


def _messages(data: bytes, items: list[object], kept: list[int], prefix: str) -> list[SavedMessage]:
    above: tuple[str | int, ...] = ("messages",) if prefix else ()
    wanted = [(*above, index, *key) for index in kept for key in ((), ("role",), ("content",))]
    spans = find_spans(data, wanted)
    if spans is None:  # repeated keys, or what only lenient parsers take
        found = locate(data, ["".join(f"/{key}" for key in keys) for keys in wanted])
        spans = [(span.start, span.end) if (span := found.get("".join(f"/{key}" for key in keys))) else None for keys in wanted]
    messages: list[SavedMessage] = []
    for number, index in enumerate(kept):
        item = items[index]
        holder, role, content = spans[3 * number : 3 * number + 3]
        if holder is None or role is None or not isinstance(item, dict):
            continue
        if "content" not in item or content is None:
            content = (holder[0], holder[0])
        name = item["role"]
        parts = [Part(index, holder, content, item.get("content"))]
        blocks = item.get("content")
        if prefix and isinstance(blocks, list) and any(_is_unsigned(block) for block in blocks):
            parts = _signed(data, parts[0])
        if parts:
            messages.append(SavedMessage(name if isinstance(name, str) else "", role, parts))
    return messages


def _is_unsigned(block: object) -> bool:
    return isinstance(block, dict) and block.get("type") == "thinking" and not block.get("signature")


def _signed(data: bytes, part: Part) -> list[Part]:
    """The stretches of blocks between thinking without a signature, which Cline's store keeps to show it and does not send."""
    blocks = part.value if isinstance(part.value, list) else []
    start, end = part.content
    spans = locate(data[start:end], [f"/{index}" for index in range(len(blocks))])
    parts: list[Part] = []
    first = 0
    for index in range(len(blocks) + 1):
        if index == len(blocks) or _is_unsigned(blocks[index]):
            if index > first:
                span = (start + spans[f"/{first}"].start - 1, start + spans[f"/{index - 1}"].end + 1)  # as if brackets stood there
                parts.append(Part(part.entry, part.holder, span, blocks[first:index], first, whole=False))
            first = index + 1
    return parts


def _last_answer(data: bytes, items: list[object], prefix: str) -> tuple[tuple[int, int] | None, date | None]:
    """Where the model that answered last is named, and when the last message was written."""
    model: tuple[int, int] | None = None
    for index in range(len(items) - 1, -1, -1):
        item = items[index]
        if isinstance(item, dict) and item.get("role") == "assistant":
            info = item.get("modelInfo")
            pointer = f"{prefix}/{index}/model" if isinstance(item.get("model"), str) else None
            if isinstance(info, dict) and isinstance(info.get("id"), str) and info["id"].startswith("claude"):
                pointer = f"{prefix}/{index}/modelInfo/id"
            if pointer:
                span = locate(data, (pointer,)).get(pointer)
                model = (span.start, span.end) if span else None
                break
    times = [item.get("ts") for item in items if isinstance(item, dict)]
    latest = max((time for time in times if isinstance(time, int) and 1_577_836_800_000 < time < 4_102_444_800_000), default=None)
    return model, datetime.fromtimestamp(latest / 1000, UTC).date() if latest else None
