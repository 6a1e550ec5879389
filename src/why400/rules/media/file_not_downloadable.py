"""An uploaded file cannot be downloaded.

## What happens
The content of a file is asked for that somebody uploaded.

## Why the API refuses it
Only files that tools made can be read back (downloadable is true in their data).

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error", "message": "File is not downloadable",
  "details": {"error_code": "file_not_downloadable"}}}
```

## Fix
Keep a copy of what you upload; ask for the content of files made by code execution or skills only.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "File is not downloadable",
            since="2026-06",
            source="corpus dev-417",
        ),
    ],
    codes=("file_not_downloadable",),
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    source="rules-beyond errcode-file-not-downloadable file-download-uploaded",
    cause="only files that tools made can be downloaded",
    mend="keep your own copy of what you upload",
)
def file_not_downloadable() -> None: ...
