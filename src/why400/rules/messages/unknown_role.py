"""A message has a role that the API does not know.

## What happens
The `role` of a message is neither `user` nor `assistant` (nor, on models that take it, `system`).

## Why the API refuses it
Other APIs have roles for tools, functions and developers; here results of tools are content of a user message, and standing instructions go
into the top-level `system`.

## Example
```json
{"messages": [{"role": "developer", "content": "Be brief."}, {"role": "user", "content": "Hello"}]}
```

## Use instead
```json
{"system": "Be brief.", "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
None: whether the text is an instruction, a result or a question is yours to say.
"""

from why400.rules import Hit, Says, Violation, rule


@rule(
    claims="enum at=/messages/*/role",
    says=[
        Says(
            'messages: Unexpected role "{role}". Allowed roles are "user" or "assistant"',
            since="2026-08",
            source="measured s5-item-role-unknown s5-item-role-developer",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    cause='"{role}" is no role of this API',
    mend="use user or assistant; results of tools are tool_result blocks in a user message, instructions go into the top-level system",
)
def unknown_role(v: Violation) -> Hit:
    return Hit(v, path="messages", role=v.value, label="no role of this API")
