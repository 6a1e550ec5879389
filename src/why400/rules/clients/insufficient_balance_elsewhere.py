"""Another vendor's or a relay's account is empty.

## What happens
Money is gone, but not at Anthropic: the text is that of a relay or another vendor.

## Why the API refuses it
The API says "Your credit balance is too low …". Usual ways there: a base URL of MiniMax, Z.ai, DeepSeek or a relay in
the settings.

## Example
```text
{"type": "error", "error": {"type": "insufficient_balance_error", "message": "insufficient balance (1008)"}}
```

## Fix
Top up there, or take that base URL out of the settings.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Insufficient account balance", since="2026-03", source="corpus dev-433"),
        Says("Insufficient account balance{tail}", since="2026-03", source="corpus dev-433"),
        Says("insufficient balance ({n:n})", since="2025-12", source="corpus dev-434 dev-729"),
        Says("Insufficient balance or no resource package. Please recharge.", since="2025-10", source="corpus dev-435"),
        Says("Insufficient balance{tail}", since="2025-10", source="corpus dev-435"),
        Says("Insufficient Balance{tail}", since="2025-10", source="corpus dev-435"),
        Says("Insufficient credits{tail}", since="2026-06", source="public Gitlawb/openclaude#1528"),
        Says(
            "This request requires more credits, or fewer max_tokens. You requested up to {n:n} tokens, but can only afford {most:n}.{tail}",
            since="2025-07",
            source="public continuedev/continue#10705 Alishahryar1/free-claude-code#237 QwenLM/qwen-code#73",
        ),
    ],
    status=None,
    error=None,
    evidence="observed",
    side="account",
    retry="never",
    phase="answer",
    origin="lookalike",
    cause="the account at another vendor or relay is empty, not the one at Anthropic",
    mend="top up there, or take that base URL out",
)
def insufficient_balance_elsewhere() -> None: ...
