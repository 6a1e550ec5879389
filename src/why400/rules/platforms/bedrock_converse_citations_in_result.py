"""Converse refuses citations in tool result documents.

## What happens
A document inside a tool result has citations on.

## Why the API refuses it
Converse takes citations on documents of a message only.

## Example
```text
botocore.errorfactory.ValidationException: An error occurred (ValidationException) when calling the Converse operation: Citations
are not supported in tool result documents.
```

## Fix
Switch citations off there, or move the document into the message.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Citations are not supported in tool result documents.", since="2025-10", source="corpus dev-018", on="bedrock"),
    ],
    status=400,
    error="ValidationException",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="platform",
    cause="a document inside a tool result has citations on",
    mend="switch them off there, or move the document into the message",
)
def bedrock_converse_citations_in_result() -> None: ...
