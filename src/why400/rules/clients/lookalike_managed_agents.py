"""A clone of the Managed Agents API.

## What happens
A server that imitates the Managed Agents API refuses a scope.

## Why the API refuses it
Not the API: another backend behind an address that speaks its format (base URL, router, relay, local server). Its own
documentation says what it takes.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error", "message": "scope must be organization or account"}}
```

## Fix
Send one of the two, or use the API itself.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("scope must be organization or account", since="2026-07", source="corpus dev-246"),
    ],
    status=400,
    error=None,
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="lookalike",
    cause="a clone of the Managed Agents API does not take this scope",
    mend="send organization or account",
)
def lookalike_managed_agents() -> None: ...
