"""The validator's objects: known members, each with its marks, closed or open to others."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from msgspec import Struct
from msgspec.structs import fields as struct_fields

from why400.check.nodes import AnyNode, CompileNode, EnumNode, Node, Run, Unsound, json_type
from why400.check.trail import Trail, names_of
from why400.contract import schema as contract

UNKNOWN_RANK = 10_000
"""Unknown members are reported behind all known ones of their object, in the order of the body."""


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
    beta_free: bool = False
    """Whether some models take it without a beta."""


def free_member(rank: int) -> Member:
    """An optional member that may be anything."""
    return Member(AnyNode(), rank, False, True, (), "", "", True, True)


class ObjectNode(Node):
    """An object with known members, closed or open."""

    __slots__ = ("closed", "make", "make_by_tag", "members", "names", "positional", "required", "rest", "sound")
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
                beta_free=bool(given.beta_free),
            )
            for rank, (name, given) in enumerate(spec.fields.items())
        }
        self.names = tuple(self.members)
        self.required = [name for name, member in self.members.items() if member.required]
        self.positional = () if make is None else tuple(one.encode_name for one in struct_fields(make) if one.required)
        """Members that the Struct cannot be made without, on whatever platform."""
        self.sound: Callable[[object], Struct | None] | None = None
        """Makes the view of a value that is certainly sound, for nodes of which there are many; None from it: not certain."""

    def build(self, value: object, up: Trail, key: str | int | None, rank: object, run: Run, tag: str = "") -> object:
        if not isinstance(value, dict):
            self.wrong_type(value, up, key, rank, run)
            return Unsound(value)
        trail = (up, key, rank)
        if self.sound is not None:
            made = self.sound(value)
            if made is not None:
                run.places.enter_whole(made, trail)
                return made
        members = self.members
        siblings: tuple[str, ...] | None = None  # one for all violations of this object
        kwargs: dict[str, object] = {}
        for position, (name, one) in enumerate(value.items()):
            if name == tag:
                continue
            member = members.get(name)
            if member is None:
                if self.rest is not None:
                    if one is None and self.rest.nullable:
                        continue
                    self.rest.build(one, trail, name, (UNKNOWN_RANK, position), run)
                elif self.closed:
                    siblings = siblings or tuple(value)
                    place = (trail, name, (UNKNOWN_RANK, position))
                    run.add(
                        "unknown", place, value=one, got=json_type(one), allowed=self.names, siblings=siblings,
                        renames=partial(self._suits_as, run.version, run.betas, one),
                    )  # fmt: skip
                continue
            if one is None and member.nullable:  # as if it were not there, also behind a beta: no refusal of a null has been seen
                continue
            if member.until and run.version >= member.until:
                self._gated("version", trail, name, member, one, run)
                continue  # this version knows no such member, so nothing asks what it holds
            if member.betas and not run.opened(member.betas):
                self._gated("beta", trail, name, member, one, run)
                if run.betas is not None and not member.beta_free:
                    continue
            before = len(run.violations)
            kwargs[name] = member.node.build(one, trail, name, member.rank, run)
            if one is None and len(run.violations) > before:
                run.violations[-1].optional = not member.required
        for name in self.required:
            if name not in value and name != tag:
                member = members[name]
                siblings = siblings or tuple(value)
                absent = (trail, name, member.rank)
                run.add(
                    "missing", absent, expected=member.node.expects, certain=member.certain, siblings=siblings,
                    allowed=member.node.open_values(run) if isinstance(member.node, EnumNode) else (),
                    renames=partial(_suits_from, value, member.node, run.version, run.betas),
                )  # fmt: skip
        if self.make is None:
            return kwargs if self.closed and not self.rest else value  # an open object is seen whole
        make = self.make_by_tag.get(str(value.get(tag)), self.make) if self.make_by_tag else self.make
        return self._struct(make, kwargs, trail, run)

    def _suits_as(self, version: str, betas: frozenset[str] | None, value: object, name: str) -> bool:
        """Whether the value could be meant for the member of that name."""
        member = self.members.get(name)
        return member is not None and member.node.suits(version, betas, value)

    def _struct(self, make: type[Struct], kwargs: dict[str, object], trail: Trail, run: Run) -> Struct:
        for name in self.positional:
            kwargs.setdefault(name, None)
        names = names_of(make)
        built = make(**{names[name]: one for name, one in kwargs.items() if name in names})
        run.places.enter(built, trail)
        return built

    @staticmethod
    def _gated(kind: str, trail: Trail, name: str, member: Member, value: object, run: Run) -> None:
        run.add(
            kind, (trail, name, (UNKNOWN_RANK, member.rank)), value=value, got=json_type(value), betas=member.betas,
            certain=member.gate_certain, limit=member.until or None,
        )  # fmt: skip

    def step(self, value: object, key: str | int) -> tuple[Node, tuple[str, ...], object] | None:
        member = self.members.get(str(key))
        if member is not None:
            return member.node, (str(key),), member.rank
        return self.rest or AnyNode(), (str(key),), UNKNOWN_RANK


def _suits_from(holder: Mapping[str, object], node: Node, version: str, betas: frozenset[str] | None, name: str) -> bool:
    """Whether what stands under that name could be meant for the node."""
    return name in holder and node.suits(version, betas, holder[name])


def gate_is_certain(marks: contract.Field | contract.Variant) -> bool:
    """Whether what the marks say of betas was observed or is documented."""
    return "?" not in marks.betas and marks.sure.get("betas", "documented") in ("observed", "documented")
