"""The model needs data retention that the organization has not.

## What happens
The body is valid; the model may only be used by organizations that keep data for 30 days.

## Why the API refuses it
Some models (Fable and Mythos lines) are served only with retention on. Usual ways there: an organization or workspace
with zero data retention; on Bedrock an account whose retention mode is not the one that the model asks for.

## Example
```text
Error code: 400
{"type":"error","error":{"type":"invalid_request_error","message":"In order to access this model, your organization or workspace
must have data retention enabled."},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Use another model, or have retention switched on for a workspace that is used for this model only.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "In order to access this model, your organization or workspace must have data retention enabled.",
            since="2026-08",
            source="rules-messages covered-model-retention rules-beyond org-fable-retention-config",
        ),
        Says(
            "data retention mode '{name}' is not available for this model",
            since="2026-06",
            source="corpus dev-037",
            on="bedrock",
            error="ValidationException",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="account",
    retry="never",
    phase="answer",
    cause="this model is served only where data is retained, and the account retains none",
    mend="use another model, or a workspace with retention on",
)
def data_retention_required() -> None: ...
