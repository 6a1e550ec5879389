"""The use-case form is not filled in for the AWS account.

## What happens
Anthropic models on Bedrock are opened once somebody has told what they are for.

## Why the API refuses it
The form is asked for once an account (or organization). After it is sent, some minutes go by.

## Example
```text
botocore.errorfactory.ResourceNotFoundException: An error occurred (ResourceNotFoundException) when calling the InvokeModel
operation: Model use case details have not been submitted for this account. Fill out the Anthropic use case details form before
using the model. If you have already filled out the form, try again in 15 minutes.
```

## Fix
Bedrock console, Model catalog, open an Anthropic model and fill the form in.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Model use case details have not been submitted for this account. Fill out the Anthropic use case "
            "details form before using the model. If you have already filled out the form, try again in {n:n} "
            "minutes.",
            since="2026-05",
            source="corpus dev-162",
            on="bedrock",
        ),
        Says(
            "Model use case details have not been submitted for this account{tail}", since="2026-05", source="corpus dev-162", on="bedrock"
        ),
        Says(
            "You have not filled out the required use-case form for this model. Complete the form at {url} before requesting access.",
            source="corpus dev-275",
            on="bedrock",
        ),
        Says("{lead}You have not filled out the required use-case form for this model{tail}", source="corpus dev-275", on="bedrock"),
    ],
    status=404,
    error="ResourceNotFoundException",
    evidence="observed",
    side="account",
    retry="never",
    phase="answer",
    origin="platform",
    cause="nobody has filled in the use-case form for this AWS account",
    mend="fill it in in the Bedrock console, and wait a quarter of an hour",
)
def bedrock_use_case_form_missing() -> None: ...
