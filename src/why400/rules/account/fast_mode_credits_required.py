"""Fast mode needs usage credits.

## What happens
The request asks for `speed: "fast"` on a plan, and there are no credits for it. It comes as 429, but waiting does not
help.

## Why the API refuses it
Fast mode is billed beyond the plan.

## Example
```text
API Error: 429 Usage credits are required for fast mode.
```

## Fix
Turn fast mode off, or turn usage credits on at claude.ai/settings/usage.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Usage credits are required for fast mode.", source="corpus dev-694"),
        Says("{what} required for fast mode{tail}", source="corpus dev-694"),
    ],
    status=429,
    error="rate_limit_error",
    evidence="observed",
    side="account",
    retry="never",
    phase="answer",
    cause="fast mode is billed beyond the plan, and there are no credits",
    mend="turn fast mode off, or turn usage credits on",
)
def fast_mode_credits_required() -> None: ...
