"""A property name of a tool's schema has forbidden characters, or is too long.

## What happens
A name directly in `input_schema.properties` has a space, a bracket, `$`, `@` or another such character, or more than 64 characters.

## Why the API refuses it
The model writes these names; only letters, digits, `_`, `.` and `-` are allowed. Usual ways there: query parameters of a web API used as
they are (`filter[name]`, `$top`), names in another script.

## Example
```json
{"tools": [{"name": "f", "input_schema": {"type": "object", "properties": {"filter[name]": {"type": "string"}}}}]}
```

## Use instead
```json
{"tools": [{"name": "f", "input_schema": {"type": "object", "properties": {"filter_name": {"type": "string"}}}}]}
```

## Fix
None: your code has to know the new name too.
"""

from why400.contract.views.blocks import CustomTool
from why400.json_schema import top_level_faults
from why400.json_schema.top_level import PROPERTY_KEY
from why400.rules import Conversation, Hit, Hits, Says, rule


@rule(
    says=[
        Says("{path}: Property keys should match pattern '{pattern}'", since="2026-02", source="corpus dev-329 dev-330 dev-331 dev-666"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    needs="tools:unusual",
    cause="the property name {name} is not allowed || a property's name is not allowed",
    mend="use letters, digits, _ . and -, at most 64 characters",
)
def tool_property_key_invalid(talk: Conversation) -> Hits:
    for index, tool in enumerate(talk.tools):
        if not isinstance(tool, CustomTool) or not isinstance(tool.input_schema, dict):
            continue
        for fault in top_level_faults(tool.input_schema):
            if fault.kind == "property-key":
                keys = fault.detail["keys"]
                assert isinstance(keys, list)
                yield Hit(
                    (tool, "input_schema", *fault.path),
                    path=f"tools.{index}.custom.input_schema.properties",
                    pattern=PROPERTY_KEY,
                    name=keys[0],
                    label="not a name that is allowed" if len(keys) == 1 else f"the first of {len(keys)} such names",
                )
