"""MiniMax's backend refuses a parameter.

## What happens
`invalid params, …`, with MiniMax's own number in brackets at the end.

## Why the API refuses it
Not the API: another backend behind an address that speaks its format (base URL, router, relay, local server). MiniMax
serves no server tools, wants each tool result right behind its call, and takes one system text.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error", "message": "invalid params, tool call result does not follow tool call
(2013)"}}
```

## Fix
Send what MiniMax takes, or use the API itself.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "invalid params, {reason} (2013)",
            since="2025-11",
            source="public MiniMax-AI/MiniMax-M2#43 dataelement/Clawith#589 ding113/claude-code-hub#1262",
        ),
    ],
    status=400,
    error=None,
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="lookalike",
    cause="MiniMax's backend, not the API, refuses the request: {reason}",
    mend="send what MiniMax takes, or use the API itself",
)
def lookalike_minimax() -> None: ...
