"""Claude Code's text for unpaired or doubled tool ids.

## What happens
Claude Code met a 400 about tool calls and their results, and shows a text of its own.

## Why the API refuses it
The saved conversation has a call without result, or one id twice; every further turn sends it again. Behind it stand
tool-result-missing or tool-use-id-duplicate.

## Example
```text
API Error: 400 due to tool use concurrency issues. Run /rewind to recover the conversation.
```

## Fix
`/rewind` to before the broken turn, or begin a new session.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "API Error: {n:n} due to tool use concurrency issues. Run /rewind to recover the conversation.",
            since="2025-10",
            source="corpus dev-013",
        ),
        Says("due to tool use concurrency issues. Run /rewind to recover the conversation.", since="2025-10", source="corpus dev-013"),
        Says("{lead}due to tool use concurrency issues{tail}", since="2025-10", source="corpus dev-013"),
    ],
    status=400,
    error=None,
    evidence="observed",
    side="client",
    retry="never",
    phase="answer",
    origin="client",
    cause="the saved conversation has a tool call without result, or one id twice",
    mend="use /rewind to go back before it, or begin a new session",
)
def claude_code_tool_concurrency() -> None: ...
