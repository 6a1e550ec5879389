"""A message has a role that the API does not know.

## What happens
The `role` of a message is neither `user` nor `assistant` (nor, on models that take it, `system`).

## Why the API refuses it
Other APIs have roles for tools, functions and developers; here results of tools are content of a user message, and standing instructions
go into the top-level `system`.

## Example
```json
{"messages": [{"role": "developer", "content": "Be brief."}, {"role": "user", "content": "Hello"}]}
```

```json
{"messages": [{"role": "User", "content": "Hello"}]}
```

## Use instead
```json
{"system": "Be brief.", "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Writes the role in lower case where that makes it a known one. Else none: whether the text is an instruction, a result or a question is
yours to say.
"""

from why400.rules import Edit, Hit, Says, Violation, rule

_TOOL_USE = "https://platform.claude.com/docs/en/agents-and-tools/tool-use/overview"


@rule(
    claims="enum at=/messages/*/role",
    says=[
        Says(
            'messages: Unexpected role "{role}". Allowed roles are "user" or "assistant"',
            since="2026-08",
            source="measured s5-item-role-unknown s5-item-role-developer corpus dev-510 dev-749",
        ),
        Says(
            'messages: Unexpected role "{role}". Allowed roles are "user" or "assistant". For instructions on how to use tools, '
            "see {url:word}.",
            since="2026-07",
            when="tool",
            source="corpus dev-147",
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
    return Hit(v, path="messages", role=v.value, when="tool" if v.value == "tool" else "", url=_TOOL_USE, label="no role of this API")


@unknown_role.mends(safe=True)
def lower(hit: Hit) -> Edit | None:
    """Writes the role as the API does."""
    v = hit.place
    assert isinstance(v, Violation)
    plain = str(v.value).strip().lower()
    return Edit.replace(v, plain) if plain in v.allowed and plain != v.value else None
