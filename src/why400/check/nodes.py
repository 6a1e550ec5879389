"""The contract's validator: one pass over plain JSON that yields every violation and builds the typed view of what is sound.

Compiled from the schema's form once per endpoint. Nothing here words anything: a rule claims each violation.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from msgspec import Struct

from why400.check.trail import Keys, NodePlaces, Trail, unfold
from why400.contract import schema as contract
from why400.rules import Violation

__all__ = ["Keys", "Node", "Run", "Unsound"]


class Unsound(Struct, tag="unsound"):
    """Stands in the typed view for a node that is not what any variant of its place may be."""

    raw: object = None
    role: str = ""

    def __getattr__(self, name: str) -> None:
        """Members that are not sound are None, whatever their names."""
        if name.startswith("__"):
            raise AttributeError(name)


_ROOT: Trail = ((), (), ())


@dataclass(slots=True)
class Run:
    """What one validation needs and gathers."""

    version: str
    betas: frozenset[str] | None
    violations: list[Violation] = field(default_factory=list)
    places: NodePlaces = field(default_factory=NodePlaces)
    open_tags: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """By union's id: the tags that are open in this request; worked out once, for they are listed with every fault."""

    def opened(self, betas: tuple[str, ...]) -> bool:
        """Whether a member behind these betas is open in this request."""
        return not betas or (self.betas is not None and any(beta in self.betas for beta in betas))

    def add(self, kind: str, trail: Trail, below: str | None = None, **facts: Any) -> Violation:
        """Notes a violation; `below` is a key that its pointer has beyond its path."""
        keys, path, order = unfold(trail)
        made = Violation(kind, keys if below is None else (*keys, below), path, order, **facts)
        self.violations.append(made)
        return made


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

    def build(self, value: object, up: Trail, key: str | int | None, rank: object, run: Run) -> object:
        """The sound view of the value, after its violations have been added to the run.

        Its place is `key` in the holder whose trail is `up`, with that rank; for the root all three are `()`.
        """
        raise AssertionError

    def step(self, value: object, key: str | int) -> "tuple[Node, tuple[str, ...], object] | None":
        """The node one key below, what the API prints for the way there, and its rank; None where there is none."""
        del value, key
        return None

    def wrong_type(self, value: object, up: Trail, key: str | int | None, rank: object, run: Run, branch: str = "") -> None:
        """Adds the violation that the value is of another type."""
        trail = (up, key, rank)
        run.add(
            "type", (trail, None, branch) if branch else trail, value=value, expected=self.expects, got=json_type(value), branch=branch,
            takes=partial(self.takes, run.version, run.betas),
        )  # fmt: skip

    def takes(self, version: str, betas: frozenset[str] | None, value: object) -> bool:
        """Whether nothing is certainly wrong with the value if it stood here."""
        return not self._faults_of(version, betas, value)

    def suits(self, version: str, betas: frozenset[str] | None, value: object) -> bool:
        """Whether the value could be meant for this place, whatever may be wrong inside it."""
        return all(one.pointer for one in self._faults_of(version, betas, value))

    def _faults_of(self, version: str, betas: frozenset[str] | None, value: object) -> list[Violation]:
        alone = Run(version, betas)
        self.build(value, (), None, None, alone)
        return [one for one in alone.violations if one.certain]


class AnyNode(Node):
    """Accepts everything."""

    __slots__ = ()

    def build(self, value: object, up: Trail, key: str | int | None, rank: object, run: Run) -> object:
        return value


class StringNode(Node):
    """A string, perhaps with bounds on its length and a pattern."""

    __slots__ = ("longest", "pattern", "shape", "shortest")
    expects = "string"

    def __init__(self, spec: contract.String) -> None:
        super().__init__(spec)
        self.shortest, self.longest, self.pattern = spec.min, spec.max, spec.pattern or ""
        # a pattern's `$` means the end, not a place before a final newline
        self.shape: Callable[[str], object] | None = re.compile(re.sub(r"\$$", r"\\Z", self.pattern)).search if self.pattern else None

    def build(self, value: object, up: Trail, key: str | int | None, rank: object, run: Run) -> object:
        if not isinstance(value, str):
            self.wrong_type(value, up, key, rank, run)
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
            run.add(
                kind, (up, key, rank), value=value, expected="string", got=str(len(value)), limit=limit, bound=bound,
                pattern=self.pattern, certain=bound not in self.disputed,
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

    def build(self, value: object, up: Trail, key: str | int | None, rank: object, run: Run) -> object:
        if isinstance(value, bool) or not isinstance(value, int | float) or (self.whole and not isinstance(value, int)):
            self.wrong_type(value, up, key, rank, run)
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
                run.add(
                    "range", (up, key, rank), value=value, expected=self.expects, got=str(value), limit=limit, bound=name,
                    certain=name not in self.disputed,
                )  # fmt: skip
                return None
        return value


class BooleanNode(Node):
    """true or false."""

    __slots__ = ()
    expects = "boolean"

    def build(self, value: object, up: Trail, key: str | int | None, rank: object, run: Run) -> object:
        if isinstance(value, bool):
            return value
        self.wrong_type(value, up, key, rank, run)
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

    def build(self, value: object, up: Trail, key: str | int | None, rank: object, run: Run) -> object:
        if isinstance(value, str) and value in self.values and (value not in self.betas or run.opened(self.betas[value])):
            return value
        if self.typed and not isinstance(value, str):
            self.wrong_type(value, up, key, rank, run)
            return None
        gate = self.betas.get(value, ()) if isinstance(value, str) else ()
        run.add(
            "beta-value" if gate else "enum", (up, key, rank), value=value, expected="string", got=json_type(value), betas=gate,
            allowed=self.open_values(run), certain="values" not in self.disputed and not (gate and run.betas is None),
        )  # fmt: skip
        return value if isinstance(value, str) else None

    def open_values(self, run: Run) -> tuple[str, ...]:
        """The values that the API lists: those that are open in this request."""
        if not self.betas:
            return self.values
        return tuple(one for one in self.values if one not in self.betas or run.opened(self.betas[one]))


class ArrayNode(Node):
    """A list of items of one kind."""

    __slots__ = ("items", "longest", "shortest")
    expects = "array"

    def __init__(self, spec: contract.Array, compile_node: CompileNode) -> None:
        super().__init__(spec)
        self.shortest, self.longest = spec.min, spec.max
        self.items = compile_node(spec.items)

    def build(self, value: object, up: Trail, key: str | int | None, rank: object, run: Run) -> object:
        if not isinstance(value, list):
            self.wrong_type(value, up, key, rank, run)
            return None
        count = len(value)
        if (self.shortest is not None and count < self.shortest) or (self.longest is not None and count > self.longest):
            low = self.shortest is not None and count < self.shortest
            bound = "min" if low else "max"
            run.add(
                "length", (up, key, rank), value=value, expected="array", got=str(count),
                limit=self.shortest if low else self.longest, bound=bound, certain=bound not in self.disputed,
            )  # fmt: skip
        item, trail = self.items.build, (up, key, rank)
        return [item(one, trail, i, i, run) for i, one in enumerate(value)]

    def step(self, value: object, key: str | int) -> tuple[Node, tuple[str, ...], object] | None:
        return (self.items, (str(key),), key) if isinstance(key, int) else None
