"""The finished schema form -> nodes, so that a newer SDK can be laid over a contract that was built before."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from why400.contract.build.node import PAST, Json, Member, Node, Types

_LIMITS = {"min", "max", "pattern", "ge", "le", "gt", "lt"}
_STRUCTURE = _LIMITS | {
    "kind",
    "in",
    "values",
    "items",
    "fields",
    "closed",
    "rest",
    "by",
    "variants",
    "untagged",
    "options",
    "to",
    "nullable",
}
_SOURCES = {
    "both": {"openapi-stable", PAST},
    "openapi": {"openapi-stable"},
    "overlay": {"openapi-stable"},
    "sdk": {PAST},
    PAST: {PAST},
    None: {"openapi-stable", PAST},
}


def read_types(types: dict[str, Json], roots: Iterable[str], *, past: bool = False) -> Types:
    """The nodes of a finished schema. What only an SDK had comes from `past` until a newer SDK has it, too; by `past` all does."""
    stable = _stable(types, roots)
    read = {name: _node(form, None if name in stable else "beta") for name, form in types.items()}
    if past:
        for node in read.values():
            _make_past(node)
    return read


def _make_past(node: Node) -> None:
    node.sources = {PAST}
    node.values = {value: {PAST} for value in node.values}
    for member in (*node.fields.values(), *node.variants.values()):
        member.sources = {PAST}
    below = (node.items, node.rest, *node.options, *(member.node for member in (*node.fields.values(), *node.variants.values())))
    for one in below:
        if one is not None:
            _make_past(one)


def _node(form: Json, around: str | None) -> Node:
    standing = cast("str | None", form.get("in"))
    sources = set(_SOURCES[standing]) if standing is not None else {"openapi-beta"} if around == "beta" else {"openapi-stable"}
    node = Node(str(form["kind"]), sources, nullable=bool(form.get("nullable")))
    node.limits = {key: form[key] for key in form if key in _LIMITS}
    node.marks = {key: value for key, value in form.items() if key not in _STRUCTURE and key != "unlisted"}
    unlisted = cast("list[str]", form.get("unlisted", []))
    node.values = {
        value: {"openapi-stable"} if value in unlisted else {"openapi-stable", PAST} for value in cast("list[str]", form.get("values", []))
    }
    if "items" in form:
        node.items = _node(cast("Json", form["items"]), around)
    if form.get("rest") is not None:
        node.rest = _node(cast("Json", form["rest"]), around)
    node.closed = bool(form.get("closed", True))
    node.fields = {name: _field(given, around) for name, given in cast("dict[str, Json]", form.get("fields", {})).items()}
    node.by, node.untagged, node.to = str(form.get("by", "")), cast("str | None", form.get("untagged")), str(form.get("to", ""))
    variants = cast("dict[str, Json]", form.get("variants", {}))
    node.ranked = list(variants) != sorted(variants)
    node.variants = {tag: _variant(given) for tag, given in variants.items()}
    node.options = [_node(option, around) for option in cast("list[Json]", form.get("options", []))]
    return node


def _field(form: Json, around: str | None) -> Member:
    node = _node(cast("Json", form["node"]), "beta" if form.get("betas") else around)
    node.pinned = "source" in form
    return Member(
        node, bool(form.get("required")), set(_SOURCES[cast("str | None", form.get("in"))]), _marks(form, {"node", "required", "in"})
    )


def _variant(form: Json) -> Member:
    sources = set(_SOURCES[cast("str | None", form.get("in"))])
    return Member(Node("ref", set(sources), to=str(form["to"])), False, sources, _marks(form, {"to", "in"}))


def _marks(form: Json, structure: set[str]) -> Json:
    kept = {key: value for key, value in form.items() if key not in structure}
    if form.get("in") == "overlay":
        kept["in"] = "overlay"
    return kept


def _stable(types: dict[str, Json], roots: Iterable[str]) -> set[str]:
    """The types that a request can hold without any beta."""
    found: set[str] = set()
    waiting = list(roots)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(_open_refs(types[name]))
    return found


def _open_refs(value: object) -> list[str]:
    if isinstance(value, list):
        return [name for item in value for name in _open_refs(item)]
    if not isinstance(value, dict) or value.get("betas"):
        return []
    own = [value["to"]] if isinstance(value.get("to"), str) else []
    return own + [name for item in value.values() for name in _open_refs(item)]
