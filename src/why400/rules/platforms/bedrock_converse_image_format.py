"""Converse takes png, jpeg, gif or webp as image.format.

## What happens
A member of the Converse body has a value that Bedrock does not know; most often `image.format`.

## Why the API refuses it
Usual ways there: `jpg` instead of `jpeg`, `image/png` instead of `png`, a file ending passed on as it is.

## Example
```text
botocore.errorfactory.ValidationException: An error occurred (ValidationException) when calling the ConverseStream operation: 1
validation error detected: Value at 'messages.1.member.content.2.member.image.format' failed to satisfy constraint: Member must
satisfy enum value set: [png, jpeg, gif, webp]
```

## Fix
Give one of png, jpeg, gif, webp.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "{n:n} validation error detected: Value at '{path}' failed to satisfy {rest:rest}",
            since="2026-09",
            source="corpus dev-164",
            on="bedrock",
        ),
        Says(
            "{n:n} validation error detected: Value '{value}' at '{path}' failed to satisfy {rest:rest}",
            since="2026-09",
            source="corpus dev-164",
            on="bedrock",
        ),
        Says(
            "{n:n} validation errors detected: Value at '{path}' failed to satisfy {rest:rest}",
            since="2026-09",
            source="corpus dev-164",
            on="bedrock",
        ),
        Says(
            "{n:n} validation errors detected: Value '{value}' at '{path}' failed to satisfy {rest:rest}",
            since="2026-09",
            source="corpus dev-164",
            on="bedrock",
        ),
    ],
    status=400,
    error="ValidationException",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="platform",
    cause="{path} has a value that Bedrock does not take there",
    mend="give one of the values that the message lists; images: png, jpeg, gif or webp",
)
def bedrock_converse_image_format() -> None: ...
