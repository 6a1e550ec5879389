"""Another vendor's plan refuses the client or is used up.

## What happens
A plan of another vendor is at its limit, or does not take this program.

## Why the API refuses it
Not the API: another backend behind an address that speaks its format (base URL, router, relay, local server). Its own
documentation says what it takes.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error", "message": "The usage limit has been reached."}}
```

## Fix
Wait for that plan's reset, or use the API itself.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("The usage limit has been reached.", since="2026-07", source="corpus dev-630"),
        Says("The usage limit has been reached{tail}", since="2026-07", source="corpus dev-630"),
        Says("only available for Coding Agents such as {list}", since="2026-06", source="corpus dev-758"),
        Says("{lead}only available for Coding Agents{tail}", since="2026-06", source="corpus dev-758"),
    ],
    status=None,
    error=None,
    evidence="observed",
    side="account",
    retry="never",
    phase="answer",
    origin="lookalike",
    cause="another vendor's plan is used up, or not open to this program",
    mend="wait for its reset or change the plan; it is not your account at Anthropic",
)
def lookalike_plan_limit() -> None: ...
