"""The model does not read PDFs.

## What happens
A PDF goes to a model that takes none.

## Why the API refuses it
Older small models have no PDF input. On Bedrock a document with citations is given to the model as a PDF.

## Example
```text
ValidationException: claude-3-5-haiku-20241022 does not support PDFs.
```

## Fix
Take a newer model, or send the document's text.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "{model:word} does not support PDFs.",
            since="2025-07",
            source="corpus dev-167",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    cause="{model} takes no PDFs",
    mend="take a newer model, or send the document's text",
)
def pdf_unsupported_by_model() -> None: ...
