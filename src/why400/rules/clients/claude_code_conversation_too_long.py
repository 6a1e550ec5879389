"""Claude Code's text for a prompt too long.

## What happens
The conversation no longer fits the context window.

## Why the API refuses it
Not the API's wording; behind it stands prompt-too-long.

## Example
```text
Conversation too long. Press esc twice to go up a few messages and try again
```

## Fix
`/compact`, go back some messages, or begin a new session.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Conversation too long. Press esc twice to go up a few messages and try again", since="2025-10", source="corpus dev-403"),
        Says("Conversation too long{tail}", since="2025-10", source="corpus dev-403"),
    ],
    status=None,
    error=None,
    evidence="observed",
    side="client",
    retry="never",
    phase="answer",
    origin="client",
    cause="the conversation no longer fits the context window",
    mend="use /compact, go back some messages, or begin a new session",
)
def claude_code_conversation_too_long() -> None: ...
