"""What LangChain makes of the content of its messages for the API: `_format_messages` of langchain_anthropic 1.7.10, with its helpers."""

import json
import re
from collections.abc import Iterable
from hashlib import sha256

from msgspec import Struct

from why400.formats.conversation_translated import Block, Cut, Node, Taken, Unwrapped, plain
from why400.formats.json_text.positions import escape_token

_ID = re.compile(r"[a-zA-Z0-9_-]+\n?")
_DATA_IMAGE = re.compile(r"data:(?P<media_type>image/.+);base64,(?P<data>.+)$")
_DATA_TYPES = ("image", "video", "audio", "text-plain", "file")
_KEPT: dict[str, tuple[str, ...]] = {
    "text": ("type", "text", "cache_control", "citations"),
    "thinking": ("type", "thinking", "cache_control", "signature"),
    "redacted_thinking": ("type", "cache_control", "data"),
    "server_tool_use": ("type", "id", "input", "name", "server_name", "cache_control"),
    "mcp_tool_use": ("type", "id", "input", "name", "server_name", "cache_control"),
    "tool_search_tool_result": ("type", "content", "tool_use_id", "cache_control"),
}
_RESULT_KEYS = ("type", "content", "tool_use_id", "is_error", "cache_control", "retrieved_at")
_RESULTS = frozenset(
    f"{name}_tool_result"
    for name in ("code_execution", "bash_code_execution", "text_editor_code_execution", "mcp", "web_search", "web_fetch")
)

Row = dict[str, object]
Body = dict[str, Node]


class RefusedError(Exception):
    """LangChain itself raises an error here; the message says over what."""


class Call(Struct, frozen=True):
    """A tool call of a reply, beside its content."""

    pointer: str
    name: Node
    input: Node
    id: str | None
    id_node: Node

    @property
    def body(self) -> Body:
        """The block that it becomes."""
        return {"type": "tool_use", "name": self.name, "input": self.input, "id": self.id_node}


class Reply(Struct, frozen=True):
    """What of a reply's circumstances its content is read by."""

    calls: tuple[Call, ...]
    is_anthropic: bool


def raw(entry: int, pointer: str, block: Row) -> Block:
    """The block as it stands."""
    return Block(entry, pointer, {key: Taken(f"{pointer}/{escape_token(key)}", value, removable=True) for key, value in block.items()})


def call_id(value: object, node: Node) -> Node:
    """An id in the API's form: LangChain hashes what does not have it."""
    if not isinstance(value, str) or not value or _ID.fullmatch(value):
        return node
    return f"toolu_{sha256(value.encode('utf-8', 'replace')).hexdigest()[:24]}"


def content_blocks(entry: int, pointer: str, content: Iterable[object], reply: Reply | None = None) -> list[Block]:
    """The blocks of a content that is a list. Raises RefusedError."""
    found: list[Block] = []
    for number, item in enumerate(content):
        at = f"{pointer}/{number}"
        if isinstance(item, str):
            found.append(Block(entry, at, {"type": "text", "text": Taken(at, item)}))
        elif isinstance(item, dict):
            found += formatted(raw(entry, at, item), reply)
        else:
            raise RefusedError(f"a block of content that is {type(item).__name__}, not a text or an object")
    return found


def formatted(block: Block, reply: Reply | None = None) -> list[Block]:
    """What becomes of one block: none, one, or, where calls share an id, several. Raises RefusedError."""
    body = block.body
    kind = plain(body.get("type"))
    if "type" not in body:
        raise RefusedError("a block of content without a type")
    if kind == "refusal" or (kind in ("reasoning", "function_call") and (reply is None or not reply.is_anthropic)):
        return []
    if kind == "text" and not str(plain(body.get("text", "")) or "").strip():
        return []
    if kind == "tool_use":
        return _tool_use(block, reply)
    return [Block(block.entry, block.pointer, _body(block, str(kind)))]


def _body(block: Block, kind: str) -> Body:
    body = block.body
    if kind == "image_url":
        return {"type": "image", "source": _image(body.get("image_url"))}
    if kind in _DATA_TYPES and _is_data(body):
        return _data(body, kind)
    if kind in _KEPT:
        made = _only(body, _KEPT[kind])
        if kind == "thinking" and "signature" in made:
            made.setdefault("thinking", "")
        if kind == "text":
            made |= _citations(body.get("citations"))
        return _with_id(made)
    if kind == "tool_result":
        return _result(block)
    if kind in _RESULTS:
        return _with_id(_only(body, _RESULT_KEYS))
    return body if kind not in ("advisor_tool_result", "compaction") else {key: value for key, value in body.items() if key != "index"}


def _tool_use(block: Block, reply: Reply | None) -> list[Block]:
    body = block.body
    if "id" not in body or "name" not in body:
        raise RefusedError("a tool call without id or name")
    name = plain(body["id"])
    if reply is not None and not plain(body.get("caller")):
        same = [call for call in reply.calls if call.id == name]
        if same:
            return [Block(block.entry, block.pointer, call.body) for call in same]
    given: Node = body.get("input") if plain(body.get("input")) else _partial(body)
    made: Body = {"type": "tool_use", "name": body["name"], "input": given, "id": call_id(name, body["id"])}
    return [Block(block.entry, block.pointer, made | {key: body[key] for key in ("caller", "toolset_name") if plain(body.get(key))})]


def _partial(body: Body) -> Node:
    """The input that came in pieces, of a call that has none otherwise."""
    node = body.get("partial_json")
    text = plain(node)
    if not isinstance(text, str) or not text or not isinstance(node, Taken):
        return {}
    try:
        return Unwrapped(node.pointer, json.loads(text))
    except ValueError:
        return {}


def _result(block: Block) -> Body:
    """A result that stands in the content already."""
    body = block.body
    node = body.get("content")
    content = plain(node)
    if not isinstance(node, Taken) or not isinstance(content, str | list):
        raise RefusedError("a tool's result without content")
    if isinstance(content, str):
        return _with_id(body)
    if any(isinstance(item, dict) and item.get("type") == "tool_reference" for item in content):
        return _with_id(_only(body, _KEPT["tool_search_tool_result"]))
    inner: list[Node] = list(content_blocks(block.entry, node.pointer, content))
    return _with_id({**body, "content": inner})


def _image(node: Node | None) -> Node:
    """`{"url": …}` as a source."""
    value = plain(node)
    url = value.get("url") if isinstance(value, dict) else None
    if not isinstance(url, str) or not isinstance(node, Taken):
        raise RefusedError("an image_url without a url")
    return _image_source(f"{node.pointer}/url", url)


def _image_source(pointer: str, url: str) -> Node:
    found = _DATA_IMAGE.match(url)
    if found:
        media_type = Cut(pointer, found["media_type"], found.start("media_type"))
        return {"type": "base64", "media_type": media_type, "data": Cut(pointer, found["data"], found.start("data"))}
    if re.match(r"^https?://.*$", url):
        return {"type": "url", "url": Taken(pointer, url)}
    raise RefusedError("the url of an image that is neither http(s) nor data in base64")


def _is_data(body: Body) -> bool:
    if any(key in body for key in ("url", "base64", "file_id", "text")):
        return True
    source = plain(body.get("source_type"))
    return (source == "base64" and "data" in body) or (source == "id" and "id" in body)


def _data(body: Body, kind: str) -> Body:
    """LangChain's own form of pictures and files."""
    if kind not in ("image", "file", "text-plain"):
        raise RefusedError(f"a block of type {kind}")
    made: Body = {"type": "image" if kind == "image" else "document", "source": _source(body, kind)}
    for key in ("cache_control", "citations", "title", "context"):
        for holder in (body, _members(body.get("extras")), _members(body.get("metadata"))):
            if key in holder:
                made[key] = holder[key]
                break
    return made


def _source(body: Body, kind: str) -> Node:
    source = plain(body.get("source_type"))
    if kind != "text-plain" and "url" in body:
        url, node = plain(body["url"]), body["url"]
        is_data = kind == "image" and isinstance(url, str) and url.startswith("data:")
        return (
            _image_source(node.pointer, url)
            if is_data and isinstance(node, Taken) and isinstance(url, str)
            else {"type": "url", "url": node}
        )
    if kind != "text-plain" and ("base64" in body or source == "base64"):
        if kind == "image" and "mime_type" not in body:
            raise RefusedError("a picture without mime_type")
        media_type: Node = body["mime_type"] if plain(body.get("mime_type")) or kind == "image" else "application/pdf"
        data: Node = body["base64"] if plain(body.get("base64")) else body.get("data", "")
        return {"type": "base64", "media_type": media_type, "data": data}
    if kind == "text-plain" or (kind == "file" and source == "text"):
        if "text" not in body:
            raise RefusedError("a text file without text")
        return {"type": "text", "media_type": body["mime_type"] if plain(body.get("mime_type")) else "text/plain", "data": body["text"]}
    if "file_id" in body or source == "id":
        return {"type": "file", "file_id": body["file_id"] if "file_id" in body else body["id"]}
    raise RefusedError(f"a block of type {kind} without url, base64 or file_id")


def _citations(node: Node | None) -> Body:
    """Citations without the ids of files that they do not have."""
    value = plain(node)
    if not isinstance(node, Taken) or not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        return {}
    if not any("file_id" in one and one["file_id"] is None for one in value):
        return {}
    return {
        "citations": [
            {
                key: Taken(f"{node.pointer}/{number}/{escape_token(key)}", kept)
                for key, kept in one.items()
                if key != "file_id" or kept is not None
            }
            for number, one in enumerate(value)
        ]
    }


def _only(body: Body, keys: tuple[str, ...]) -> Body:
    return {key: value for key, value in body.items() if key in keys}


def _with_id(body: Body) -> Body:
    return {**body, "tool_use_id": call_id(plain(body["tool_use_id"]), body["tool_use_id"])} if "tool_use_id" in body else body


def _members(node: Node | None) -> Body:
    value = plain(node)
    if not isinstance(value, dict) or not isinstance(node, Taken):
        return {}
    return {key: Taken(f"{node.pointer}/{escape_token(key)}", one, removable=True) for key, one in value.items()}
