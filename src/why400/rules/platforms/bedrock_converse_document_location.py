"""A document of a Converse message is named by its place in S3.

## What happens
A `document` block of a message has `source.s3Location`, and the model is one of Anthropic's.

## Why the API refuses it
Bedrock fetches such a document only inside a tool result; in a message it passes on a source without a type, which the model's own check
refuses. Usual way there: a framework that uploads files to S3 and names them alike everywhere.

## Example
```http
POST /model/us.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse HTTP/1.1
Host: bedrock-runtime.us-east-1.amazonaws.com
Content-Type: application/json

{"messages": [{"role": "user", "content": [{"text": "Sum it up."},
  {"document": {"name": "report", "format": "pdf", "source": {"s3Location": {"uri": "s3://files/report.pdf"}}}}]}]}
```

## Use instead
```http
POST /model/us.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse HTTP/1.1
Host: bedrock-runtime.us-east-1.amazonaws.com
Content-Type: application/json

{"messages": [{"role": "user", "content": [{"text": "Sum it up."},
  {"document": {"name": "report", "format": "pdf", "source": {"bytes": "JVBERi0xLjQ="}}}]}]}
```

## Fix
None: read the object from S3 and send its `bytes`.
"""

from why400.rules import Call, Hit, Hits, Pointer, Says, rule
from why400.rules.platforms.converse import is_claude, pieces


@rule(
    says=[
        Says(
            "The model returned the following errors: {path}.document.source.type: Field required",
            source="cassette pydantic-ai",
            on="bedrock",
        ),
    ],
    status=400,
    error="ValidationException",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    origin="platform",
    cause="{path} is a document that only its place in S3 names",
    mend="send the document's bytes",
)
def bedrock_converse_document_location(call: Call) -> Hits:
    for piece in pieces(call):
        if piece.kind == "document" and not piece.in_result and isinstance(piece.source.get("s3Location"), dict):
            yield Hit(
                Pointer((*piece.keys, "source", "s3Location")),
                path=piece.message_path,
                severity=None if is_claude(call) else "warning",
                label="send the bytes instead",
            )
