"""An enum value does not fit the declared type; mostly a nullable enum.

## What happens
A node of a strict tool or an output format has a list of types and an `enum`, or an `enum` value of another type.

## Why the API refuses it
Each value is held against the whole of `type`, and a list is no type. Usual way there: an optional enum (`Optional[Literal[…]]`) turned
into `"type": ["string", "null"]`.

## Example
```json
{"output_config": {"format": {"type": "json_schema", "schema": {
  "type": "object", "required": ["a"], "additionalProperties": false,
  "properties": {"a": {"type": ["string", "null"], "enum": ["x", "y", null]}}}}}}
```

## Use instead
```json
{"output_config": {"format": {"type": "json_schema", "schema": {
  "type": "object", "required": ["a"], "additionalProperties": false,
  "properties": {"a": {"anyOf": [{"type": "string", "enum": ["x", "y"]}, {"type": "null"}]}}}}}}
```

## Fix
Takes `type` away; the values say it already. Unsafe: values of a type that you had shut out are let in.
"""

import json

from why400.rules import Conversation, Edit, Hit, Hits, Says, rule
from why400.rules.output.compiled import certainty, schema_faults


@rule(
    says=[
        Says(
            "{path}: Invalid schema: Enum value '{value}' does not match declared type '{types}'",
            since="2026-09-29",
            source="corpus dev-548 dev-550 dev-551 dev-770",
            when="format",
        ),
        Says(
            "{path}: Invalid schema: Enum value '{value}' does not match declared type '{compact}'",
            since="2026-08-30",
            source="measured sc-nullable-enum",
            when="format",
        ),
        Says(
            "Invalid schema: Enum value '{value}' does not match declared type '{types}'",
            since="2026-09-29",
            source="measured jc-strict-nullable-enum-opus-5-5 jc-strict-nullable-enum-sonnet-5-5 corpus dev-444",
            when="tool",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    order=60,
    needs="tools.strict output_config.format output_format",
    source="rules-messages schema-enum-scalars",
    cause="the enum value {value} does not match the type {types} || an enum value does not match the type beside it",
    mend="leave type out, or use anyOf with null as a branch",
)
def schema_enum_type_mismatch(talk: Conversation) -> Hits:
    for one, fault in schema_faults(talk, "enum-type"):
        value, declared = fault.detail["value"], fault.detail["type"]
        place = one.at(fault)
        yield Hit(
            place,
            path=one.path,
            when="tool" if one.in_tool else "format",
            value=value if isinstance(value, str) else json.dumps(value),
            types=declared if isinstance(declared, list | str) else json.dumps(declared),
            compact=json.dumps(declared, separators=(",", ":")) if isinstance(declared, list) else declared,
            severity=certainty(fault),
            label="does not match the type",
            keep=(*place[:-1], "type"),
        )


@schema_enum_type_mismatch.mends(safe=False)
def drop_type(hit: Hit) -> Edit:
    """Removes the type."""
    return Edit.remove(hit.keep)
