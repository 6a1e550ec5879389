"""The validator's unions: by a tag member, or by JSON type. Only one branch ever reports."""

from collections.abc import Mapping
from dataclasses import dataclass

from why400.check.nodes import CompileNode, Node, Run, Unsound, json_type
from why400.check.objects import ObjectNode, gate_is_certain
from why400.check.trail import Trail
from why400.contract import schema as contract


@dataclass(slots=True)
class Variant:
    """One variant of a tagged union."""

    node: Node
    betas: tuple[str, ...]
    until: str
    gate_certain: bool


class TaggedNode(Node):
    """An object whose tag member names its variant; the tag stands in the API's paths."""

    __slots__ = ("by", "untagged", "variants")
    expects = "object"

    def __init__(self, spec: contract.Tagged, compile_node: CompileNode) -> None:
        super().__init__(spec)
        self.by = spec.by
        self.untagged = spec.untagged or ""
        self.variants = {
            tag: Variant(compile_node(contract.Ref(to=given.to)), given.betas, given.until or "", gate_is_certain(given))
            for tag, given in spec.variants.items()
        }

    def tag_of(self, value: Mapping[str, object]) -> object:
        """The tag of the value, or the one that stands for none."""
        tag = value.get(self.by)
        return self.untagged if tag is None and self.untagged else tag

    def build(self, value: object, up: Trail, key: str | int | None, rank: object, run: Run) -> object:
        if not isinstance(value, dict):
            self.wrong_type(value, up, key, rank, run)
            return Unsound(value)
        tag = self.tag_of(value)
        trail = (up, key, rank)
        if tag is None and self.by not in value:
            place = (trail, self.by, ())
            run.add("missing", place, expected="string", allowed=self.open_tags(run), by=self.by, siblings=tuple(value))
            return Unsound(value)
        variant = self.variants.get(tag) if isinstance(tag, str) else None
        if variant is None or (variant.until and run.version >= variant.until):
            self._refuse("tag", tag, (), True, trail, run)
            return Unsound(value)
        if not run.opened(variant.betas):
            self._refuse("beta-tag", tag, variant.betas, variant.gate_certain, trail, run)
            if run.betas is not None:
                return Unsound(value)
        assert isinstance(tag, str)
        inner = variant.node
        if isinstance(inner, ObjectNode):
            return inner.build(value, trail, None, tag, run, self.by)
        return inner.build(value, trail, None, tag, run)

    def open_tags(self, run: Run) -> tuple[str, ...]:
        """The tags that the API lists: those that are open in this request."""
        found = run.open_tags.get(id(self))
        if found is None:
            variants = self.variants.items()
            found = tuple(tag for tag, one in variants if run.opened(one.betas) and not (one.until and run.version >= one.until))
            run.open_tags[id(self)] = found
        return found

    def _refuse(self, kind: str, tag: object, betas: tuple[str, ...], certain: bool, trail: Trail, run: Run) -> None:
        run.add(kind, trail, self.by, value=tag, got=json_type(tag), allowed=self.open_tags(run), by=self.by, betas=betas, certain=certain)

    def step(self, value: object, key: str | int) -> tuple[Node, tuple[str, ...], object] | None:
        if not isinstance(value, dict):
            return None
        tag = self.tag_of(value)
        variant = self.variants.get(tag) if isinstance(tag, str) else None
        if variant is None:
            return None
        below = variant.node.step(value, key)
        if below is None or key == self.by:
            return below
        return below[0], (str(tag), *below[1]), below[2]


class ChoiceNode(Node):
    """A union without a tag, chosen by JSON type; where none fits, the array's (or the first) branch reports."""

    __slots__ = ("expects", "fallback", "names", "options")

    def __init__(self, spec: contract.Choice, compile_node: CompileNode) -> None:
        super().__init__(spec)
        self.options: dict[str, Node] = {}
        self.names: dict[str, str] = {}
        for option in spec.options:
            node = compile_node(option)
            kind = node.expects or "any"
            self.options.setdefault(kind, node)
            self.names[kind] = option.name or ""
        self.fallback = next((kind for kind in ("array", "object") if kind in self.options), next(iter(self.options)))
        self.expects = self.fallback

    def chosen(self, value: object) -> Node | None:
        """The option for the value's JSON type."""
        kind = json_type(value)
        return self.options.get(kind) or (self.options.get("number") if kind == "integer" else None) or self.options.get("any")

    def build(self, value: object, up: Trail, key: str | int | None, rank: object, run: Run) -> object:
        if value is None and self.nullable:
            return None
        option = self.chosen(value)
        if option is None:
            self.options[self.fallback].wrong_type(value, up, key, rank, run, self.names[self.fallback])
            return None
        name = self.names.get(json_type(value), "")
        return option.build(value, (up, key, rank), None, name, run) if name else option.build(value, up, key, rank, run)

    def step(self, value: object, key: str | int) -> tuple[Node, tuple[str, ...], object] | None:
        option = self.chosen(value)
        below = option.step(value, key) if option else None
        name = self.names.get(json_type(value), "")
        return (below[0], (name, *below[1]), below[2]) if below and name else below
