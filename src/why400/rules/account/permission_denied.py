"""The credential may not do that.

## What happens
A 403 of type permission_error without a more precise sentence.

## Why the API refuses it
The key is known but its workspace, role or kind does not open this resource: an admin endpoint with a normal key, a
file or batch of another workspace.

## Example
```text
Error code: 403
{"type":"error","error":{"type":"permission_error","message":"..."},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Use a key of the workspace that owns the resource, or an admin key where the endpoint is one for administrators.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Permission denied", typed=True, since="2026-01", source="public anthropics/claude-code#17848 anthropics/claude-code#51610")
    ],
    source="rules-messages error-type-403",
    status=403,
    error="permission_error",
    evidence="documented",
    side="credentials",
    retry="never",
    phase="answer",
    cause="the credential is good, but not for this resource",
    mend="use a key of the workspace that owns it, or an admin key for admin endpoints",
)
def permission_denied() -> None: ...
