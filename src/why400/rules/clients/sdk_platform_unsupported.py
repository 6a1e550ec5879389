"""The SDK's platform client lacks batches or counting.

## What happens
The client for Bedrock or Vertex AI refuses the call; nothing was sent.

## Why the API refuses it
Not an answer of the API: the platform has no such endpoint, or the SDK does not offer it there.

## Example
```text
anthropic.AnthropicError: Token counting is not supported in Bedrock yet
```

## Fix
Use the Claude API for batches and counting, or the platform's own way.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Token counting is not supported in {name} yet", since="2025-12", source="corpus dev-310 sdk lib/bedrock/_client.py"),
        Says(
            "The Batch API is not supported in {name} yet",
            since="2026-11",
            source="rules-beyond bedrock-no-batch-count sdk lib/bedrock/_client.py",
        ),
        Says(
            "The Batch API is not supported in the {name} client yet",
            since="2026-11",
            source="rules-beyond vertex-shape sdk lib/vertex/_client.py",
        ),
        Says("User profile action URLs are not supported in the {name} client.", since="2026-11", source="sdk lib/aws/_client.py"),
    ],
    status=None,
    error=None,
    evidence="observed",
    side="client",
    retry="never",
    phase="answer",
    origin="client",
    cause="the SDK does not offer this on {name}; nothing was sent",
    mend="use the Claude API for it, or the platform's own way",
)
def sdk_platform_unsupported() -> None: ...
