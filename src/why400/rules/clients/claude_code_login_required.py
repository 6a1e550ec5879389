"""Claude Code's text for a key or session that is not accepted.

## What happens
The API answered 401, and Claude Code says it in its own words.

## Why the API refuses it
Usual ways there: an old ANTHROPIC_API_KEY in the shell that beats the login, a helper that prints another key, a
session that could not be refreshed.

## Example
```text
Invalid API key · Please run /login
```

## Fix
`/login`; or take the key out of the environment ("Fix external API key" means that one).
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Invalid API key", since="2025-06", source="corpus dev-436 dev-437"),
        Says("Invalid API key · Please run /login", since="2025-06", source="corpus dev-437"),
        Says("Invalid API key · Fix external API key", since="2025-08", source="corpus dev-436"),
        Says("Invalid API key · {tail}", since="2025-06", source="corpus dev-436 dev-437"),
        Says("Not logged in · Please run /login"),
        Says("OAuth token revoked · Please run /login"),
        Says("Failed to authenticate: OAuth session expired and could not be refreshed", since="2026-09", source="corpus dev-408"),
        Says("Failed to authenticate: OAuth session expired{tail}", since="2026-09", source="corpus dev-408"),
        Says("OAuth session expired{tail}", since="2026-09", source="corpus dev-408"),
    ],
    status=401,
    error=None,
    evidence="observed",
    side="credentials",
    retry="never",
    phase="answer",
    origin="client",
    cause="the key or session that Claude Code uses is not accepted",
    mend="run /login, or take the old key out of the environment",
)
def claude_code_login_required() -> None: ...
