"""A relay has no account left to serve with.

## What happens
A relay that shares accounts among its users has none that is fit: limits reached, disabled, or not for this model or
client.

## Why the API refuses it
Not an answer of the API. "This group only allows Claude Code clients" means that the relay wants to see Claude Code's
headers.

## Example
```text
{"error": {"type": "api_error", "message": "No available accounts: no available accounts"}}
```

## Fix
Ask whoever runs the relay; a retry later may find an account.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "No available accounts: {rest:rest}", since="2025-12", source="corpus dev-536 dev-537 dev-538 dev-539 dev-754 dev-755 dev-756"
        ),
        Says("No available accounts{tail}", since="2025-12", source="corpus dev-536"),
        Says("no available accounts{tail}", since="2025-12", source="corpus dev-536"),
        Says("auth_unavailable: no auth available{tail}", since="2026-06", source="public router-for-me/CLIProxyAPI#4059"),
    ],
    status=503,
    error=None,
    evidence="observed",
    side="network",
    retry="backoff",
    phase="answer",
    origin="gateway",
    cause="the relay has no account left that may serve this call",
    mend="ask whoever runs the relay, or try later",
)
def relay_no_account() -> None: ...
