"""An input example does not fit the tool's schema.

## What happens
An entry of `input_examples` lacks a required property, or has a value of another type. Only the top level is looked at.

## Why the API refuses it
Examples are held against `input_schema`. Usual way there: the schema moved on and the examples stayed.

## Example
```json
{"tools": [{"name": "f", "input_examples": [{"city": 7}],
  "input_schema": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}}]}
```

## Use instead
```json
{"tools": [{"name": "f", "input_examples": [{"city": "Paris"}],
  "input_schema": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}}]}
```

## Fix
None: the example is yours to write.
"""

from why400.contract.views.blocks import CustomTool
from why400.rules import Conversation, Hit, Hits, rule

_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int, float),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    order=64,
    needs="tools.input_examples",
    source="rules-messages tool-examples-valid rules-beyond input-examples-valid",
    cause="the example does not fit the schema at {name}",
    mend="write examples that fit input_schema",
)
def input_example_invalid(talk: Conversation) -> Hits:
    for tool in talk.tools:
        if not isinstance(tool, CustomTool) or not tool.input_examples or not isinstance(tool.input_schema, dict):
            continue
        for index, example in enumerate(tool.input_examples):
            if isinstance(example, dict):
                fault = _fault(example, tool.input_schema)
                if fault:
                    yield Hit((tool, "input_examples", index), name=fault, label=f"{fault} is missing, or of another type")


def _fault(example: dict[str, object], schema: dict[str, object]) -> str | None:
    """The first property that is missing or of another type than the schema's plain one."""
    required, properties = schema.get("required"), schema.get("properties")
    for name in required if isinstance(required, list) else ():
        if isinstance(name, str) and name not in example:
            return name
    for name, value in example.items():
        node = properties.get(name) if isinstance(properties, dict) else None
        wanted = _TYPES.get(str(node.get("type"))) if isinstance(node, dict) else None
        if wanted and (not isinstance(value, wanted) or (isinstance(value, bool) and bool not in wanted)):
            return name
    return None
