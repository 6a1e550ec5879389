"""The refresh token was rotated or revoked.

## What happens
The exchange of a refresh token for a new access token fails.

## Why the API refuses it
Each refresh makes the token before it void. Usual ways there: two processes share one credential file and the slower
one comes with the old token; a logout; a backup that was restored.

## Example
```text
{"error": "invalid_grant", "error_description": "Refresh token not found or invalid"}
```

## Fix
Log in anew, and let one process only refresh a given session.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Refresh token not found or invalid", since="2026-05", source="corpus dev-577 dev-781"),
    ],
    status=400,
    error="invalid_grant",
    evidence="observed",
    side="credentials",
    retry="never",
    phase="answer",
    cause="the refresh token was used before, rotated or revoked",
    mend="log in anew; give each process a session of its own",
)
def oauth_refresh_token_invalid() -> None: ...
