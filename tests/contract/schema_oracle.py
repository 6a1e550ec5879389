"""A second reading of the contract's schemas: their translation into plain JSON Schema, for an engine not ours."""

from __future__ import annotations

import jsonschema_rs

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
)  # fmt: skip


class Oracle:
    """Says whether a body has a schema fault.

    `betas` None: everything that any beta opens is known; else only what these open. `patterns` False: strings are
    not matched, as in the views.
    """

    def __init__(self, schema: Schema, *, betas: frozenset[str] | None = None, version: str = "2023-06-01",
                 patterns: bool = True) -> None:  # fmt: skip
        self._betas, self._version, self._patterns = betas, version, patterns
        defs = {name: self._node(node) for name, node in schema.types.items()}
        document = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": f"#/$defs/{schema.root}", "$defs": defs}
        self._validator = jsonschema_rs.validator_for(document)

    def accepts(self, body: object) -> bool:
        return self._validator.is_valid(body)

    def faults(self, body: object) -> list[str]:
        return [f"{'.'.join(map(str, e.instance_path))}: {e.message[:200]}" for e in self._validator.iter_errors(body)]

    def _open(self, betas: tuple[str, ...]) -> bool:
        return not betas or self._betas is None or bool(self._betas & set(betas))

    def _node(self, node: Node) -> dict[str, object]:
        found = self._plain(node)
        return {"anyOf": [found, {"type": "null"}]} if node.nullable else found

    def _plain(self, node: Node) -> dict[str, object]:
        match node:
            case String():
                pattern = node.pattern if self._patterns else None
                return _given(type="string", minLength=node.min, maxLength=node.max, pattern=pattern)
            case Integer() | Number():
                plain = _given(type="integer" if isinstance(node, Integer) else "number", minimum=node.ge,
                               maximum=node.le, exclusiveMinimum=node.gt, exclusiveMaximum=node.lt)  # fmt: skip
                return {"anyOf": [plain, {"enum": list(node.also)}]} if node.also else plain
            case Boolean():
                return {"type": "boolean"}
            case Anything():
                return {}
            case Enum():
                return {"enum": [v for v in node.values if self._open(node.value_betas.get(v, ()))]}
            case Array():
                return _given(type="array", items=self._node(node.items), minItems=node.min, maxItems=node.max)
            case Object():
                fields = {
                    key: self._node(member.node) for key, member in node.fields.items()
                    if self._open(member.betas) and (member.until is None or self._version < member.until)
                }  # fmt: skip
                rest: object = not node.closed
                if node.rest is not None:
                    rest = self._node(node.rest)
                required = [key for key, member in node.fields.items() if member.required]
                return {"type": "object", "properties": fields, "required": required, "additionalProperties": rest}
            case Tagged():
                return {"anyOf": [{"$ref": f"#/$defs/{to}"} for to in sorted(
                    {v.to for v in node.variants.values() if self._open(v.betas)})] or [False]}  # fmt: skip
            case Choice():
                return {"anyOf": [self._node(option) for option in node.options if self._open(option.betas)]}
            case Ref():
                return {"$ref": f"#/$defs/{node.to}"}


def _given(**keywords: object) -> dict[str, object]:
    return {key: value for key, value in keywords.items() if value is not None}
