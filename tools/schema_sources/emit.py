"""Nodes -> the finished schema form: plain JSON with certainty and beta marks."""

from __future__ import annotations

from .node import OPENAPI, SDK, STABLE, Json, Member, Node, Types


def emit_types(types: Types) -> dict[str, Json]:
    """All types in the schema form; names as keys."""
    return {name: _node(node, node.sources) for name, node in types.items()}


def _marks(sources: set[str], around: set[str]) -> Json:
    """`around`: the sources of the type that holds the place; inside a beta-only type nothing is marked again."""
    found: Json = {}
    if sources:
        found["in"] = "both" if sources & OPENAPI and sources & SDK else "openapi" if sources & OPENAPI else "sdk"
    if not sources & STABLE and around & STABLE:
        found["betas"] = ["?"]
    return found


def _node(node: Node, around: set[str]) -> Json:
    out: Json = {"kind": node.kind}
    match node.kind:
        case "enum":
            out["values"] = list(node.values)
            later = {v: ["?"] for v, found in node.values.items() if not found & STABLE and around & STABLE}
            if later and len(later) < len(node.values):
                out["value_betas"] = later
        case "array":
            assert node.items is not None
            out["items"] = _node(node.items, around)
        case "object":
            if node.fields:
                out["fields"] = {name: _field(member, around) for name, member in node.fields.items()}
            out["closed"] = node.closed
            if node.rest is not None:
                out["rest"] = _node(node.rest, around)
        case "tagged":
            out["by"] = node.by
            out["variants"] = {
                tag: {"to": member.node.to, **_marks(member.sources, node.sources)} for tag, member in sorted(node.variants.items())
            }
            if node.untagged:
                out["untagged"] = node.untagged
        case "choice":
            out["options"] = [{**_node(option, around), **_marks(option.sources, node.sources)} for option in node.options]
        case "ref":
            out["to"] = node.to
    out.update(node.limits)
    if node.nullable:
        out["nullable"] = True
    return out


def _field(member: Member, around: set[str]) -> Json:
    out: Json = {"node": _node(member.node, around)}
    if member.required:
        out["required"] = True
    out.update(_marks(member.sources, around))
    return out


def reachable(root: str, types: dict[str, Json]) -> dict[str, Json]:
    """The types that `root` refers to, itself first, in the order of first mention."""
    found: dict[str, Json] = {}
    waiting = [root]
    while waiting:
        name = waiting.pop(0)
        if name in found:
            continue
        found[name] = types[name]
        waiting.extend(_refs(types[name]))
    return found


def _refs(value: object) -> list[str]:
    if isinstance(value, list):
        return [name for item in value for name in _refs(item)]
    if not isinstance(value, dict):
        return []
    own = [value["to"]] if isinstance(value.get("to"), str) else []
    return own + [name for item in value.values() for name in _refs(item)]
