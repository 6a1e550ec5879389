"""The contract's schema of one endpoint, compiled; and the way between the API's printed paths and places in a body."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from msgspec import Struct

from why400.check.nodes import AnyNode, ArrayNode, BooleanNode, EnumNode, Node, NumberNode, StringNode, Unsound
from why400.check.objects import UNKNOWN_RANK, ObjectNode, free_member
from why400.check.sound import SoundParts
from why400.check.trail import Keys
from why400.check.unions import ChoiceNode, TaggedNode
from why400.contract import in_force, platforms
from why400.contract import schema as contract
from why400.contract.views.messages import MessagesRequest
from why400.contract.views.structs import STRUCT_OF, TAGGED
from why400.rules import Violation

_WHOLE = ("Message", "CustomTool", "TextBlock", "ImageBlock", "ToolUseBlock", "ToolResultBlock", "ThinkingBlock")
"""Types of which a request holds many, most of them sound."""


class _Compiler:
    def __init__(self, schema: contract.Schema, structs: Mapping[str, type[Struct]]) -> None:
        self.schema, self.structs = schema, structs
        self.done: dict[str, Node] = {}

    def named(self, name: str) -> Node:
        if name not in self.done:
            made = self.done[name] = self.node(self.schema.types[name], name)
            if name in _WHOLE and isinstance(made, ObjectNode) and made.make is not None:
                made.sound = SoundParts(made, made.make).convert
        return self.done[name]

    def node(self, spec: contract.Node, name: str = "") -> Node:
        match spec:
            case contract.Ref():
                return self.named(spec.to)
            case contract.Object():
                return ObjectNode(spec, self.node, self.structs.get(name), TAGGED.get(name))
            case contract.Array():
                return ArrayNode(spec, self.node)
            case contract.Tagged():
                return TaggedNode(spec, self.node)
            case contract.Choice():
                return ChoiceNode(spec, self.node)
            case contract.Enum():
                return EnumNode(spec)
            case contract.Integer() | contract.Number():
                return NumberNode(spec)
            case contract.String():
                return StringNode(spec)
            case contract.Boolean():
                return BooleanNode(spec)
            case contract.Anything():
                return AnyNode(spec)


@dataclass(frozen=True, slots=True)
class CompiledSchema:
    """One endpoint's body."""

    root: Node
    refreshed: bool = False
    """Whether it is the user's own, which may have types that the generated views lack."""
    inferred: bool = False
    """Whether it is known from types alone: then what breaks it is doubtful."""
    closed: bool = False
    """Of an inferred one: whether an unknown member of the body itself is not."""

    def doubt(self, violations: list[Violation]) -> None:
        """Marks what the schema does not know for certain."""
        if self.inferred:
            for one in violations:
                if not (self.closed and one.kind == "unknown" and len(one.pointer) == 1):
                    one.certain = False
                    one.inferred = True

    def printed(self, body: object, keys: Keys, positions: dict[int, dict[str, int]]) -> tuple[str, tuple[object, ...]]:
        """The place as the API prints it, with union tags, and its rank in the order of reporting.

        `positions` keeps, for one body, where the members of an object stand.
        """
        node: Node | None = self.root
        value = body
        path: list[str] = []
        order: list[object] = []
        for key in keys:
            step = node.step(value, key) if node is not None else None
            if step is None:
                node = None
                path.append(str(key))
                order.append(key)
            else:
                node, names, rank = step
                path.extend(names)
                order.append(rank)
                if rank == UNKNOWN_RANK and isinstance(value, dict):
                    standing = positions.get(id(value)) or positions.setdefault(id(value), {name: n for n, name in enumerate(value)})
                    order.append(standing.get(str(key), 0))
            value = _child(value, key)
        return ".".join(path), tuple(order)

    def locate(self, path: str, body: object) -> Keys | None:
        """The place in the body that the API means by a printed path; the nearest one above it that is there; None for no place at all."""
        node: Node | None = self.root
        value: object = body
        keys: list[str | int] = []
        rest = path.split(".")
        position = 0
        while position < len(rest):
            found = None
            for width in range(len(rest) - position, 0, -1):  # keys may hold dots
                name = ".".join(rest[position : position + width])
                child = _named_child(value, name)
                if child is not None:
                    found = (width, child)
                    break
            tag = isinstance(value, dict) and rest[position] == value.get("type")
            below = node.step(value, rest[position]) if node is not None and tag else None
            if tag and not (found and below is not None and below[1] == (rest[position],)):
                position += 1
                continue
            if found is None:
                if rest[position] in ("custom", "ContainerParams"):
                    position += 1
                    continue
                break
            width, key = found
            step = node.step(value, key) if node is not None else None
            node = step[0] if step else None
            value = _child(value, key)
            keys.append(key)
            position += width
        return tuple(keys) if keys else None


def _child(value: object, key: str | int) -> object:
    if isinstance(value, dict):
        return value.get(key)
    if isinstance(value, list) and isinstance(key, int) and 0 <= key < len(value):
        return value[key]
    return None


def _named_child(value: object, name: str) -> str | int | None:
    if isinstance(value, dict):
        return name if name in value else None
    if isinstance(value, list) and name.isdigit() and int(name) < len(value):
        return int(name)
    return None


@cache
def compiled(endpoint: str, platform: str = "anthropic") -> CompiledSchema:
    """The schema of that endpoint ("POST /v1/messages"), compiled once. Raises KeyError where the contract has none."""
    schema = contract.schema_in_force(endpoint)
    structs: dict[str, type[Struct]] = {}
    if not schema.inferred:
        structs = {**STRUCT_OF, "CountTokensRequest": MessagesRequest}  # one class for all rules
    refreshed = in_force.schemas_differ()
    if refreshed and not schema.inferred:  # the rules step over what no view has
        known = contract.load_schema(endpoint).types
        structs.update({name: Unsound for name, node in schema.types.items() if name not in known and isinstance(node, contract.Object)})
    root = _Compiler(schema, structs).named(schema.root)
    served = platforms.find(platform)
    if served is not None and isinstance(root, ObjectNode):
        root.required = [name for name in root.required if name not in served.moved_fields]
        for name in served.adds_fields:
            root.members.setdefault(name, free_member(len(root.members)))
    return CompiledSchema(root, refreshed=refreshed, inferred=schema.inferred, closed=schema.closed)
