"""A compiled schema uses a keyword that the API does not compile.

## What happens
A strict tool or an output format holds a bound such as `minimum`, `maxItems` or `minProperties`, or something beside `anyOf`.

## Why the API refuses it
The grammar knows types, not sizes. Usual ways there: a schema generated from a model class with bounds (`Field(ge=0)`,
`z.number().max(10)`).

## Example
```json
{"output_config": {"format": {"type": "json_schema", "schema": {
  "type": "object", "required": ["a"], "additionalProperties": false,
  "properties": {"a": {"type": "integer", "minimum": 0, "maximum": 9}}}}}}
```

## Use instead
```json
{"output_config": {"format": {"type": "json_schema", "schema": {
  "type": "object", "required": ["a"], "additionalProperties": false,
  "properties": {"a": {"type": "integer", "description": "0 to 9"}}}}}}
```

## Fix
Takes the keywords away. Unsafe: check the bounds yourself, and say them in the description.
"""

from collections.abc import Iterator

from why400.rules import Conversation, Edit, Hit, Hits, Says, rule
from why400.rules.output.compiled import certainty, schema_faults


@rule(
    says=[
        Says(
            "{path}: For '{type:word}' type, property '{name:word}' is not supported",
            since="2026-05",
            source="measured sc-max-items corpus dev-191 dev-557 dev-774",
            when="one",
        ),
        Says(
            "{path}: For '{type:word}' type, properties {name:ids} are not supported",
            since="2026-05",
            source="corpus dev-322 dev-664 dev-773 rules-messages schema-no-numeric",
            when="several",
        ),
        Says(
            "{path}: For 'anyOf', '{name}' is not supported",
            since="2026-05",
            source="public 70228626766 62600115448 68347784725",
            when="beside",
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
    source="rules-messages schema-no-array schema-no-string-length",
    cause="{name} cannot be compiled here",
    mend="leave {name} out, and say it in the description",
)
def schema_keyword_unsupported(talk: Conversation) -> Hits:
    for one, fault in schema_faults(talk, "unsupported-keyword", "unsupported-keywords", "combinator-sibling"):
        place, detail = one.at(fault), fault.detail
        beside = fault.kind == "combinator-sibling"
        names = detail["names"]
        assert isinstance(names, list)
        yield Hit(
            place,
            path=one.path,
            when="beside" if beside else "several" if len(names) > 1 else "one",
            type=detail.get("type", "anyOf"),
            name=detail["keywords"],
            severity=certainty(fault),
            label="not compiled",
            keep=None if beside else [(*place[:-1], name) for name in names],
        )


@schema_keyword_unsupported.mends(safe=False)
def drop(hit: Hit) -> Iterator[Edit]:
    """Removes the keywords."""
    for place in hit.keep or ():
        yield Edit.remove(place)
