"""GitHub Copilot's backend says that the model's provider is overloaded.

## What happens
A 503 with the code `model_overloaded`, in Copilot's words.

## Why the API refuses it
Not the API: Copilot's backend, which serves Claude models through providers of its own, has no room at the moment.

## Example
```text
503 {"error": {"message": "Sorry, the upstream model provider is currently experiencing high demand. Please try again later or consider switching models.",
"code": "model_overloaded"}}
```

## Fix
Wait with growing pauses and try again, or take another model for the time being.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Sorry, the upstream model provider is currently experiencing high demand. Please try again later or consider switching models.",
            since="2026-03",
            source="public caozhiyuan/copilot-api#114",
        ),
        Says(
            "{model} is currently experiencing high demand. Please try another model for the moment. Error Code: {code:word}",
            since="2025-05",
            source="public microsoft/vscode-copilot-release#11207",
        ),
    ],
    status=503,
    error=None,
    evidence="observed",
    side="service",
    retry="backoff",
    phase="answer",
    origin="lookalike",
    cause="Copilot's backend is overloaded; it is not the API",
    mend="wait with growing pauses, or take another model for the time being",
)
def lookalike_copilot_overloaded() -> None: ...
