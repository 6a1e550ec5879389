"""The input has more tokens than the model's context window.

## What happens
Messages, system prompt and tools together are longer than what the model can read; nothing is cut off for you.

## Why the API refuses it
The window is fixed per model (200,000 or a million tokens). Usual ways there: an agent's history that only grows, a large tool result or
file read into it, a switch to a model with a smaller window.

## Example
```text
400 {"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long: 209062 tokens > 199999 maximum"}}
```

## Fix
Shorten or compact the history, clear old tool results (context management does both), or use a model with a larger window. `count_tokens`
tells the length beforehand.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("prompt is too long: {tokens:n} tokens > {limit:n} maximum", since="2024-10", source="corpus dev-216 dev-217 dev-218 dev-567"),
        Says("prompt is too long: {tokens:n} tokens › {limit:n} maximum", since="2025-06", source="corpus dev-568"),
        Says("Prompt is too long {tokens:n} tokens > {limit:n} maximum", since="2025-12", source="corpus dev-570"),
        Says("Prompt is too long: {tokens:n} tokens > {limit:n} maximum", since="2025-12", source="corpus dev-570"),
        Says("prompt is too long", source="rules-beyond context-window-prompt-too-long"),
        Says("Prompt is too long", source="corpus dev-570"),
        Says("Request size exceeds model context window", since="2025-08", status=413, source="corpus dev-237"),
        Says("Input is too long for requested model.", on="bedrock", since="2023-12", source="corpus dev-045 dev-046 dev-270"),
        Says("Input is too long for requested model", since="2023-12", source="corpus dev-045"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    source="rules-beyond context-window-prompt-too-long file-too-big-for-context",
    cause="the input is longer than the model's context window; it has {tokens} tokens, the window {limit}",
    mend="shorten or compact the input, clear old tool results, or use a model with a larger window",
)
def prompt_too_long() -> None:
    """Only the answer shows it: tokens cannot be counted here."""
