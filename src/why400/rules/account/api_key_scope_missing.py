"""The key lacks a scope.

## What happens
The key is good, but may not do this on the endpoint it was sent to.

## Why the API refuses it
Keys for the compliance and organization endpoints carry scopes; the message lists what it has and what is asked for.

## Example
```text
Error code: 403
{"type":"error","error":{"type":"permission_error","message":"Missing required scopes. Got: ['read:activity'] Needed:
['read:chats']"},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Create a key with the scope that is needed.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Missing required scopes. Got: {list} Needed: {needed}", since="2026-08", source="rules-beyond compliance-scope"),
        Says("Missing required scopes{tail}", since="2026-08", source="rules-beyond compliance-scope"),
    ],
    source="rules-beyond errcode-api-key-scope-missing",
    codes=("api_key_scope_missing",),
    status=403,
    error="permission_error",
    evidence="documented",
    side="credentials",
    retry="never",
    phase="answer",
    cause="the key was made without the scope that this endpoint asks for",
    mend="make a key with that scope",
)
def api_key_scope_missing() -> None: ...
