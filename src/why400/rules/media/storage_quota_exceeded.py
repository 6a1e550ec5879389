"""The organization's file storage is full.

## What happens
An upload is refused because all files together have reached the quota.

## Why the API refuses it
Each organization has a fixed amount of storage (1 TB as documented), shared by its workspaces.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error", "message": "…", "details": {"error_code": "storage_quota_exceeded"}}}
```

## Fix
Delete files that are not needed any more; upload with expires_in_seconds from now on.
"""

from why400.rules import rule


@rule(
    codes=("storage_quota_exceeded",),
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="account",
    retry="after-fix",
    phase="answer",
    source="rules-beyond file-quota-1tb errcode-storage-quota-exceeded",
    cause="the organization's file storage is full",
    mend="delete files that are not needed any more",
)
def storage_quota_exceeded() -> None: ...
