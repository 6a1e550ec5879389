"""The long context beta is not part of the subscription.

## What happens
The request asks for the window of a million tokens with a plan that does not have it.

## Why the API refuses it
The beta context-1m is open by plan and tier. Usual ways there: a client that always sends the beta header; a model
name with `[1m]`; a plan below the one that has it.

## Example
```text
Error code: 400
{"type":"error","error":{"type":"invalid_request_error","message":"The long context beta is not yet available for this
subscription."},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Leave the beta context-1m-… out (Claude Code: choose the model without `[1m]`), or use a plan or API tier that has it.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "The long context beta is not yet available for this subscription.",
            since="2025-12",
            source="corpus dev-266 dev-267 dev-268 measured rx-long-context-beta-haiku",
        ),
        Says("The long context beta is {how} available for this {what}", since="2025-12", source="corpus dev-266"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="account",
    retry="never",
    phase="answer",
    cause="the plan has no window of a million tokens",
    mend="leave the context-1m beta out, or use a plan that has it",
)
def long_context_not_available() -> None: ...
