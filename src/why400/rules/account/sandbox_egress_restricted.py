"""The call comes from a sandbox that may not make it.

## What happens
The API refuses a call from inside a Claude sandbox with the code `sandbox_egress_restricted`; the wording is not known yet.

## Why the API refuses it
The sandbox's access to the network is restricted, and changing an organization is not among what is left. Usual way there: a script for
administration that an agent runs.

## Example
```text
HTTP/1.1 403
{"type":"error","error":{"type":"permission_error","message":"...","details":{"error_code":"sandbox_egress_restricted"}},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Make the call from a machine of yours.
"""

from why400.rules import rule


@rule(
    source="rules-messages code-sandbox-egress-restricted rules-beyond errcode-sandbox-egress-restricted",
    codes=("sandbox_egress_restricted",),
    status=403,
    error="permission_error",
    evidence="documented",
    side="client",
    retry="never",
    phase="answer",
    cause="the call was made inside a Claude sandbox whose network is restricted",
    mend="make it from outside the sandbox",
)
def sandbox_egress_restricted() -> None: ...
