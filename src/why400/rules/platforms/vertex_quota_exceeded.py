"""The project's quota for the base model is used up.

## What happens
The project has a quota per base model and region; it is used up, or was 0 from the start.

## Why the API refuses it
New projects often have 0 for Claude models, so even the first call is refused. Waiting helps only where the quota is
above 0.

## Example
```text
{"error": {"code": 429, "message": "Quota exceeded for aiplatform.googleapis.com/online_prediction_requests_per_base_model with base
model: anthropic-claude-sonnet-4. Please submit a quota increase request.
https://cloud.google.com/vertex-ai/docs/generative-ai/quotas-genai.", "status": "RESOURCE_EXHAUSTED"}}
```

## Fix
Google Cloud console, Quotas: filter by the base model, ask for an increase; or use the location global.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Quota exceeded for aiplatform.googleapis.com/{name} with base model: {model}. Please submit a quota increase request. {url}.",
            since="2024-10",
            source="corpus dev-226",
            on="vertex",
        ),
        Says(
            "Quota exceeded for aiplatform.googleapis.com/{name} with base model: {model}. Please submit a quota increase request.",
            since="2025-06",
            source="corpus dev-780",
            on="vertex",
        ),
        Says("Quota exceeded for aiplatform.googleapis.com/{tail}", since="2024-10", source="corpus dev-574", on="vertex"),
    ],
    status=429,
    error="RESOURCE_EXHAUSTED",
    evidence="observed",
    side="limits",
    retry="wait",
    phase="answer",
    origin="platform",
    cause="the project's quota for this model is used up, or was never above 0",
    mend="look at the quota in the Google Cloud console; if it is 0, ask for an increase",
)
def vertex_quota_exceeded() -> None: ...
