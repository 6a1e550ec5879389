"""The file is past its expiry.

## What happens
A file was uploaded with expires_in_seconds; that time is over, its bytes are gone.

## Why the API refuses it
What has expired cannot be read again. In a message it is refused before the model runs; reading the content answers 404.

## Example
```text
{"type": "error", "error": {"type": "not_found_error", "message": "…", "details": {"error_code": "file_expired"}}}
```

## Fix
Upload the file again, with a longer expiry or none, and take the new id.
"""

from why400.rules import rule


@rule(
    codes=("file_expired",),
    status=404,
    error="not_found_error",
    evidence="documented",
    side="request",
    retry="after-fix",
    phase="answer",
    source="rules-messages code-file-expired rules-beyond file-expired-in-message file-download-expired errcode-file-expired",
    cause="the file's expiry has passed and its bytes are gone",
    mend="upload it again and send the new id",
)
def file_expired() -> None: ...
