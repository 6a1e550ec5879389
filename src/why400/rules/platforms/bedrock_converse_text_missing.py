"""Converse finds no text where it needs some.

## What happens
A text block of a Converse request is blank, a message has no content at all, or a document comes without a text beside it.

## Why the API refuses it
Converse looks at the blocks itself, before the model is asked, and has words of its own for it. Usual ways there: an answer that was nothing
but tool calls, written back with an empty text; an upload without a prompt; a framework that drops the blocks which it does not know.

## Example
```text
litellm.BadRequestError: BedrockException - {"message":"The text field in the ContentBlock object at messages.2.content.1 is blank. Add
text to the text field, and try again."}
```

## Fix
Leave blank text blocks and empty messages out; say in a text block what is to be done with a document.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "The text field in the {object:word} object at {path} is blank. Add text to the text field, and try again.",
            since="2024-12",
            source="public OpenHands/OpenHands#5339 stdapi-ai/stdapi.ai#24",
            on="bedrock",
        ),
        Says(
            "The content field in the Message object at {path} is empty. Add a ContentBlock object to the content field and try again.",
            since="2026-04",
            source="public archestra-ai/archestra#4220",
            on="bedrock",
        ),
        Says(
            "A text block must be included when using documents.",
            since="2026-04",
            source="public archestra-ai/archestra#4220",
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
    cause="a block or message has no text where Converse needs some",
    mend="leave blank blocks and empty messages out; put a text block beside a document",
)
def bedrock_converse_text_missing() -> None: ...
