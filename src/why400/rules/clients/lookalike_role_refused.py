"""A backend without system messages in messages.

## What happens
The text lists the roles user and assistant only, in a wording that the API does not have.

## Why the API refuses it
Not the API: another backend behind an address that speaks its format (base URL, router, relay, local server). Its own
documentation says what it takes.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error", "message": "messages.1.role: Input should be 'user' or 'assistant'"}}
```

## Fix
Put the system text into `system`, or use the API itself.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("messages.{n:n}.role: Input should be 'user' or 'assistant'", source="corpus dev-499"),
        Says("messages.{n:n}.role: Input should be {list}", source="corpus dev-499"),
        Says("Input should be 'user' or 'assistant'", since="2026-05", source="public zai-org/GLM-5#74 ogx-ai/ogx#5982"),
    ],
    status=400,
    error=None,
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="lookalike",
    cause="a backend that is not the API knows the roles user and assistant only",
    mend="put the system text into system",
)
def lookalike_role_refused() -> None: ...
