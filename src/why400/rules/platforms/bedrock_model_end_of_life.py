"""The model is retired on Bedrock.

## What happens
The model version is no longer served.

## Why the API refuses it
Retirement dates on Bedrock are its own and differ from those of the Claude API.

## Example
```text
botocore.errorfactory.ResourceNotFoundException: An error occurred (ResourceNotFoundException) when calling the InvokeModel
operation: This model version has reached the end of its life. Please refer to the AWS documentation for more details.
```

## Fix
Move to an active model.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "This model version has reached the end of its life. Please refer to the AWS documentation for more details.",
            since="2026-05",
            source="corpus dev-300",
            on="bedrock",
        ),
        Says("This model version has reached the end of its life{tail}", since="2026-05", source="corpus dev-300", on="bedrock"),
    ],
    status=404,
    error="ResourceNotFoundException",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="platform",
    cause="Bedrock no longer serves this model version",
    mend="move to an active model",
)
def bedrock_model_end_of_life() -> None: ...
