"""Bedrock's own bodies, of Converse and CountTokens, as the rules over them see them; no rule of its own."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from why400.rules import Call

_OPERATION = re.compile(r"/model/([^/]+)/(converse|converse-stream|count-tokens)$")

Keys = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of a Converse body: `{kind: held}`."""

    kind: str
    held: Mapping[str, object]
    keys: Keys
    """Where `held` stands in the body."""
    message_path: str
    """`messages.N.content.M` of the block, or of the tool result that it stands in."""
    in_result: bool

    @property
    def source(self) -> Mapping[str, object]:
        """Where an image, a document or a video comes from; empty for other blocks."""
        found = self.held.get("source")
        return found if isinstance(found, dict) else {}


def addressed(call: Call) -> tuple[str, str]:
    """The model id and the operation that a Bedrock address names; empty where it is another one."""
    found = _OPERATION.search(call.path) if call.context.platform == "bedrock" else None
    return (unquote(found[1]), found[2]) if found is not None else ("", "")


def converse_body(call: Call) -> Mapping[str, object]:
    """The Converse body of the request; empty where there is none."""
    operation = addressed(call)[1]
    return call.json_body if operation.startswith("converse") else {}


def is_claude(call: Call) -> bool:
    """Whether the model is certainly one of Anthropic's; false too for a profile whose id does not tell."""
    return "anthropic.claude" in addressed(call)[0]


def pieces(call: Call) -> Iterator[Piece]:
    """The blocks of all messages, those in tool results behind the result that holds them."""
    messages = converse_body(call).get("messages")
    for m, message in enumerate(messages if isinstance(messages, list) else ()):
        content = message.get("content") if isinstance(message, dict) else None
        for c, block in enumerate(content if isinstance(content, list) else ()):
            path = f"messages.{m}.content.{c}"
            for piece in _pieces(block, ("messages", m, "content", c), path, in_result=False):
                yield piece
                inner = piece.held.get("content") if piece.kind == "toolResult" else None
                for i, one in enumerate(inner if isinstance(inner, list) else ()):
                    yield from _pieces(one, (*piece.keys, "content", i), path, in_result=True)


def _pieces(block: object, keys: Keys, path: str, *, in_result: bool) -> Iterator[Piece]:
    if isinstance(block, dict):
        for kind, held in block.items():
            if isinstance(held, dict):
                yield Piece(kind, held, (*keys, kind), path, in_result)


def tool_schemas(call: Call) -> Iterator[tuple[int, Mapping[str, object], Keys]]:
    """The input schemas of a Converse body's tools: index of the tool, schema, where it stands."""
    config = converse_body(call).get("toolConfig")
    tools = config.get("tools") if isinstance(config, dict) else None
    for n, tool in enumerate(tools if isinstance(tools, list) else ()):
        found: object = tool
        for key in ("toolSpec", "inputSchema", "json"):
            found = found.get(key) if isinstance(found, dict) else None
        if isinstance(found, dict):
            yield n, found, ("toolConfig", "tools", n, "toolSpec", "inputSchema", "json")
