"""The organization is not in that beta.

## What happens
The endpoint belongs to a beta that is open by invitation. Known by error_code organization_not_enrolled_in_beta; the
wording is not known yet.

## Why the API refuses it
Some betas are opened organization by organization; the header alone does not open them.

## Example
```text
HTTP/1.1 400
{"type":"error","error":{"type":"invalid_request_error","message":"...","details":{"error_code":"organization_not_enrolled_in_beta"}},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Ask to be enrolled, or check whether the key belongs to the organization that is.
"""

from why400.rules import rule


@rule(
    source="rules-messages beta-not-enrolled",
    codes=("organization_not_enrolled_in_beta",),
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="account",
    retry="never",
    phase="answer",
    cause="the organization has not been let into this beta",
    mend="ask to be enrolled, or use a key of the organization that is",
)
def beta_not_enrolled() -> None: ...
