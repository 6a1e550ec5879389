"""OpenRouter serves the model in no batch.

## What happens
The gateway has no batch endpoint for that model or provider.

## Why the API refuses it
Not an answer of the API: OpenRouter names its endpoints with a colon, and `:batch` exists for some models only.

## Example
```text
Model 'anthropic/claude-opus-5' does not have a :batch endpoint.
```

## Fix
Send single calls, choose another provider, or use the Batches API itself.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Model '{name}' does not have a :batch endpoint.", since="2026-09", source="corpus dev-530"),
        Says(
            "Model '{name}' does not have an eligible :batch endpoint matching provider.only: {provider}.",
            since="2026-09",
            source="corpus dev-531",
        ),
        Says("Model '{name}' does not have an{what}:{kind} endpoint{tail}", since="2026-09", source="corpus dev-531"),
    ],
    status=400,
    error=None,
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="gateway",
    cause="the gateway offers no batches for {name}",
    mend="send single calls, or use the Batches API itself",
)
def gateway_batch_unsupported() -> None: ...
