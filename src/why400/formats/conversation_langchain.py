"""Messages that LangChain and LangGraph have stored: `messages_to_dict` (FileChatMessageHistory and its like), `dumps`, LangGraph's state.

Seen in langchain-core 1.8.3 (messages/utils.py, load/dump.py) and sent as ChatAnthropic of langchain-anthropic 1.7.10 does
(`_get_request_payload`). System messages are not looked at. The next turn brings a message of the user's: a reply is never the last.
"""

import json
import re
from collections.abc import Iterable

from msgspec import Struct

from why400.errors import FormatError
from why400.formats.conversation_body import Saved, as_input, whole_value
from why400.formats.conversation_translated import Block, Entries, Node, Taken, Turn, Unwrapped, list_entries, place_in, plain, translated
from why400.formats.curl import Load
from why400.formats.json_text.positions import escape_token
from why400.formats.langchain_blocks import Call, RefusedError, Reply, Row, call_id, content_blocks, formatted, raw
from why400.formats.langchain_v1 import from_standard
from why400.formats.read_input import ReadInput

_HEAD = 1 << 14
_TYPES = rb"(?:human|ai|system|tool|chat|function|remove|(?:AI|Human|System|Tool|Chat|Function)MessageChunk)"
_PLAIN_MARK = rb'"(?:additional_kwargs|response_metadata|tool_calls|tool_call_id|example)"\s*:'
_ITEM = re.compile(
    rb'\{\s*(?:"type"\s*:\s*"' + _TYPES + rb'"\s*,\s*"data"\s*:\s*\{'
    rb'|"lc"\s*:\s*\d+\s*,\s*"type"\s*:\s*"constructor"\s*,\s*"id"\s*:\s*\[[^\]\[]{0,200}"'
    rb'(?:AI|Human|System|Tool|Chat|Function)Message(?:Chunk)?"\s*\])'
)
_PLAIN_ITEM = re.compile(rb'\{\s*"(?:content|type|id)"\s*:')
_LIST = re.compile(
    rb'(?:\xef\xbb\xbf)?\s*(?:\[\s*(?=\{)|\{[^\[\]{}]{0,2000}(?:"(?:values|channel_values|kwargs)"\s*:\s*\{[^\[\]{}]{0,2000})?"messages"\s*:\s*\[\s*)'
)
_PROMPT = re.compile(
    rb'(?:\xef\xbb\xbf)?\s*\{\s*"lc"\s*:\s*\d+\s*,\s*"type"\s*:\s*"constructor"\s*,\s*"id"\s*:\s*\[[^\]\[]{0,200}"ChatPromptValue"'
)
_PLACES = ((), ("messages",), ("values", "messages"), ("channel_values", "messages"), ("kwargs", "messages"))
_CLASS = re.compile(r"(AI|Human|System|Tool|Chat|Function|Remove)Message(?:Chunk)?")


class Message(Struct, frozen=True):
    """One entry, in whichever of the forms it is written."""

    kind: str
    """ai, human, system, tool, chat, function, remove."""
    base: str
    """Where its members stand in the entry."""
    data: Row


def recognises(data: bytes) -> bool:
    """Whether a list of LangChain's messages begins here, bare or in a state."""
    head = data[:_HEAD]
    if _PROMPT.match(head):
        return True
    found = _LIST.match(head)
    if found is None:
        return False
    if _ITEM.match(head, found.end()):
        return True
    return (
        _PLAIN_ITEM.match(head, found.end()) is not None
        and re.search(rb'"type"\s*:\s*"' + _TYPES + rb'"', head) is not None
        and re.search(_PLAIN_MARK, head) is not None
        and re.search(rb'"role"\s*:', head) is None
    )


def parse(data: bytes, source: str, load: Load | None = None) -> list[ReadInput]:
    """The request that the next turn sends. Raises FormatError where there is none."""
    del load
    return [as_input(data, read_saved(data, source)[0])]


def read_saved(data: bytes, source: str) -> tuple[Saved, Entries]:
    """The conversation, and its messages. Raises FormatError where LangChain itself would refuse to send it."""
    value = whole_value(data, source, "messages of LangChain")
    entries = list_entries(data, value, _list_pointer(value))
    made: list[Message] = []
    turns: list[Turn] = []
    for number, item in enumerate(entries.values):
        try:
            message = message_of(item)
            made.append(message)
            turns += _turns(number, message)
        except RefusedError as exc:
            line = data.count(b"\n", 0, entries.spans[number][0]) + 1
            raise FormatError(f"{source}: LangChain itself refuses to send this: message {number} (line {line}): {exc}") from None
    messages = translated(_joined(turns), entries)
    if not messages:
        raise FormatError(f"{source}: messages of LangChain, none of which would be sent")
    return Saved(messages, "LangChain", _model(data, entries, made), None, f"LangChain, {len(made)} messages", entries.named), entries


def message_of(item: object) -> Message:
    """The entry as a message. Raises RefusedError for what LangChain does not load."""
    row = item if isinstance(item, dict) else {}
    if row.get("lc") is not None and isinstance(row.get("id"), list) and row["id"]:
        found = _CLASS.fullmatch(str(row["id"][-1]))
        members = row.get("kwargs")
        if found is None or not isinstance(members, dict):
            raise RefusedError("an object that is no message")
        return Message(found[1].lower(), "/kwargs", members)
    kind = row.get("type")
    if not isinstance(kind, str):
        raise RefusedError("an entry without a type")
    found = _CLASS.fullmatch(kind)
    name = found[1].lower() if found else kind
    return Message(name, "/data", row["data"]) if isinstance(row.get("data"), dict) else Message(name, "", row)


def _list_pointer(value: object) -> str:
    for keys in _PLACES:
        found = value
        for key in keys:
            found = found.get(key) if isinstance(found, dict) else None
        if isinstance(found, list):
            return "".join(f"/{key}" for key in keys)
    return ""


def _turns(entry: int, message: Message) -> list[Turn]:
    base, data = message.base, message.data
    content, at = data.get("content", ""), f"{base}/content"
    match message.kind:
        case "system":
            return [Turn("system", entry, [])]
        case "human":
            if isinstance(content, str):
                return [Turn("user", entry, Taken(at, content))]
            if not isinstance(content, list):
                raise RefusedError("content that is neither a text nor a list")
            return [Turn("user", entry, content_blocks(entry, at, content))]
        case "tool":
            return [Turn("user", entry, _result(entry, base, data))]
        case "ai":
            return _reply(entry, base, data)
    raise RefusedError(f"a message of type {message.kind}, which ChatAnthropic does not take")


def _result(entry: int, base: str, data: Row) -> list[Block]:
    content, at = data.get("content", ""), f"{base}/content"
    if isinstance(content, list) and content and all(isinstance(block, dict) and block.get("type") == "tool_result" for block in content):
        return [one for number, block in enumerate(content) for one in formatted(raw(entry, f"{at}/{number}", block))]
    if "tool_call_id" not in data:
        raise RefusedError("a tool's result without tool_call_id")
    name = data["tool_call_id"]
    inner: Node = Taken(at, content) if isinstance(content, str) else str(content)
    cache: dict[str, Node] = {}
    if isinstance(content, list):
        blocks: list[Node] = []
        for number, item in enumerate(content):
            place = f"{at}/{number}"
            if isinstance(item, dict) and "cache_control" in item:
                cache = {"cache_control": Taken(f"{place}/cache_control", item["cache_control"], removable=True)}
                item = {key: value for key, value in item.items() if key != "cache_control"}
            blocks += content_blocks_at(entry, place, item)
        inner = blocks if content else Taken(at, content)
    return [
        Block(
            entry,
            "",
            {
                "type": "tool_result",
                "content": inner,
                "tool_use_id": call_id(name, Taken(f"{base}/tool_call_id", name)),
                "is_error": data.get("status") == "error",
                **cache,
            },
        )
    ]


def content_blocks_at(entry: int, place: str, item: object) -> list[Block]:
    """What becomes of one item of a result's content."""
    if isinstance(item, dict):
        return formatted(raw(entry, place, item))
    return [Block(entry, place, {"type": "text", "text": Taken(place, item) if isinstance(item, str) else str(item)})]


def _reply(entry: int, base: str, data: Row) -> list[Turn]:
    content, at = data.get("content", ""), f"{base}/content"
    about = data.get("response_metadata")
    about = about if isinstance(about, dict) else {}
    calls, invalid = _calls(base, data)
    reply = Reply(tuple(calls), is_anthropic=about.get("model_provider") == "anthropic")
    if isinstance(content, str):
        if not calls and not invalid and not data.get("invalid_tool_calls"):
            return [Turn("assistant", entry, Taken(at, content) if content else [])]
        blocks = [Block(entry, at, {"type": "text", "text": Taken(at, content)})] if content else []
    elif not isinstance(content, list):
        raise RefusedError("content that is neither a text nor a list")
    elif about.get("output_version") == "v1":
        blocks = []
        for number, item in enumerate(content):
            standard = (
                from_standard(raw(entry, f"{at}/{number}", item), is_anthropic=reply.is_anthropic) if isinstance(item, dict) else None
            )
            blocks += formatted(standard, reply) if standard is not None else []
    else:
        blocks = content_blocks(entry, at, content, reply)
    known = [plain(block.body.get("id")) for block in blocks if plain(block.body.get("type")) == "tool_use"]
    missing = [call for call in calls if plain(call.id_node) not in known]
    blocks += [Block(entry, call.pointer, call.body) for call in missing]
    known += [plain(call.id_node) for call in missing]
    for call in invalid:
        if plain(call.id_node) not in known:
            blocks.append(Block(entry, call.pointer, call.body))
            known.append(plain(call.id_node))
    return [Turn("assistant", entry, blocks)]


def _calls(base: str, data: Row) -> tuple[list[Call], list[Call]]:
    """The calls of a reply, and those whose arguments are no JSON. Raises RefusedError."""
    if any(data.get(key) for key in ("tool_calls", "invalid_tool_calls", "tool_call_chunks")):
        calls = []
        for at, row in _rows(data.get("tool_calls"), f"{base}/tool_calls"):
            if not isinstance(row.get("args"), dict) or not isinstance(row.get("name"), str):
                raise RefusedError("a tool call whose args are no object, or without a name")
            calls.append(_call(at, row, Taken(f"{at}/args", row["args"])))
        rows = [
            (at, row)
            for at, row in _rows(data.get("invalid_tool_calls"), f"{base}/invalid_tool_calls")
            if row.get("id") and row.get("name")
        ]
        return calls, [_call(at, row, _arguments(f"{at}/args", row.get("args"))) for at, row in rows]
    kwargs = data.get("additional_kwargs")
    older = _rows(kwargs.get("tool_calls") if isinstance(kwargs, dict) else None, f"{base}/additional_kwargs/tool_calls")
    sound: list[Call] = []
    broken: list[Call] = []
    for at, row in older:  # as OpenAI answers, before LangChain had a form of its own
        function = row.get("function")
        if isinstance(function, dict):
            own = {"name": function.get("name"), "id": row.get("id")}
            found = _arguments(f"{at}/function/arguments", function.get("arguments"))
            (sound if isinstance(found, Unwrapped) else broken).append(_call(at, own, found, f"{at}/function/name"))
    return sound, [call for call in broken if call.id]


def _call(at: str, row: Row, given: Node, name_at: str = "") -> Call:
    name = row.get("id")
    own = Taken(f"{at}/id", name) if "id" in row else None
    return Call(at, Taken(name_at or f"{at}/name", row.get("name")), given, name if isinstance(name, str) else None, call_id(name, own))


def _arguments(pointer: str, text: object) -> Node:
    """Arguments that are written in a text."""
    try:
        found = json.loads(text) if isinstance(text, str) and text else {}
    except ValueError:
        return {}
    return Unwrapped(pointer, found) if isinstance(found, dict) and found else {}


def _rows(value: object, pointer: str) -> list[tuple[str, Row]]:
    return [(f"{pointer}/{number}", row) for number, row in enumerate(value) if isinstance(row, dict)] if isinstance(value, list) else []


def _joined(turns: Iterable[Turn]) -> list[Turn]:
    """Runs of the user's messages are one, and the last goes on with what the user says next: a text among others is left out where it is blank.

    Replies without content are left out after that, and so are system messages.
    """
    out: list[Turn] = []
    for turn in turns:
        last = out[-1] if out and out[-1].role == "user" and turn.role == "user" else None
        if last is None:
            out.append(turn)
        else:
            last.content = [*_as_blocks(last), *_as_blocks(turn)]
    if out and out[-1].role == "user":
        out[-1].content = _as_blocks(out[-1])
        if not out[-1].content:
            out.pop()
    return [turn for turn in out if turn.role == "user" or turn.content]


def _as_blocks(turn: Turn) -> list[Block]:
    if isinstance(turn.content, list):
        return turn.content
    return formatted(Block(turn.entry, turn.content.pointer, {"type": "text", "text": turn.content}))


def _model(data: bytes, entries: Entries, made: list[Message]) -> tuple[int, int] | None:
    """Where the model that answered last is named, if it is one of Claude's."""
    for number in range(len(made) - 1, -1, -1):
        about = made[number].data.get("response_metadata")
        for key in ("model_name", "model"):
            name = about.get(key) if isinstance(about, dict) else None
            if isinstance(name, str) and name.startswith("claude"):
                return place_in(data, f"{entries.pointer}/{number}{made[number].base}/response_metadata/{escape_token(key)}")
    return None
