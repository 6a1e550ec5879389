"""Messages that are sound as they stand: converted to the typed view whole, in C, instead of node by node.

The views' types know JSON types, members and lengths; what else the validator looks at (gates, patterns, numbers, which a conversion would
round) is compiled from its nodes to a second look at what was converted. Whatever the two do not both take is left to the validator.
"""

from collections.abc import Callable
from typing import Any

import msgspec
from msgspec import Struct

from why400.check.nodes import AnyNode, ArrayNode, BooleanNode, EnumNode, Node, Run, StringNode
from why400.check.objects import ObjectNode
from why400.check.trail import names_of
from why400.check.unions import ChoiceNode, TaggedNode

Look = Callable[[Any], bool]
"""Whether a converted value is certainly without violation."""


def _never(value: object) -> bool:
    return value is None


class SoundParts:
    """Converts parts of a body that are of one node of the schema."""

    def __init__(self, node: ObjectNode, make: type[Struct]) -> None:
        self.make = make
        self._looks: dict[int, Look | None] = {}
        self.look = self._look(node)

    def convert(self, value: object) -> Struct | None:
        """The typed view of the value; None: not certainly sound."""
        try:
            made = msgspec.convert(value, self.make)
        except (msgspec.ValidationError, RecursionError):
            return None
        return made if self.look is None or self.look(made) else None

    def _look(self, node: Node, tag: str = "") -> Look | None:
        """What to look at in a converted value of that node; None: at nothing. A node inside of itself is not followed."""
        if id(node) in self._looks:
            return self._looks[id(node)]
        self._looks[id(node)] = _never
        made = self._looks[id(node)] = self._made(node, tag)
        return made

    def _made(self, node: Node, tag: str) -> Look | None:
        match node:
            case AnyNode() | BooleanNode():
                return None
            case StringNode():
                return _string(node)
            case EnumNode():
                return None if not node.betas else lambda value: value is None or value not in node.betas
            case ArrayNode():
                return self._array(node)
            case ChoiceNode():
                return self._choice(node)
            case TaggedNode():
                return self._tagged(node)
            case ObjectNode():
                return self._object(node, tag)
        return _never  # a number: a conversion takes 5.0 for 5

    def _array(self, node: ArrayNode) -> Look | None:
        if node.shortest is not None or node.longest is not None:
            return _never
        if isinstance(node.items, TaggedNode):
            kinds = self._kinds(node.items)
            return None if kinds is None else _each(kinds)
        item = self._look(node.items)
        return None if item is None else lambda value: value is None or all(map(item, value))

    def _choice(self, node: ChoiceNode) -> Look | None:
        looks = {_PYTHON[kind]: self._look(option) for kind, option in node.options.items() if kind in _PYTHON}
        if len(looks) < len(node.options):
            return _never
        if not any(looks.values()):
            return None
        whole = looks.get(Struct)

        def look(value: object) -> bool:
            one = looks.get(type(value), whole)
            return value is None or one is None or one(value)

        return look

    def _tagged(self, node: TaggedNode) -> Look | None:
        kinds = self._kinds(node)
        if kinds is None:
            return None

        def look(value: object) -> bool:
            one = kinds[type(value)]
            return value is None or one is None or one(value)

        return look

    def _kinds(self, node: TaggedNode) -> "_Kinds | None":
        """What to look at in each variant; None: in none at anything."""
        looks = {
            tag: self._look(variant.node, node.by)
            for tag, variant in node.variants.items()
            if not variant.betas and not variant.until and isinstance(variant.node, ObjectNode) and tag != node.untagged
        }
        return None if len(looks) == len(node.variants) and not any(looks.values()) else _Kinds(looks)

    def _object(self, node: ObjectNode, tag: str) -> Look | None:
        if not node.members and not node.closed and (node.rest is None or isinstance(node.rest, AnyNode)):
            return None
        if node.make is None and not node.closed and not any(member.betas or member.until for member in node.members.values()):
            return _validated(node)
        if node.make is None or node.make_by_tag or node.rest is not None:
            return _never
        names = names_of(node.make)
        looks: list[tuple[str, Look]] = []
        for name, member in node.members.items():
            if name == tag or name not in names:
                continue
            look = _never if member.betas or member.until else self._look(member.node)
            if look is not None:
                looks.append((names[name], look))
        return _members(looks) if looks else None


class _Kinds(dict[type, Look | None]):
    """What to look at, by the Struct's class; filled as classes are met."""

    def __init__(self, looks: dict[str, Look | None]) -> None:
        super().__init__()
        self._by_tag = looks

    def __missing__(self, kind: type) -> Look | None:
        config = getattr(kind, "__struct_config__", None)
        found = self[kind] = self._by_tag.get(config.tag, _never) if config is not None else _never
        return found


def _each(kinds: _Kinds) -> Look:
    def look(values: list[object] | None) -> bool:
        for value in values or ():
            one = kinds[type(value)]
            if one is not None and not one(value):
                return False
        return True

    return look


_PYTHON: dict[str, type] = {"string": str, "array": list, "object": Struct, "boolean": bool}


def _string(node: StringNode) -> Look | None:
    shape, shortest, longest = node.shape, node.shortest, node.longest
    if shortest is None and longest is None:
        return None if shape is None else lambda value: value is None or shape(value) is not None

    def look(value: str | None) -> bool:
        return value is None or (
            (shortest is None or len(value) >= shortest)
            and (longest is None or len(value) <= longest)
            and (shape is None or shape(value) is not None)
        )

    return look


def _validated(node: ObjectNode) -> Look:
    """An open object is converted unread; the validator itself reads it."""

    def look(value: object) -> bool:
        run = Run("", None)
        node.build(value, (), None, None, run)
        return not run.violations

    return look


def _members(looks: list[tuple[str, Look]]) -> Look:
    def look(value: Struct | None) -> bool:
        if value is not None:
            for name, one in looks:
                member = getattr(value, name)
                if member is not None and not one(member):
                    return False
        return True

    return look
