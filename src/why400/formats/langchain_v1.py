"""Content in LangChain's standard form (`output_version` v1), as `_convert_from_v1_to_anthropic` of langchain_anthropic 1.7.10 reads it."""

import json

from why400.formats.conversation_translated import Block, Node, Taken, Unwrapped, plain
from why400.formats.langchain_blocks import Body
from why400.formats.langchain_citations import from_annotations


def from_standard(block: Block, *, is_anthropic: bool) -> Block | None:
    """The block in Anthropic's form, as far as it has one; None where it is left out."""
    body = block.body
    match plain(body.get("type")):
        case "text":
            made: Body = {"type": "text", "text": body.get("text", "")}
            if is_anthropic and "annotations" in body:
                made = {"type": "text", "citations": from_annotations(body["annotations"])} | (
                    {"text": body["text"]} if "text" in body else {}
                )
        case "refusal":
            return None
        case "tool_call":
            made = _call(body, body.get("args", {}))
        case "tool_call_chunk":
            made = _call(body, _parsed(body.get("args")))
        case "invalid_tool_call":
            if not (is_anthropic and plain(body.get("id")) and plain(body.get("name"))):
                return None
            made = {"type": "tool_use", "name": body["name"], "input": {}, "id": body["id"]}
        case "reasoning" if is_anthropic:
            made = {"thinking": body["reasoning"]} if "reasoning" in body else {}
            made |= {"type": "thinking"} | _extras(body, "signature")
        case "server_tool_call" if is_anthropic:
            made = _server_call(body)
        case "server_tool_result" if is_anthropic:
            made = _server_result(body)
        case "non_standard" if is_anthropic and isinstance(value := plain(body.get("value")), dict):
            node = body["value"]
            at = node.pointer if isinstance(node, Taken) else block.pointer
            made = {key: Taken(f"{at}/{key}", one, removable=True) for key, one in value.items()}
        case _:
            return block
    return Block(block.entry, block.pointer, made)


def _call(body: Body, given: Node) -> Body:
    own: Body = {"type": "tool_use", "name": body.get("name", ""), "input": given, "id": body.get("id", "")}
    return own | _extras(body, "caller") | _extras(body, "toolset_name")


def _server_call(body: Body) -> Body:
    name = plain(body.get("name"))
    made: Body = {"id": body["id"]} if "id" in body else {}
    made["input"] = body.get("args", {})
    if name == "remote_mcp":
        extras = _extras(body, "tool_name")
        return made | ({"name": extras["tool_name"]} if extras else {}) | _extras(body, "server_name") | {"type": "mcp_tool_use"}
    return made | {"name": "code_execution" if name == "code_interpreter" else body.get("name", ""), "type": "server_tool_use"}


def _server_result(body: Body) -> Body:
    made: Body = {"content": body["output"]} if "output" in body else {}
    kind = _extras(body, "block_type").get("block_type", "")
    if plain(kind) == "mcp_tool_result":
        made["is_error"] = plain(body.get("status")) == "error"
    if "tool_call_id" in body:
        made["tool_use_id"] = body["tool_call_id"]
    return made | {"type": kind}


def _parsed(node: Node) -> Node:
    text = plain(node)
    if isinstance(text, str) and text and isinstance(node, Taken):
        try:
            return Unwrapped(node.pointer, json.loads(text))
        except ValueError:
            return {}
    return node if text and not isinstance(text, str) else {}


def _extras(body: Body, key: str) -> Body:
    """A member of the block's extras, where it has one that says something."""
    node = body.get("extras")
    value = plain(node)
    if not isinstance(node, Taken) or not isinstance(value, dict) or not value.get(key):
        return {}
    return {key: Taken(f"{node.pointer}/{key}", value[key], removable=True)}
