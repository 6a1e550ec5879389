"""A pattern uses a feature of regular expressions that is not compiled.

## What happens
`pattern` in a strict tool or an output format has look-around, a word boundary or a back reference.

## Why the API refuses it
These look beyond the next character, which a grammar cannot. Usual way there: a pattern written for a validator.

## Example
```json
{"output_config": {"format": {"type": "json_schema", "schema": {
  "type": "object", "required": ["a"], "additionalProperties": false,
  "properties": {"a": {"type": "string", "pattern": "^(?=a)b"}}}}}}
```

## Use instead
```json
{"output_config": {"format": {"type": "json_schema", "schema": {
  "type": "object", "required": ["a"], "additionalProperties": false,
  "properties": {"a": {"type": "string", "pattern": "^[a-z]+$"}}}}}}
```

## Fix
Takes `pattern` away. Unsafe: check it yourself.
"""

from why400.rules import Conversation, Edit, Hit, Hits, Says, rule
from why400.rules.output.compiled import certainty, schema_faults


@rule(
    says=[
        Says("{path}: Unsupported regex feature in pattern field: {reason:rest}", source="corpus dev-554", when="answer"),
        Says("{path}: Unsupported regex feature in pattern field: …", source="corpus dev-554 rules-messages schema-pattern", when="cut"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    order=60,
    needs="tools.strict output_config.format output_format",
    source="rules-messages schema-pattern",
    cause="a pattern may not use this feature of regular expressions",
    mend="write a simpler pattern, or leave it out",
)
def schema_pattern_unsupported(talk: Conversation) -> Hits:
    for one, fault in schema_faults(talk, "pattern"):
        feature = fault.detail["feature"]
        yield Hit(one.at(fault), path=one.path, when="cut", name=feature, severity=certainty(fault), label=f"{feature} is not compiled")


@schema_pattern_unsupported.mends(safe=False)
def drop(hit: Hit) -> Edit:
    """Removes pattern."""
    return Edit.remove(hit.place)
