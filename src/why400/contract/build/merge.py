"""The union of two sources: the SDK's nodes are laid over the OpenAPI nodes, place by place.

A member, value or variant that either source has is accepted; limits stand in one source only and stay.
"""

from __future__ import annotations

from dataclasses import replace

from why400.contract.build.node import Member, Node, Types, json_class, tag_values
from why400.contract.build.sdk import sdk_name


class Merger:
    """Lays SDK types over `types` in two passes: first which type is which, then the union."""

    def __init__(self, types: Types, sdk: Types) -> None:
        self.types = types
        self._singles = _single_variants(types)
        self._sdk = sdk
        self._alias: dict[str, str] = {}
        self._paired: set[tuple[str, str]] = set()
        self._merged: set[tuple[str, str]] = set()
        self.notes: list[str] = []
        """Where the sources contradict each other and the wider one was taken."""

    def merge(self, root: str, sdk_root: str) -> None:
        """Merges one request type; call `pair` for all roots before the first merge."""
        if self._sdk[sdk_root].kind == "object":
            self._merge_types(root, sdk_root)
        else:
            self._merge_objects(Node("ref", to=root), Node("ref", to=sdk_root), root)

    def adopt(self, sdk: str) -> str:
        """Takes over an SDK type that has no counterpart here, with all that it refers to; its name here."""
        return self._adopt(Node("ref", set(self._sdk[sdk].sources), to=sdk)).to

    # -- pass 1: an SDK class and an OpenAPI type at the same place are one type

    def pair(self, name: str, sdk: str) -> None:
        """Notes that the SDK's type `sdk` is `name`, and what follows from it for the types below."""
        if (name, sdk) in self._paired:
            return
        self._paired.add((name, sdk))
        self._alias.setdefault(sdk, name)
        ours, theirs = self.types[name], self._sdk[sdk]
        if theirs.kind == "tagged":
            self._pair_objects(Node("ref", to=name), Node("ref", to=sdk))
        for key, member in theirs.fields.items():
            if key in ours.fields:
                self._pair_nodes(ours.fields[key].node, member.node)

    def _pair_nodes(self, ours: Node, theirs: Node) -> None:
        for a in _parts(ours):
            for b in _parts(theirs):
                if a.items is not None and b.items is not None:
                    self._pair_nodes(a.items, b.items)
                if a.rest is not None and b.rest is not None:
                    self._pair_nodes(a.rest, b.rest)
                self._pair_objects(a, b)

    def _pair_objects(self, a: Node, b: Node) -> None:
        ours, theirs = self._variants(a, self.types), self._variants(b, self._sdk)
        if a.kind == "ref" and not ours:
            for member in theirs.values():  # one object here, told apart by a field there (a message's role)
                self.pair(a.to, member.node.to)
            if b.kind == "ref" and not theirs:
                self.pair(a.to, b.to)
        for tag, member in theirs.items():
            if tag in ours:
                self.pair(ours[tag].node.to, member.node.to)

    def _variants(self, node: Node, types: Types) -> dict[str, Member]:
        target = types[node.to] if node.kind == "ref" else node
        if target.kind == "tagged":
            return target.variants
        tags = tag_values(target, "type") if node.kind == "ref" else []
        return {tag: Member(node, sources=set(node.sources)) for tag in tags}

    # -- pass 2

    def _merge_types(self, name: str, sdk: str) -> None:
        if (name, sdk) in self._merged:
            return
        self._merged.add((name, sdk))
        ours, theirs = self.types[name], self._sdk[sdk]
        ours.sources |= theirs.sources
        for key, member in theirs.fields.items():
            if key not in ours.fields:
                ours.fields[key] = Member(self._adopt(member.node), False, set(member.sources), dict(member.marks))
                continue
            mine = ours.fields[key]
            mine.sources |= member.sources
            if mine.required != member.required and not mine.node.pinned:
                self.notes.append(f"{name}.{key}: required {mine.required}, in the SDK {member.required}")
                mine.required = False
            mine.node = self._merge_nodes(mine.node, member.node, f"{name}.{key}")

    def _merge_nodes(self, a: Node, b: Node, where: str) -> Node:
        nullable = a.nullable or b.nullable
        if a.pinned and (json_class(a, self.types) != json_class(b, self._sdk) or a.kind in ("string", "enum", "integer", "number")):
            return a
        if "any" in (a.kind, b.kind):
            if a.kind != b.kind:
                self.notes.append(f"{where}: {a.kind}, in the SDK {b.kind}")
            return replace(a if a.kind == "any" else b, nullable=nullable, sources=a.sources | b.sources)
        parts = _parts(a)
        for theirs in _parts(b):
            kind = json_class(theirs, self._sdk)
            index = next((i for i, mine in enumerate(parts) if json_class(mine, self.types) == kind), None)
            if index is None:
                parts.append(self._adopt(theirs))
            else:
                parts[index] = self._merge_class(parts[index], theirs, where)
        if len(parts) == 1:
            parts[0].nullable = nullable
            return parts[0]
        made = Node("choice", a.sources | b.sources, nullable, options=parts)
        return replace(a, sources=made.sources, nullable=nullable, options=parts) if a.kind == "choice" else made

    def _merge_class(self, a: Node, b: Node, where: str) -> Node:
        sources = a.sources | b.sources
        a.sources |= b.sources
        if a.kind == "enum" and b.kind == "enum":
            for value, found in b.values.items():
                a.values.setdefault(value, set()).update(found)
        elif a.items is not None and b.items is not None:
            a.items = self._merge_nodes(a.items, b.items, f"{where}.*")
        elif json_class(a, self.types) == "object":
            return self._merge_objects(a, b, where)
        elif a.kind != b.kind:
            self.notes.append(f"{where}: {a.kind}, in the SDK {b.kind}")
            wide = {"string", "number"} & {a.kind, b.kind}
            return replace(a, kind=wide.pop(), values={}, sources=sources)
        return a

    def _merge_objects(self, a: Node, b: Node, where: str) -> Node:
        if "object" in (a.kind, b.kind):  # free objects
            if a.kind == b.kind == "object":
                if a.rest is not None and b.rest is not None:
                    a.rest = self._merge_nodes(a.rest, b.rest, f"{where}.*")
            else:
                self.notes.append(f"{where}: {a.kind}, in the SDK {b.kind}")
            return a
        theirs = self._variants(b, self._sdk)
        target = self.types[a.to] if a.kind == "ref" else a
        if target.kind == "object":
            by_type = bool(tag_values(target, "type"))
            if by_type and set(theirs) - set(tag_values(target, "type")):
                tagged = Node("tagged", set(a.sources), by="type")
                tags = tag_values(target, "type")
                tagged.variants = {tag: Member(replace(a), sources=set(a.sources)) for tag in tags}
                return self._merge_objects(tagged, b, where)
            for one in [m.node.to for m in theirs.values()] or [b.to]:
                self._merge_types(a.to, one)
            return a
        their_union = self._sdk[b.to] if b.kind == "ref" else b
        for tag, member in theirs.items():
            if tag in target.variants:
                target.variants[tag].sources |= member.sources
                self._merge_types(target.variants[tag].node.to, member.node.to)
            else:
                target.variants[tag] = Member(self._adopt(member.node), sources=set(member.sources), marks=dict(member.marks))
        target.untagged = target.untagged or (their_union.untagged if their_union.kind == "tagged" else None)
        return a

    def _adopt(self, node: Node) -> Node:
        """A node that only the SDK has, with its types under their names here."""
        if node.kind == "ref":
            tagged = self._tagged_alone(node)
            if tagged is not None:
                return tagged
            name = self._alias.setdefault(node.to, sdk_name(node.to))
            if self._sdk[node.to].kind != "object":  # a named union, of an earlier contract
                self._adopt_union(name, node)
            elif name not in self.types:
                self.types[name] = Node("object", set(), closed=self._sdk[node.to].closed)
                theirs = self._sdk[node.to]
                self._merged.add((name, node.to))
                self.types[name].sources |= theirs.sources
                for key, member in theirs.fields.items():
                    self.types[name].fields[key] = Member(
                        self._adopt(member.node), member.required, set(member.sources), dict(member.marks)
                    )
            else:
                self._merge_types(name, node.to)
            return replace(node, to=name, sources=set(node.sources))
        return replace(
            node,
            sources=set(node.sources),
            values={value: set(found) for value, found in node.values.items()},
            items=None if node.items is None else self._adopt(node.items),
            rest=None if node.rest is None else self._adopt(node.rest),
            options=[self._adopt(option) for option in node.options],
            variants={tag: Member(self._adopt(m.node), m.required, set(m.sources), dict(m.marks)) for tag, m in node.variants.items()},
        )

    def _adopt_union(self, name: str, node: Node) -> None:
        if (name, node.to) in self._merged:
            return
        self._merged.add((name, node.to))
        if name in self.types:
            self._merge_objects(Node("ref", to=name), node, name)
        else:
            self.types[name] = Node(self._sdk[node.to].kind)  # a placeholder first: unions may be recursive
            self.types[name] = self._adopt(self._sdk[node.to])

    def _tagged_alone(self, node: Node) -> Node | None:
        """A type that OpenAPI writes as a union of one (cache control: its tag stands in paths) is one here too."""
        name = self._alias.get(node.to)
        if name is None or name not in self._singles:
            return None
        member = Member(Node("ref", set(node.sources), to=name), sources=set(node.sources))
        return Node("tagged", set(node.sources), node.nullable, by="type", variants={self._singles[name]: member})


def _single_variants(types: Types) -> dict[str, str]:
    """Types that stand in a tagged union of one variant, with their tag."""
    found: dict[str, str] = {}
    for node in types.values():
        for member in node.fields.values():
            if member.node.kind == "tagged" and len(member.node.variants) == 1:
                tag, variant = next(iter(member.node.variants.items()))
                found[variant.node.to] = tag
    return found


def _parts(node: Node) -> list[Node]:
    return list(node.options) if node.kind == "choice" else [node]
