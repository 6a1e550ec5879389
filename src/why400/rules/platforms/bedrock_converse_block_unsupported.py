"""Converse refuses a block or member for that model.

## What happens
The Converse API knows the block, the model behind it does not.

## Why the API refuses it
Converse is one form for many models. Usual ways there: video blocks or s3 locations with a Claude model.

## Example
```text
botocore.errorfactory.ValidationException: An error occurred (ValidationException) when calling the Converse operation: This model
doesn't support the video content block that you provided. Update the content block and try again.
```

## Fix
Take the block out, or give the bytes instead of an s3 location.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "This model doesn't support the {name} content block that you provided. Update the content block and try again.",
            source="cassette pydantic-ai",
            on="bedrock",
        ),
        Says("This model doesn't support the {name} field. Remove {name} and try again.", source="cassette pydantic-ai", on="bedrock"),
        Says("This model doesn{mark}t support {name} content block {tail}", source="cassette pydantic-ai", on="bedrock"),
    ],
    status=400,
    error="ValidationException",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="platform",
    cause="the model does not take {name}",
    mend="take it out, or use a model that knows it",
)
def bedrock_converse_block_unsupported() -> None: ...
