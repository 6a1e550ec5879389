"""The modelId has no form that Bedrock takes.

## What happens
The model id in the call is not of the pattern that Bedrock accepts; it was not even looked up.

## Why the API refuses it
Bedrock takes `anthropic.…-v1:0`, an inference profile (`us.anthropic.…`) or an ARN. Usual ways there: a suffix such
as `:100k`, a name of the Claude API or of LiteLLM (`bedrock/…`), an empty variable.

## Example
```text
botocore.errorfactory.ValidationException: An error occurred (ValidationException) when calling the InvokeModel operation: 1
validation error detected: Value 'bedrock/claude-sonnet-4-5' at 'modelId' failed to satisfy constraint: Member must satisfy regular
expression pattern: (arn:aws(-[^:]+)?:bedrock:...
```

## Fix
Copy the id from the Bedrock console (Model catalog, or Cross-region inference).
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "{n:n} validation error detected: Value '{value}' at 'modelId' failed to satisfy constraint: {rest:rest}",
            since="2023-12",
            source="corpus dev-165",
            on="bedrock",
        ),
        Says(
            "{n:n} validation errors detected: Value '{value}' at 'modelId' failed to satisfy constraint: {rest:rest}",
            since="2023-12",
            source="corpus dev-165",
            on="bedrock",
        ),
        Says(
            "Value '{value}' at 'modelId' failed to satisfy constraint: {rest:rest}", since="2023-12", source="corpus dev-165", on="bedrock"
        ),
    ],
    status=400,
    error="ValidationException",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="platform",
    cause="the model id '{value}' is of no form that Bedrock takes",
    mend="copy the id, or the inference profile's, from the Bedrock console",
)
def bedrock_model_id_malformed() -> None: ...
