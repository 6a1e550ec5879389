"""A feature that HIPAA organizations may not use.

## What happens
The organization has HIPAA readiness on; the request uses something outside the list that is eligible.

## Why the API refuses it
With HIPAA readiness only some features are open. The message names the others that the request uses.

## Example
```text
Error code: 400
{"type":"error","error":{"type":"invalid_request_error","message":"The requested features are not available for HIPAA-regulated
organizations without Zero Data Retention: code_execution."},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Take the named features out, or send such requests from another organization.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "The requested features are not available for HIPAA-regulated organizations without Zero Data Retention: {list}.",
            since="2026-08",
            source="rules-beyond org-hipaa-feature-not-eligible",
        ),
        Says(
            "The requested features are not available for HIPAA-regulated organizations{tail}",
            since="2026-08",
            source="rules-beyond org-hipaa-feature-not-eligible",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="account",
    retry="never",
    phase="answer",
    cause="the organization has HIPAA readiness on, and the request uses {list} "
    "|| the organization has HIPAA readiness on, which the features named do not go with",
    mend="take these features out of the request",
)
def feature_not_for_hipaa() -> None: ...
