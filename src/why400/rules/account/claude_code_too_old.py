"""Claude Code is older than required.

## What happens
The model or the organization asks for a newer Claude Code. Known by error_code claude_code_version_too_old; the
wording is not known yet.

## Why the API refuses it
New models need what new versions send; organizations can set a lowest version.

## Example
```text
HTTP/1.1 400
{"type":"error","error":{"type":"invalid_request_error","message":"...","details":{"error_code":"claude_code_version_too_old"}},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Update: `claude update`, then start it anew.
"""

from why400.rules import rule


@rule(
    source="rules-messages code-claude-code-version-too-old",
    codes=("claude_code_version_too_old",),
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="client",
    retry="never",
    phase="answer",
    cause="this Claude Code is older than the model or the organization asks for",
    mend="update Claude Code and start it anew",
)
def claude_code_too_old() -> None: ...
