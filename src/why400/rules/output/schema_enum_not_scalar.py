"""An enum of a compiled schema holds an object or an array.

## What happens
A value in `enum` is no string, number, boolean or null.

## Why the API refuses it
The grammar is built of plain values only. Usual way there: an enumeration of pairs (value and title) in place of `oneOf`.

## Example
```json
{"output_config": {"format": {"type": "json_schema", "schema": {"type": "object", "required": ["a"], "additionalProperties": false,
  "properties": {"a": {"enum": [{"value": "x", "title": "X"}, "y"]}}}}}}
```

## Use instead
```json
{"output_config": {"format": {"type": "json_schema", "schema": {"type": "object", "required": ["a"], "additionalProperties": false,
  "properties": {"a": {"enum": ["x", "y"]}}}}}}
```

## Fix
None: write the values alone.
"""

from why400.rules import Conversation, Hit, Hits, rule
from why400.rules.output.compiled import certainty, schema_faults


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="model",
    order=60,
    needs="tools.strict output_config.format output_format",
    source="rules-messages schema-enum-scalars",
    cause="this value of the enum is {what}",
    mend="list plain values: strings, numbers, booleans, null",
)
def schema_enum_not_scalar(talk: Conversation) -> Hits:
    for one, fault in schema_faults(talk, "enum-not-scalar"):
        yield Hit(one.at(fault), path=one.path, what=fault.detail["what"], severity=certainty(fault), label="not a plain value")
