"""A part of an upload is no file.

## What happens
A multipart upload has a part under `files[]` without a filename, so that it is read as a plain text field.

## Why the API refuses it
What makes a part a file is the filename in its Content-Disposition. Usual ways there: an SDK that is given bytes or a string instead of a
file with a name.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error", "message": "files[].0: Expected UploadFile, received: <class 'str'>"}}
```

## Fix
Give each part a filename and a content type.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "files[].{index:n}: Expected UploadFile, received: <class '{kind}'>",
            since="2026-06",
            source="corpus dev-044",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    cause="part {index} of files[] came without a filename",
    mend="give each part a filename",
)
def upload_part_not_a_file() -> None: ...
