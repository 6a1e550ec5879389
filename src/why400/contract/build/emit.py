"""Nodes -> the finished schema form: plain JSON with certainty and beta marks."""

from __future__ import annotations

from why400.contract.build.node import OPENAPI, PAST, SDK, STABLE, Json, Member, Node, Types


def emit_types(types: Types) -> dict[str, Json]:
    """All types in the schema form; names as keys."""
    return {name: _node(node, node.sources) for name, node in types.items()}


def _marks(sources: set[str], around: set[str]) -> Json:
    """`around`: the sources of the type that holds the place; inside a beta-only type nothing is marked again."""
    found: Json = {}
    if sources:
        documented, listed = sources & OPENAPI, sources & SDK
        found["in"] = "both" if documented and listed else "openapi" if documented else "sdk" if listed else PAST
    if not sources & STABLE and around & STABLE and PAST not in sources:
        found["betas"] = ["?"]
    return found


def _node(node: Node, around: set[str]) -> Json:
    out: Json = {"kind": node.kind}
    match node.kind:
        case "enum":
            out["values"] = list(node.values)
            later = {v: ["?"] for v, found in node.values.items() if not found & STABLE and around & STABLE and PAST not in found}
            if later and len(later) < len(node.values):
                out["value_betas"] = later
            unlisted = [v for v, found in node.values.items() if not found & SDK]
            if unlisted and node.sources & SDK:
                out["unlisted"] = unlisted
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
                tag: {"to": member.node.to, **_marks(member.sources, node.sources), **_kept(member)}
                for tag, member in (node.variants.items() if node.ranked else sorted(node.variants.items()))
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
    out.update(node.marks)
    return out


def _field(member: Member, around: set[str]) -> Json:
    out: Json = {"node": _node(member.node, around)}
    if member.required:
        out["required"] = True
    out.update(_marks(member.sources, around))
    out.update(_kept(member))
    return out


def _kept(member: Member) -> Json:
    """The marks of an earlier finished form; the SDK's stable types may have opened what a beta opened then.

    Where some models need no beta, a hand has judged the stable types already.
    """
    opened = "sdk-stable" in member.sources and PAST in member.sources and "beta_free" not in member.marks
    return {key: value for key, value in member.marks.items() if not (opened and key in ("betas", "sure"))}


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
