"""tool_choice names a tool that only code may call.

## What happens
`tool_choice` forces a tool whose `allowed_callers` does not hold `direct`.

## Why the API refuses it
A forced call is the model's own. Usual way there: a test that forces each tool in turn.

## Example
```json
{"tools": [{"type": "code_execution_20260120", "name": "code_execution"},
  {"name": "f", "input_schema": {"type": "object", "properties": {}}, "allowed_callers": ["code_execution_20260120"]}],
 "tool_choice": {"type": "tool", "name": "f"}}
```

## Use instead
```json
{"tools": [{"type": "code_execution_20260120", "name": "code_execution"},
  {"name": "f", "input_schema": {"type": "object", "properties": {}}, "allowed_callers": ["direct", "code_execution_20260120"]}],
 "tool_choice": {"type": "tool", "name": "f"}}
```

## Fix
None: allow the model to call it, or do not force it.
"""

from why400.contract.views.blocks import ToolChoiceTool
from why400.rules import Also, Conversation, Hit, Hits, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    order=57,
    needs="tool_choice",
    source="rules-messages ptc-tool-choice rules-beyond ptc-tool-choice",
    cause="only code may call {name}, so it cannot be forced",
    mend='allow "direct" for the tool, or do not force it',
)
def programmatic_calling_with_forced_choice(talk: Conversation) -> Hits:
    choice = talk.request.tool_choice
    if not isinstance(choice, ToolChoiceTool):
        return
    for tool in talk.tools:
        callers = getattr(tool, "allowed_callers", None)
        if callers and "direct" not in callers and getattr(tool, "name", None) == choice.name:
            yield Hit(
                (choice, "name"), name=choice.name, label="only code may call it", also=(Also((tool, "allowed_callers"), "no direct"),)
            )
            return
