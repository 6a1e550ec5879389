"""The list of messages is empty.

## What happens
`messages` is there and holds nothing.

## Why the API refuses it
A model needs something to answer. Usual ways there: history trimmed to nothing, a filter that dropped every message, an import of an
empty chat.

## Example
```json
{"messages": []}
```

## Use instead
```json
{"messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
None: what to ask is yours to say.
"""

from why400.rules import Hit, Says, Violation, rule


@rule(
    claims="length at=/messages",
    says=[
        Says("messages: at least one message is required", since="2026-08-31", source="measured s5-messages-empty ba-item-messages-empty")
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    cause="messages is an empty list",
    mend="send at least one message of the user",
)
def messages_empty(v: Violation) -> Hit | None:
    return Hit(v, path="messages", label="no message") if v.value == [] else None
