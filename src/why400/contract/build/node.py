"""The schema form while it is being built: nodes that remember which sources they stand in.

The finished form (plain JSON, see `why400.contract.schema`) is written by `emit`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

Json = dict[str, object]

STABLE = {"openapi-stable", "sdk-stable"}
OPENAPI = {"openapi-stable", "openapi-beta"}
SDK = {"sdk-stable", "sdk-beta"}
PAST = "past"
"""The source of what only an earlier contract had."""

ROOTS = {
    "CreateMessageParams": "MessagesRequest",
    "CountMessageTokensParams": "CountTokensRequest",
    "CreateMessageBatchParams": "BatchesRequest",
    "CompletionRequest": "CompleteRequest",
    "MessageBatchIndividualRequestParams": "BatchItem",
    "InputMessage": "Message",
    "InputContentBlock": "ContentBlock",
    "Tool": "CustomTool",
}


@dataclass(slots=True)
class Node:
    """One place of a request: what may stand there, and who says so."""

    kind: str
    sources: set[str] = field(default_factory=set)
    nullable: bool = False
    limits: Json = field(default_factory=dict)
    """min, max, pattern, ge, le, gt, lt: they stand in the OpenAPI document only."""
    values: dict[str, set[str]] = field(default_factory=dict)
    """The values of an enum, each with its sources, in definition order."""
    items: Node | None = None
    fields: dict[str, Member] = field(default_factory=dict)
    closed: bool = True
    rest: Node | None = None
    by: str = ""
    variants: dict[str, Member] = field(default_factory=dict)
    untagged: str | None = None
    options: list[Node] = field(default_factory=list)
    to: str = ""
    marks: Json = field(default_factory=dict)
    """Marks of a finished form that this was read from (see `finished_form`)."""
    pinned: bool = False
    """Corrected by hand: other sources do not change what kind of value it is."""
    ranked: bool = False
    """Its variants stand in an order of their own."""


@dataclass(slots=True)
class Member:
    """A field of an object, or a variant of a tagged union (its node is a ref)."""

    node: Node
    required: bool = False
    sources: set[str] = field(default_factory=set)
    marks: Json = field(default_factory=dict)


Types = dict[str, Node]


def canonical(name: str) -> str:
    """The type's name here: the OpenAPI name without the prefixes and suffixes that only tell requests apart."""
    bare = name.removeprefix("Beta")
    if bare in ROOTS:
        return ROOTS[bare]
    bare = bare.removeprefix("Request")
    bare = re.sub(r"Param$", "", bare)
    if bare in ROOTS:
        return ROOTS[bare]
    return re.sub(r"(?<!\d)_", "", bare)


def json_class(node: Node, types: Types) -> str:
    """The JSON type that chooses this node in a union without a tag."""
    kind = node.kind
    if kind == "ref":
        return json_class(types[node.to], types)
    return {"enum": "string", "integer": "number", "tagged": "object"}.get(kind, kind)


def tag_values(node: Node, by: str) -> list[str]:
    """The tags under which an object stands in a union: the values of its constant field `by`."""
    member = node.fields.get(by)
    return list(member.node.values) if member is not None and member.node.kind == "enum" else []
