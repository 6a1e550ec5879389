"""The resource is in another state.

## What happens
A 409 of type conflict_error: what was asked does not fit what the resource is just now.

## Why the API refuses it
Somebody else changed or is changing it, or it has already been done. The sentence differs; the type says enough.

## Example
```text
Error code: 409
{"type":"error","error":{"type":"conflict_error","message":"..."},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Read the resource again, decide anew, then send.
"""

from why400.rules import rule


@rule(
    source="rules-messages error-type-409",
    status=409,
    error="conflict_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="answer",
    cause="the resource is not in the state that this call needs",
    mend="read it again, decide anew, then send",
)
def conflict() -> None: ...
