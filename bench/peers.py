"""The peers: other validators that check the contract's schema of Messages alone, without a single rule."""

from __future__ import annotations

from functools import cache
from typing import Any

import orjson
from pydantic_core import SchemaValidator, core_schema

from tests.contract.schema_oracle import Oracle
from why400.contract.schema import (
    Anything,
    Array,
    Boolean,
    Choice,
    Enum,
    Integer,
    Node,
    Number,
    Object,
    Ref,
    Schema,
    String,
    Tagged,
    load_schema,
)  # fmt: skip

MESSAGES = "POST /v1/messages"


@cache
def _oracle() -> Oracle:
    return Oracle(load_schema(MESSAGES))


def jsonschema_accepts(data: bytes) -> bool:
    """Orjson, then jsonschema-rs on the object."""
    return _oracle().accepts(orjson.loads(data))


@cache
def _pydantic() -> SchemaValidator:
    return SchemaValidator(pydantic_schema(load_schema(MESSAGES)))


def pydantic_value(data: bytes) -> object:
    """pydantic-core, straight from JSON. Raises ValueError for what the schema does not permit."""
    return _pydantic().validate_json(data)


def pydantic_schema(schema: Schema) -> core_schema.CoreSchema:
    """The contract's schema as pydantic-core takes it; what any beta opens is open."""
    definitions = [{**_core(node, schema), "ref": name} for name, node in schema.types.items()]
    return core_schema.definitions_schema(core_schema.definition_reference_schema(schema.root), definitions)  # type: ignore[arg-type]  # dicts of that form


def _core(node: Node, schema: Schema) -> dict[str, Any]:
    found: Any = _plain(node, schema)
    return core_schema.nullable_schema(found) if node.nullable or node.null_is_absent else found  # type: ignore[return-value]  # typed dicts are dicts


def _plain(node: Node, schema: Schema) -> Any:
    match node:
        case String():
            return core_schema.str_schema(strict=True, min_length=node.min, max_length=node.max, pattern=node.pattern)
        case Integer() | Number():
            bounds = {"ge": node.ge, "le": node.le, "gt": node.gt, "lt": node.lt}
            given: dict[str, Any] = {name: limit for name, limit in bounds.items() if limit is not None}
            plain: Any = (
                core_schema.int_schema(strict=True, **given)
                if isinstance(node, Integer)
                else core_schema.float_schema(strict=True, **given)
            )
            return core_schema.union_schema([plain, core_schema.literal_schema(list(node.also))]) if node.also else plain
        case Boolean():
            return core_schema.bool_schema(strict=True)
        case Anything():
            return core_schema.any_schema()
        case Enum():
            return core_schema.literal_schema(list(node.values))
        case Array():
            return core_schema.list_schema(_core(node.items, schema), strict=True, min_length=node.min, max_length=node.max)
        case Object():
            return _object(node, schema)
        case Tagged():
            return _tagged(node)
        case Choice():
            return core_schema.union_schema([_core(option, schema) for option in node.options], mode="left_to_right")
        case Ref():
            return core_schema.definition_reference_schema(node.to)


def _object(node: Object, schema: Schema) -> Any:
    fields: dict[str, Any] = {}
    for name, member in node.fields.items():
        inner: Any = _core(member.node, schema)
        if member.nullable or member.null_is_absent:
            inner = core_schema.nullable_schema(inner)
        fields[name] = core_schema.typed_dict_field(inner, required=member.required)
    rest: Any = _core(node.rest, schema) if node.rest is not None else None
    return core_schema.typed_dict_schema(fields, strict=True, extra_behavior="forbid" if node.closed else "allow", extras_schema=rest)


def _tagged(node: Tagged) -> Any:
    choices: dict[Any, Any] = {tag: core_schema.definition_reference_schema(variant.to) for tag, variant in node.variants.items()}
    tagged = core_schema.tagged_union_schema(choices, node.by)
    if node.untagged is None:
        return tagged
    bare = core_schema.definition_reference_schema(node.variants[node.untagged].to)
    return core_schema.union_schema([tagged, bare], mode="left_to_right")
