"""Claude Code's text for a refused reply.

## What happens
The model ended its turn with stop_reason "refusal"; Claude Code puts that in its own words.

## Why the API refuses it
Not an error of the API: the answer was 200. Something in the conversation looks like what the usage policy forbids;
once there, it is sent again with every turn.

## Example
```text
API Error: Claude Code is unable to respond to this request, which appears to violate our Usage Policy
(https://www.anthropic.com/legal/aup).
```

## Fix
Go back to before that message (Esc twice), or begin a new session; say more plainly what it is for.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Claude Code is unable to respond to this request, which appears to violate our Usage Policy ({url}). {rest:rest}",
            since="2026-05",
            source="corpus dev-019 dev-388",
        ),
        Says(
            "{name} is unable to respond to this request, which appears to violate our Usage Policy{tail}",
            since="2026-05",
            source="corpus dev-019 dev-388",
        ),
    ],
    status=None,
    error=None,
    evidence="observed",
    side="client",
    retry="never",
    phase="answer",
    origin="client",
    cause="the model refused to go on; the whole conversation counts, not the last message alone",
    mend="go back to before that message, or begin a new session",
)
def claude_code_refusal() -> None: ...
