"""A strict tool, or one call at a time, together with calls by code.

## What happens
A tool that code may call is `strict`; or `tool_choice.disable_parallel_tool_use` is true beside such a tool.

## Why the API refuses it
Code decides how it calls; neither the grammar nor the limit reaches it. Usual way there: `strict` set on all tools alike.

## Example
```json
{"tools": [{"type": "code_execution_20260120", "name": "code_execution"},
  {"name": "f", "strict": true, "input_schema": {"type": "object", "properties": {}, "additionalProperties": false},
   "allowed_callers": ["code_execution_20260120"]}]}
```

## Use instead
```json
{"tools": [{"type": "code_execution_20260120", "name": "code_execution"},
  {"name": "f", "input_schema": {"type": "object", "properties": {}, "additionalProperties": false},
   "allowed_callers": ["code_execution_20260120"]}]}
```

## Fix
Takes `strict` (or `disable_parallel_tool_use`) away. Unsafe: inputs may then differ from the schema.
"""

from why400.contract.views.blocks import CustomTool
from why400.rules import Also, Conversation, Edit, Hit, Hits, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    order=56,
    needs="tools.allowed_callers",
    source="rules-messages ptc-strict ptc-parallel rules-beyond ptc-no-strict",
    cause="{name} does not go with tools that code may call",
    mend='leave {name} out, or allow "direct" only',
)
def programmatic_calling_with_strict(talk: Conversation) -> Hits:
    called = [tool for tool in talk.tools if isinstance(tool, CustomTool) and any(one != "direct" for one in tool.allowed_callers or ())]
    for tool in called:
        if tool.strict:
            yield Hit(
                (tool, "strict"),
                name="strict",
                label="on a tool that code calls",
                also=(Also((tool, "allowed_callers"), "called by code"),),
            )
    choice = talk.request.tool_choice
    if called and getattr(choice, "disable_parallel_tool_use", None):
        at = (choice, "disable_parallel_tool_use")
        yield Hit(
            at,
            name="disable_parallel_tool_use",
            label="with a tool that code calls",
            also=(Also((called[0], "allowed_callers"), "called by code"),),
        )


@programmatic_calling_with_strict.mends(safe=False)
def drop(hit: Hit) -> Edit:
    """Removes the member."""
    return Edit.remove(hit.place)
