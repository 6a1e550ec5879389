"""Long context needs usage credits.

## What happens
The request is over 200,000 tokens, or asks for the million-token window, and the account has no credits for it. It
comes as 429, but waiting does not help.

## Why the API refuses it
Long context is billed beyond the plan. Usual ways there: a conversation that grew past the normal window; a model
name with `[1m]` set as default.

## Example
```text
Error code: 429
{"type":"error","error":{"type":"rate_limit_error","message":"Usage credits are required for long context requests."},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Switch to the model with the standard window, shorten the conversation, or turn credits on at
claude.ai/settings/usage.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Usage credits are required for long context requests.", since="2026-06", source="corpus dev-354"),
        Says("Extra usage is required for long context requests.", source="corpus dev-354"),
        Says(
            "Usage credits required for 1M context · turn on usage credits at claude.ai/settings/usage, or use "
            "--model to switch to standard context",
            since="2026-06",
            source="corpus dev-815",
        ),
        Says(
            "Extra usage is required for 1M context · enable extra usage at claude.ai/settings/usage, or use --model "
            "to switch to standard context",
            since="2026-05",
            source="corpus dev-720",
        ),
        Says("{what} required for 1M context{tail}", since="2026-05", source="corpus dev-720 dev-815"),
    ],
    status=429,
    error="rate_limit_error",
    evidence="observed",
    side="account",
    retry="never",
    phase="answer",
    cause="the window of a million tokens is billed beyond the plan, and there are no credits",
    mend="use the standard window, shorten the conversation, or turn usage credits on",
)
def long_context_credits_required() -> None: ...
