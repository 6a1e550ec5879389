"""The contract's validator: one pass over plain JSON that yields every violation and builds the typed view of what is sound.

Compiled from the schema's form once per endpoint. Nothing here words anything: a rule claims each violation.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from msgspec import Struct
from msgspec.structs import fields as struct_fields

from why400.contract import schema as contract
from why400.rules import Violation

Keys = tuple[str | int, ...]
Printed = tuple[str, ...]
Order = tuple[object, ...]

UNKNOWN_RANK = 10_000
"""Unknown members are reported behind all known ones of their object, in the order of the body."""


class Unsound(Struct, tag="unsound"):
    """Stands in the typed view for a node that is not what any variant of its place may be."""

    raw: object = None
    role: str = ""
    content: None = None
    cache_control: None = None


@dataclass(slots=True)
class Run:
    """What one validation needs and gathers."""

    version: str
    betas: frozenset[str] | None
    violations: list[Violation] = field(default_factory=list)
    places: dict[int, Keys] = field(default_factory=dict)
    keep: list[object] = field(default_factory=list)
    """Holds the nodes, so that an id stays the node's own."""

    def opened(self, betas: tuple[str, ...]) -> bool:
        """Whether a member behind these betas is open in this request."""
        return not betas or (self.betas is not None and any(beta in self.betas for beta in betas))


def json_type(value: object) -> str:
    """The JSON type's name: null boolean integer number string array object."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    return _TYPES.get(type(value), "object")


_TYPES: dict[type, str] = {int: "integer", float: "number", str: "string", list: "array", dict: "object"}


CompileNode = Callable[[contract.Node], "Node"]


class Node:
    """One place of the schema."""

    __slots__ = ("disputed", "nullable")
    expects = ""
    """The JSON type that is wanted."""

    def __init__(self, spec: contract.Node | None = None) -> None:
        self.nullable = spec is not None and (spec.nullable or spec.null_is_absent)
        self.disputed = frozenset(spec.disputed) if spec is not None else frozenset()

    def build(self, value: object, at: Keys, printed: Printed, order: Order, run: Run) -> object:
        """The sound view of the value, after its violations have been added to the run."""
        raise AssertionError

    def step(self, value: object, key: str | int) -> "tuple[Node, tuple[str, ...], object] | None":
        """The node one key below, what the API prints for the way there, and its rank; None where there is none."""
        del value, key
        return None

    def wrong_type(self, value: object, at: Keys, printed: Printed, order: Order, run: Run, branch: str = "") -> None:
        """Adds the violation that the value is of another type."""
        run.violations.append(
            Violation(
                "type", at, ".".join((*printed, branch) if branch else printed), order,
                value=value, expected=self.expects, got=json_type(value), branch=branch,
            )
        )  # fmt: skip


class AnyNode(Node):
    """Accepts everything."""

    __slots__ = ()

    def build(self, value: object, at: Keys, printed: Printed, order: Order, run: Run) -> object:
        return value


class StringNode(Node):
    """A string, perhaps with bounds on its length and a pattern."""

    __slots__ = ("longest", "pattern", "shape", "shortest")
    expects = "string"

    def __init__(self, spec: contract.String) -> None:
        super().__init__(spec)
        self.shortest, self.longest, self.pattern = spec.min, spec.max, spec.pattern or ""
        # a pattern's `$` means the end, not a place before a final newline
        self.shape: Callable[[str], object] | None = (
            re.compile(re.sub(r"\$$", r"\\Z", self.pattern)).search if self.pattern else None
        )

    def build(self, value: object, at: Keys, printed: Printed, order: Order, run: Run) -> object:
        if not isinstance(value, str):
            self.wrong_type(value, at, printed, order, run)
            return None
        broken: tuple[str, str, object] | None = None
        if self.shortest is not None and len(value) < self.shortest:
            broken = ("length", "min", self.shortest)
        elif self.longest is not None and len(value) > self.longest:
            broken = ("length", "max", self.longest)
        elif self.shape is not None and not self.shape(value):
            broken = ("pattern", "pattern", self.pattern)
        if broken is not None:
            kind, bound, limit = broken
            run.violations.append(
                Violation(
                    kind, at, ".".join(printed), order, value=value, expected="string", got=str(len(value)), limit=limit, bound=bound,
                    pattern=self.pattern, certain=bound not in self.disputed,
                )
            )  # fmt: skip
        return value


class NumberNode(Node):
    """An integer or a number, perhaps with bounds."""

    __slots__ = ("also", "bounds", "expects", "whole")

    def __init__(self, spec: contract.Number | contract.Integer) -> None:
        super().__init__(spec)
        self.whole = isinstance(spec, contract.Integer)
        self.expects = "integer" if self.whole else "number"
        given = (("ge", spec.ge), ("gt", spec.gt), ("le", spec.le), ("lt", spec.lt))
        self.bounds = [(name, limit) for name, limit in given if limit is not None]
        self.also = spec.also

    def build(self, value: object, at: Keys, printed: Printed, order: Order, run: Run) -> object:
        if isinstance(value, bool) or not isinstance(value, int | float) or (self.whole and not isinstance(value, int)):
            self.wrong_type(value, at, printed, order, run)
            if isinstance(value, float) and value.is_integer():
                run.violations[-1].certain = False  # 5.0 for an integer has not been observed to be refused
            return None
        if value in self.also:
            return value
        for name, limit in self.bounds:
            if (
                (name == "ge" and value < limit)
                or (name == "gt" and value <= limit)
                or (name == "le" and value > limit)
                or (name == "lt" and value >= limit)
            ):
                run.violations.append(
                    Violation(
                        "range", at, ".".join(printed), order, value=value, expected=self.expects, got=str(value), limit=limit,
                        bound=name, certain=name not in self.disputed,
                    )
                )  # fmt: skip
                return None
        return value


class BooleanNode(Node):
    """true or false."""

    __slots__ = ()
    expects = "boolean"

    def build(self, value: object, at: Keys, printed: Printed, order: Order, run: Run) -> object:
        if isinstance(value, bool):
            return value
        self.wrong_type(value, at, printed, order, run)
        return None


class EnumNode(Node):
    """One of some values, of which a beta may open some."""

    __slots__ = ("betas", "typed", "values")
    expects = "string"

    def __init__(self, spec: contract.Enum) -> None:
        super().__init__(spec)
        self.values = spec.values
        self.typed = spec.typed
        self.betas = spec.value_betas

    def build(self, value: object, at: Keys, printed: Printed, order: Order, run: Run) -> object:
        if (
            isinstance(value, str)
            and value in self.values
            and (value not in self.betas or run.opened(self.betas[value]))
        ):
            return value
        if self.typed and not isinstance(value, str):
            self.wrong_type(value, at, printed, order, run)
            return None
        gated = isinstance(value, str) and value in self.betas and run.betas is None
        run.violations.append(
            Violation(
                "enum", at, ".".join(printed), order, value=value, expected="string", got=json_type(value),
                allowed=tuple(one for one in self.values if one not in self.betas or run.opened(self.betas[one])),
                certain="values" not in self.disputed and not gated,
            )
        )  # fmt: skip
        return value if isinstance(value, str) else None


class ArrayNode(Node):
    """A list of items of one kind."""

    __slots__ = ("items", "longest", "shortest")
    expects = "array"

    def __init__(self, spec: contract.Array, compile_node: CompileNode) -> None:
        super().__init__(spec)
        self.shortest, self.longest = spec.min, spec.max
        self.items = compile_node(spec.items)

    def build(self, value: object, at: Keys, printed: Printed, order: Order, run: Run) -> object:
        if not isinstance(value, list):
            self.wrong_type(value, at, printed, order, run)
            return None
        count = len(value)
        if (self.shortest is not None and count < self.shortest) or (self.longest is not None and count > self.longest):
            low = self.shortest is not None and count < self.shortest
            bound = "min" if low else "max"
            run.violations.append(
                Violation(
                    "length", at, ".".join(printed), order, value=value, expected="array", got=str(count),
                    limit=self.shortest if low else self.longest, bound=bound, certain=bound not in self.disputed,
                )
            )  # fmt: skip
        item = self.items.build
        return [item(one, (*at, i), (*printed, str(i)), (*order, i), run) for i, one in enumerate(value)]

    def step(self, value: object, key: str | int) -> tuple[Node, tuple[str, ...], object] | None:
        return (self.items, (str(key),), key) if isinstance(key, int) else None


@dataclass(slots=True)
class Member:
    """One member of an object."""

    node: Node
    rank: int
    required: bool
    nullable: bool
    betas: tuple[str, ...]
    until: str
    since: str
    certain: bool
    gate_certain: bool
    """Whether it is evidenced that the member is refused without one of its betas."""


def free_member(rank: int) -> Member:
    """An optional member that may be anything."""
    return Member(AnyNode(), rank, False, True, (), "", "", True, True)


class ObjectNode(Node):
    """An object with known members, closed or open."""

    __slots__ = ("closed", "make", "make_by_tag", "members", "positional", "required", "rest")
    expects = "object"

    def __init__(
        self,
        spec: contract.Object,
        compile_node: CompileNode,
        make: type[Struct] | None,
        make_by_tag: Mapping[str, type[Struct]] | None = None,
    ) -> None:
        super().__init__(spec)
        self.make = make
        self.make_by_tag = make_by_tag or {}
        self.closed = spec.closed
        self.rest = compile_node(spec.rest) if spec.rest is not None else None
        self.members = {
            name: Member(
                node=compile_node(given.node),
                rank=rank,
                required=given.required,
                nullable=given.nullable or given.null_is_absent or given.node.nullable or given.node.null_is_absent,
                betas=given.betas,
                until=given.until or "",
                since=given.from_version or "",
                certain="required" not in given.disputed,
                gate_certain=gate_is_certain(given),
            )
            for rank, (name, given) in enumerate(spec.fields.items())
        }
        self.required = [name for name, member in self.members.items() if member.required]
        self.positional = () if make is None else tuple(one.encode_name for one in struct_fields(make) if one.required)
        """Members that the Struct cannot be made without, on whatever platform."""

    def build(self, value: object, at: Keys, printed: Printed, order: Order, run: Run, tag: str = "") -> object:
        if not isinstance(value, dict):
            self.wrong_type(value, at, printed, order, run)
            return Unsound(value)
        members = self.members
        kwargs: dict[str, object] = {}
        for position, (name, one) in enumerate(value.items()):
            if name == tag:
                continue
            member = members.get(name)
            if member is None:
                self._unknown(value, name, position, at, printed, order, run)
                continue
            if member.until and run.version >= member.until:
                self._gated("version", name, member, one, at, printed, order, run)
            elif member.betas and not run.opened(member.betas):
                self._gated("beta", name, member, one, at, printed, order, run)
                if run.betas is not None:
                    continue
            if one is None and member.nullable:
                continue
            before = len(run.violations)
            kwargs[name] = member.node.build(one, (*at, name), (*printed, name), (*order, member.rank), run)
            if one is None and len(run.violations) > before:
                run.violations[-1].optional = not member.required
        for name in self.required:
            if name not in value and name != tag:
                member = members[name]
                run.violations.append(
                    Violation(
                        "missing", (*at, name), ".".join((*printed, name)), (*order, member.rank), expected=member.node.expects,
                        certain=member.certain, siblings=tuple(value),
                    )
                )  # fmt: skip
        if self.make is None:
            return kwargs if self.closed and not self.rest else value  # an open object is seen whole
        return self._struct(self.make_by_tag.get(str(value.get(tag)), self.make), kwargs, at, run)

    def _struct(self, make: type[Struct], kwargs: dict[str, object], at: Keys, run: Run) -> Struct:
        for name in self.positional:
            kwargs.setdefault(name, None)
        names = STRUCT_NAMES.get(make)
        if names is None:
            config = make.__struct_encode_fields__
            names = STRUCT_NAMES[make] = dict(zip(config, make.__struct_fields__, strict=True))
        built = make(**{names[name]: one for name, one in kwargs.items() if name in names})
        run.places[id(built)] = at
        run.keep.append(built)
        return built

    def _unknown(
        self, value: Mapping[str, object], name: str, position: int, at: Keys, printed: Printed, order: Order, run: Run
    ) -> None:
        if self.rest is not None:
            self.rest.build(value[name], (*at, name), (*printed, name), (*order, UNKNOWN_RANK, position), run)
        elif self.closed:
            run.violations.append(
                Violation(
                    "unknown", (*at, name), ".".join((*printed, name)), (*order, UNKNOWN_RANK, position), value=value[name],
                    got=json_type(value[name]), allowed=tuple(self.members), siblings=tuple(value),
                )
            )  # fmt: skip

    @staticmethod
    def _gated(
        kind: str, name: str, member: Member, value: object, at: Keys, printed: Printed, order: Order, run: Run
    ) -> None:
        position = (*order, UNKNOWN_RANK, member.rank) if not kind.startswith("tag") else order
        run.violations.append(
            Violation(
                kind, (*at, name), ".".join((*printed, name)), position, value=value, got=json_type(value), betas=member.betas,
                certain=member.gate_certain, limit=member.until or None,
            )
        )  # fmt: skip

    def step(self, value: object, key: str | int) -> tuple[Node, tuple[str, ...], object] | None:
        member = self.members.get(str(key))
        if member is not None:
            return member.node, (str(key),), member.rank
        position = list(value).index(key) if isinstance(value, dict) and key in value else 0
        return self.rest or AnyNode(), (str(key),), (UNKNOWN_RANK, position)


STRUCT_NAMES: dict[type[Struct], dict[str, str]] = {}


def gate_is_certain(marks: contract.Field | contract.Variant) -> bool:
    """Whether what the marks say of betas was observed or is documented."""
    return "?" not in marks.betas and marks.sure.get("betas", "documented") in ("observed", "documented")
