"""countTokens is asked of publishers/google for a Claude model.

## What happens
Gemini's way of counting was used with a Claude model.

## Why the API refuses it
Claude models count at publishers/anthropic/models/count-tokens:rawPredict.

## Example
```text
{"error": {"code": 400, "message": "countTokens is infeasible for
projects/p/locations/us-east5/publishers/google/models/claude-sonnet-4@20250514", "status": "INVALID_ARGUMENT"}}
```

## Fix
Use the Anthropic SDK's Vertex client, or that path.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("countTokens is infeasible for {name}", since="2025-06", source="corpus dev-036", on="vertex"),
    ],
    status=400,
    error="INVALID_ARGUMENT",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="platform",
    cause="tokens of a Claude model are counted at Gemini's address",
    mend="count at publishers/anthropic/models/count-tokens:rawPredict",
)
def vertex_count_tokens_infeasible() -> None: ...
