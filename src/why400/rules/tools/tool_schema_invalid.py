"""A tool's input_schema is no valid JSON Schema.

## What happens
`input_schema` has a keyword with a value that draft 2020-12 does not allow: a type that does not exist, `required: true`, `items` as a
list.

## Why the API refuses it
Every tool's schema is held against the draft. Usual ways there: a schema of an older draft, `exclusiveMinimum: true`, types of another
language (`int`, `STRING`), a generator with a fault. The answer names the tool only; this finding names the place.

## Example
```json
{"tools": [{"name": "f", "input_schema": {"type": "object", "properties": {"a": {"type": "str"}}}}]}
```

## Use instead
```json
{"tools": [{"name": "f", "input_schema": {"type": "object", "properties": {"a": {"type": "string"}}}}]}
```

## Fix
Writes the type that was plainly meant (`str`, `int`, `STRING`), nothing else.
"""

from why400.contract.views.blocks import CustomTool
from why400.json_schema import SchemaFault, draft_faults
from why400.rules import Conversation, Edit, Hit, Hits, Says, rule

_OTHER_NAMES = {
    "str": "string",
    "int": "integer",
    "float": "number",
    "double": "number",
    "bool": "boolean",
    "dict": "object",
    "list": "array",
}
_MEANT = {name: name for name in ("array", "boolean", "integer", "null", "number", "object", "string")} | _OTHER_NAMES


@rule(
    says=[
        Says(
            "{path}: JSON schema is invalid. It must match JSON Schema draft 2020-12 "
            "(https://json-schema.org/draft/2020-12). Learn more about tool use at "
            "https://docs.anthropic.com/en/docs/tool-use.",
            since="2025-05",
            source="corpus dev-325 dev-326 dev-327",
        ),
        Says(
            "{path}: JSON schema is invalid. It must match JSON Schema draft 2020-12 "
            "(https://json-schema.org/draft/2020-12). Learn more about tool use at "
            "https://docs.claude.com/en/docs/tool-use.",
            since="2026-05",
            source="corpus dev-328",
        ),
        Says(
            "{path}: JSON schema is invalid. It must match JSON Schema draft 2020-12 "
            "(https://json-schema.org/draft/2020-12). Learn more about tool use at {url:rest}",
            since="2025-05",
            source="corpus dev-326",
            when="answer",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    needs="tools:unusual",
    source="openapi InputSchema",
    cause="{name} of the tool's schema has to be {expected} || the tool's schema breaks JSON Schema draft 2020-12",
    mend="write the schema in draft 2020-12",
)
def tool_schema_invalid(talk: Conversation) -> Hits:
    for index, tool in enumerate(talk.tools):
        if isinstance(tool, CustomTool) and isinstance(tool.input_schema, dict):
            faults = list(draft_faults(tool.input_schema))
            disputed = [fault for fault in faults if _may_be_null(fault)]
            sure = [fault for fault in faults if fault not in disputed]
            for fault in (sure or disputed)[:1]:  # the API reports a tool once
                yield Hit(
                    (tool, "input_schema", *fault.path),
                    path=f"tools.{index}.custom.input_schema",
                    name=".".join(str(step) for step in fault.path) or "input_schema",
                    expected=fault.detail["expected"],
                    severity=None if fault.sure and sure else "warning",
                    label=f"has to be {fault.detail['expected']}",
                    keep=fault.detail["got"] if fault.detail.get("keyword") == "type" else None,
                )


def _may_be_null(fault: SchemaFault) -> bool:
    """Whether it is a null that the draft refuses, but the schema of the API itself takes (openapi InputSchema)."""
    return fault.path in (("properties",), ("required",)) and fault.detail["got"] is None


@tool_schema_invalid.mends(safe=True)
def spell(hit: Hit) -> Edit | None:
    """Writes the type that was meant."""
    meant = _MEANT.get(hit.keep.lower()) if isinstance(hit.keep, str) else None
    return Edit.replace(hit.place, meant) if meant else None
