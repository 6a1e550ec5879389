"""The model cannot count tokens on Bedrock.

## What happens
CountTokens was asked for with a model or profile that does not offer it.

## Why the API refuses it
Counting works with base model ids rather than with inference profiles, and not for every model.

## Example
```text
HTTP/1.1 400
{"message": "The provided model doesn't support counting tokens."}
```

## Fix
Use the base id (without `us.`, `eu.`, `global.`), or count on the Claude API.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("The provided model doesn't support counting tokens.", source="cassette pydantic-ai", on="bedrock"),
        Says("The provided model doesn{mark}t support counting tokens{tail}", source="cassette pydantic-ai", on="bedrock"),
    ],
    status=400,
    error="ValidationException",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="platform",
    cause="Bedrock does not count tokens for this model id",
    mend="use the base model id instead of an inference profile",
)
def bedrock_count_tokens_unsupported() -> None: ...
