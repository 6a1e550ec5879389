"""Bedrock does not know the model id in that region.

## What happens
`The provided model identifier is invalid.`: the id has the right form, and the region has no such model or inference profile.

## Why the API refuses it
Usual ways there: an id of the Claude API in place of Bedrock's (`anthropic.…-v1:0`), a misspelt suffix, a model or a profile (`us.`, `eu.`)
that another region serves, a client that does not know a new id yet.

## Example
```text
Error: An error occurred (ValidationException) when calling the InvokeModelWithResponseStream operation: The provided model identifier is invalid.
```

## Fix
Copy the id, or the inference profile's, from the Bedrock console of the region that is called.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("The provided model identifier is invalid.", since="2024-03", source="public sblakey/llm-bedrock-anthropic#8", on="bedrock"),
    ],
    status=400,
    error="ValidationException",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="platform",
    cause="the region that is called has no model or inference profile of that id",
    mend="copy the id, or the inference profile's, from the Bedrock console of that region",
)
def bedrock_model_id_invalid() -> None: ...
