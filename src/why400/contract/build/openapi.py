"""OpenAPI document -> nodes. Stable and beta schemas of one name become one type."""

from __future__ import annotations

from typing import cast

from why400.contract.build.node import Json, Member, Node, Types, canonical, json_class, tag_values

_LIMITS = {
    "minLength": "min", "maxLength": "max", "minItems": "min", "maxItems": "max", "pattern": "pattern",
    "minimum": "ge", "maximum": "le", "exclusiveMinimum": "gt", "exclusiveMaximum": "lt",
}  # fmt: skip


class OpenApi:
    """Reads schemas of one document into `types`; every read schema adds its source to what it meets."""

    def __init__(self, document: Json) -> None:
        components = cast("dict[str, Json]", document["components"])
        self._schemas = cast("dict[str, Json]", components["schemas"])
        self.types: Types = {}
        self._done: set[str] = set()

    def root(self, name: str) -> str:
        """Reads the request schema `name` (an object) and all it refers to; the name of its type."""
        source = "openapi-beta" if name.startswith("Beta") else "openapi-stable"
        return self._named(name, source).to

    def _named(self, name: str, source: str) -> Node:
        schema = self._schemas[name]
        unions = schema.get("oneOf") or ("discriminator" in schema and schema.get("type") != "object")
        if schema.get("type") != "object" and not unions:
            return self._convert(schema, source)
        known = canonical(name)
        if name not in self._done:
            self._done.add(name)
            # a placeholder first: schemas may be recursive
            self.types.setdefault(known, Node("object" if schema.get("type") == "object" else "tagged"))
            node = self._convert(schema, source)
            _merge_same(self.types[known], node, source)
        return Node("ref", {source}, to=known)

    def _convert(self, schema: Json, source: str) -> Node:
        if "$ref" in schema:
            return self._named(str(schema["$ref"]).rsplit("/", 1)[1], source)
        if "anyOf" in schema or "oneOf" in schema:
            return self._union(schema, source)
        if "const" in schema or "enum" in schema:
            values = cast("list[str]", schema.get("enum") or [schema["const"]])
            return Node("enum", {source}, values={value: {source} for value in values})
        limits: Json = {_LIMITS[key]: value for key, value in schema.items() if key in _LIMITS}
        match schema.get("type"):
            case None:
                return Node("any", {source})
            case "array":
                items = self._convert(cast("Json", schema.get("items", {})), source)
                return Node("array", {source}, limits={k: v for k, v in limits.items() if v != 0}, items=items)
            case "object":
                return self._object(schema, source)
            case kind:
                return Node(str(kind), {source}, limits=limits)

    def _object(self, schema: Json, source: str) -> Node:
        required = cast("list[str]", schema.get("required", []))
        properties = cast("dict[str, Json]", schema.get("properties", {}))
        fields = {name: Member(self._convert(sub, source), name in required, {source}) for name, sub in properties.items()}
        extra = schema.get("additionalProperties", True)
        rest = self._convert(cast("Json", extra), source) if isinstance(extra, dict) else None
        return Node("object", {source}, fields=fields, closed=extra is False, rest=rest)

    def _union(self, schema: Json, source: str) -> Node:
        parts = cast("list[Json]", schema.get("anyOf") or schema["oneOf"])
        nullable = any(part.get("type") == "null" for part in parts)
        options = [self._convert(part, source) for part in parts if part.get("type") != "null"]
        by = cast("Json", schema.get("discriminator", {})).get("propertyName")
        node = union(options, source, self.types, str(by) if by else None)
        node.nullable = node.nullable or nullable
        return node


def union(options: list[Node], source: str, types: Types, by: str | None) -> Node:
    """One node for several: consts join, plain strings swallow them, objects become variants by their tag."""
    kept: list[Node] = []
    for option in options:
        twin = next((other for other in kept if json_class(other, types) == json_class(option, types)), None)
        if twin is None:
            kept.append(option)
        elif {twin.kind, option.kind} <= {"string", "enum"}:
            if twin.kind == "enum" and option.kind == "enum":
                twin.values.update(option.values)
            elif twin.kind == "enum":
                kept[kept.index(twin)] = option
        elif json_class(twin, types) == "object":
            kept[kept.index(twin)] = _variants([twin, option], source, types, by or "type")
        elif twin.kind == "boolean":
            pass
        else:
            raise ValueError(f"union of two {twin.kind} nodes")
    if len(kept) == 1 and by and kept[0].kind == "ref" and types[kept[0].to].kind == "object":
        kept = [_variants(kept, source, types, by)]
    return kept[0] if len(kept) == 1 else Node("choice", {source}, options=kept)


def _variants(options: list[Node], source: str, types: Types, by: str) -> Node:
    tagged = Node("tagged", {source}, by=by)
    for option in options:
        if option.kind == "tagged":
            tagged.variants.update(option.variants)
            tagged.untagged = tagged.untagged or option.untagged
            continue
        if option.kind == "object" and not option.fields:
            continue  # a free object beside typed ones says nothing
        target = types[option.to]
        if target.kind == "tagged":
            tagged.variants.update(target.variants)
            tagged.untagged = tagged.untagged or target.untagged
            continue
        tags = tag_values(target, by)
        if not tags:
            raise ValueError(f"{option.to} has no constant field {by!r}")
        member = target.fields[by]
        if member.node.nullable or not member.required:
            tagged.untagged = tags[0]
        tagged.variants.update({tag: Member(option, sources={source}) for tag in tags})
    return tagged


def _merge_same(into: Node, node: Node, source: str) -> None:
    """Stable and beta form of one schema: fields, values and variants of both."""
    into.sources.add(source)
    into.by, into.untagged = node.by or into.by, node.untagged or into.untagged
    into.closed, into.rest = node.closed, node.rest or into.rest
    into.variants.update({tag: member for tag, member in node.variants.items() if tag not in into.variants})
    for tag in node.variants:
        into.variants[tag].sources.add(source)
    for name, member in node.fields.items():
        if name not in into.fields:
            into.fields[name] = member
        else:
            _merge_member(into.fields[name], member)


def _merge_member(into: Member, member: Member) -> None:
    into.sources |= member.sources
    into.required = into.required and member.required
    into.node = _merge_node(into.node, member.node)


def _merge_node(a: Node, b: Node) -> Node:
    """Two readings of one place inside one document: the wider one."""
    a.sources |= b.sources
    a.nullable = a.nullable or b.nullable
    if a.kind != b.kind:
        wide = b if b.kind in {"choice", "tagged"} else a
        wide.nullable, wide.sources = a.nullable, a.sources | b.sources
        return wide
    for value, sources in b.values.items():
        a.values.setdefault(value, set()).update(sources)
    for tag, member in b.variants.items():
        a.variants.setdefault(tag, member).sources.update(member.sources)
    if a.items is not None and b.items is not None:
        a.items = _merge_node(a.items, b.items)
    return a
