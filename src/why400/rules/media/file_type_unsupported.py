"""The file is of a type that the block does not take.

## What happens
A document or image block names an uploaded file of another type.

## Why the API refuses it
A document is a PDF or plain text, an image one of four image types; what counts is the type given at upload. Usual ways there: a client
that uploads as application/octet-stream, an office document.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error",
  "message": "Unsupported document file format: application/octet-stream. Only PDF and plaintext documents are supported."}}
```

## Fix
Upload it again with its real content type. Turn office documents into PDF or text first, or give them to the code execution tool as
container_upload.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Unsupported document file format: {name}. Only PDF and plaintext documents are supported.",
            since="2025-09",
            source="corpus dev-351",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    source="rules-beyond document-binary-formats file-type-mismatch",
    cause="a document cannot be of the type {name}",
    mend="upload a PDF or plain text with its real content type",
)
def file_type_unsupported() -> None: ...
