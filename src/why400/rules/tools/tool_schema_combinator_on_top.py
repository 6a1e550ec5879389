"""oneOf, allOf or anyOf at the top of a tool's input_schema.

## What happens
The root of `input_schema` is itself a combination of schemas.

## Why the API refuses it
A tool takes one object of named inputs; below the root combinations are fine. Usual ways there: a discriminated union as the only
parameter, "either a or b is required" written as `anyOf`.

## Example
```json
{"tools": [{"name": "f", "input_schema": {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}},
  "anyOf": [{"required": ["a"]}, {"required": ["b"]}]}}]}
```

## Use instead
```json
{"tools": [{"name": "f", "input_schema": {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}}}]}
```

## Fix
Takes the combination away where properties stand beside it. Unsafe: check it yourself when the tool is called.
"""

from collections.abc import Iterator

from why400.contract.views.blocks import CustomTool
from why400.rules import Conversation, Edit, Hit, Hits, Says, rule


@rule(
    says=[
        Says(
            "{path}: input_schema does not support oneOf, allOf, or anyOf at the top level",
            since="2025-08",
            source="corpus dev-324 dev-665",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    needs="tools:unusual",
    cause="{name} stands at the top of the tool's schema || oneOf, allOf or anyOf stands at the top of the tool's schema",
    mend="move the combination into a property, or list all properties as optional",
)
def tool_schema_combinator_on_top(talk: Conversation) -> Hits:
    for index, tool in enumerate(talk.tools):
        schema = tool.input_schema if isinstance(tool, CustomTool) else None
        if isinstance(schema, dict):
            found = [name for name in ("oneOf", "allOf", "anyOf") if name in schema]
            if found:
                place = (tool, "input_schema", found[0])
                keep = [(tool, "input_schema", name) for name in found] if schema.get("properties") else []
                yield Hit(place, path=f"tools.{index}.custom.input_schema", name=found[0], keep=keep, label="not at the top")


@tool_schema_combinator_on_top.mends(safe=False)
def drop(hit: Hit) -> Iterator[Edit]:
    """Removes the combinations."""
    for place in hit.keep:
        yield Edit.remove(place)
