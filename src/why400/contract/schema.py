"""The request schemas of the contract, as typed nodes.

`load_schema("POST /v1/messages")` reads what `tools/build_schemas.py` built: stable and beta surface in one, with
marks that say which beta opens a place, until which API version it exists, and how certain a constraint is.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

import msgspec

from why400.contract import in_force

Standing = Literal["both", "openapi", "sdk", "overlay", "past"]
Limit: TypeAlias = int | float


class _Marks(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    nullable: bool = False
    """`null` is accepted here."""
    null_is_absent: bool = False
    """`null` counts as if the field were not there."""
    standing: Standing | None = msgspec.field(default=None, name="in")
    """Which sources have the place; None: as the place around it."""
    sure: dict[str, str] = msgspec.field(default_factory=dict)
    """Certainty of single constraints (`betas`, `max`, …): observed, documented, inferred; absent: as the contract."""
    disputed: tuple[str, ...] = ()
    """Constraints that sources contradict each other in: never more than a warning."""
    betas: tuple[str, ...] = ()
    """Any one of these opens the place; empty: none is needed."""
    beta_free: dict[str, str] = msgspec.field(default_factory=dict)
    """Models that need no beta for it, each with the date from which."""
    from_version: str | None = msgspec.field(default=None, name="from")
    """Exists from this API version on."""
    until: str | None = None
    """Does not exist from this API version on."""
    source: str | None = None
    """Evidence of a hand-kept correction."""
    name: str | None = None
    """How the API's paths name an option of a union (`container.ContainerParams`)."""


class String(_Marks, frozen=True, tag_field="kind", tag="string", gc=False):
    """Text; lengths in characters."""

    min: int | None = None
    max: int | None = None
    pattern: str | None = None


class Number(_Marks, frozen=True, tag_field="kind", tag="number", gc=False):
    """An integer or a float."""

    ge: Limit | None = None
    le: Limit | None = None
    gt: Limit | None = None
    lt: Limit | None = None
    also: tuple[Limit, ...] = ()
    """Values outside the range that are no fault of range."""


class Integer(_Marks, frozen=True, tag_field="kind", tag="integer", gc=False):
    """A JSON number without a fraction or exponent; 1.0 is none."""

    ge: Limit | None = None
    le: Limit | None = None
    gt: Limit | None = None
    lt: Limit | None = None
    also: tuple[Limit, ...] = ()
    """Values outside the range that are no fault of range."""


class Boolean(_Marks, frozen=True, tag_field="kind", tag="boolean", gc=False):
    """true or false."""


class Anything(_Marks, frozen=True, tag_field="kind", tag="any", gc=False):
    """Any JSON value, null included."""


class Enum(_Marks, frozen=True, tag_field="kind", tag="enum", gc=False):
    """One of some strings, in the order in which the API lists them; a constant is an enum of one."""

    values: tuple[str, ...]
    typed: bool = False
    """A value that is no string at all is reported as of a wrong type, not as none of the values."""
    value_betas: dict[str, tuple[str, ...]] = {}
    """Values that a beta opens."""


class Array(_Marks, frozen=True, tag_field="kind", tag="array", gc=False):
    """A list; lengths in items."""

    items: Node
    min: int | None = None
    max: int | None = None


class Object(_Marks, frozen=True, tag_field="kind", tag="object", gc=False):
    """An object with known fields, in the order in which the API reports them."""

    closed: bool
    """No other member is permitted."""
    fields: dict[str, Field] = {}
    rest: Node | None = None
    """What other members must be, when not closed; None: anything."""


class Tagged(_Marks, frozen=True, tag_field="kind", tag="tagged", gc=False):
    """A union of objects told apart by a constant field, variants in the order in which the API lists tags."""

    by: str
    variants: dict[str, Variant]
    untagged: str | None = None
    """The variant meant when the tag is absent or null."""


class Choice(_Marks, frozen=True, tag_field="kind", tag="choice", gc=False):
    """A union told apart by JSON type: at most one option a type."""

    options: tuple[Node, ...]


class Ref(_Marks, frozen=True, tag_field="kind", tag="ref", gc=False):
    """A named type: `schema.types[to]`."""

    to: str


Node: TypeAlias = String | Number | Integer | Boolean | Anything | Enum | Array | Object | Tagged | Choice | Ref


class Field(_Marks, frozen=True, gc=False):
    """A member of an object."""

    node: Node
    required: bool = False


class Variant(_Marks, frozen=True, gc=False):
    """An alternative of a tagged union: the type `to`."""

    to: str


class Sources(msgspec.Struct, frozen=True):
    """What a schema was built from."""

    sdk: str
    openapi: str


class Schema(msgspec.Struct, frozen=True):
    """The body of one endpoint's requests."""

    generator: str
    sources: Sources
    endpoint: str
    root: str
    types: dict[str, Node]
    inferred: bool = False
    """Whether it is known from the SDK's types alone, so that what breaks it warns."""
    closed: bool = False
    """Of an inferred one: whether a member that the body itself has not is refused for certain."""

    @property
    def body(self) -> Object:
        """The type of the body itself, which all endpoints of the Messages API have as one object."""
        body = self.types[self.root]
        assert isinstance(body, Object)
        return body

    def resolve(self, node: Node) -> Node:
        """The node itself, or the type that it refers to; marks of the reference are the caller's to keep."""
        while isinstance(node, Ref):
            node = self.types[node.to]
        return node

    def known_fields(self) -> tuple[str, ...]:
        """The body's top-level fields, in the order in which the API reports faults in them."""
        return tuple(self.body.fields)


_FILES = {
    "POST /v1/messages": "messages",
    "POST /v1/messages/count_tokens": "count_tokens",
    "POST /v1/messages/batches": "batches",
    "POST /v1/complete": "complete",
}

ENDPOINTS = tuple(_FILES)
"""The endpoints of the Messages API, whose request schemas state constraints too."""


class Bodies(msgspec.Struct, frozen=True):
    """The bodies of many endpoints, over types that they share."""

    roots: dict[str, str]
    """By endpoint."""
    types: dict[str, Node]


@cache
def load_schema(endpoint: str) -> Schema:
    """The packaged schema of an endpoint of the Messages API (`POST /v1/messages`, without a query). Raises KeyError for any other."""
    return msgspec.json.decode((_DATA / f"{_FILES[endpoint]}.json").read_bytes(), type=Schema)


_DATA = Path(__file__).parent.parent / "data" / "schemas"
_NO_SOURCES = Sources("", "")


@cache
def _refreshed(part: Literal["schemas", "bodies"]) -> Bodies | None:
    raw = in_force.part(part)
    return msgspec.json.decode(raw, type=Bodies) if raw is not None else None


@cache
def other_bodies() -> Bodies:
    """The bodies of all endpoints of the SDK that take JSON, beyond the Messages API."""
    refreshed = _refreshed("bodies")
    return refreshed if refreshed is not None else msgspec.json.decode((_DATA / "other.json").read_bytes(), type=Bodies)


@cache
def schema_in_force(endpoint: str) -> Schema:
    """The schema by which a body is judged: the packaged one or the user's own. Raises KeyError for an endpoint without any."""
    refreshed = _refreshed("schemas")
    if endpoint in _FILES:
        if refreshed is None:
            return load_schema(endpoint)
        return Schema("why400 contract build", _NO_SOURCES, endpoint, refreshed.roots[endpoint], refreshed.types)
    bodies = other_bodies()
    root = bodies.roots[endpoint]
    closed = "closed" in bodies.types[root].sure
    return Schema("", _NO_SOURCES, endpoint, root, bodies.types, inferred=True, closed=closed)
