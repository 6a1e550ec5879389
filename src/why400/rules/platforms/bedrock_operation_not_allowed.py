"""The AWS account may not call that model.

## What happens
`Operation not allowed`, or `Your account is not authorized to invoke this API operation.`: the status says 400, and the request is fine.

## Why the API refuses it
The account, not the caller's policy, is shut out. Usual ways there: a new account that AWS has not opened for Bedrock yet, access to the model
granted in another region than the one that is called, an account on hold.

## Example
```text
An error occurred (ValidationException) when calling the InvokeModel operation: Operation not allowed
```

## Fix
Request access to the model in the region that is called (Bedrock console, Model access); if it is granted there, ask AWS Support about the account.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Operation not allowed",
            typed=True,
            since="2024-03",
            source="public aws/aws-cli#8717 langchain-ai/langchain#19215",
            on="bedrock",
        ),
        Says(
            "Your account is not authorized to invoke this API operation.",
            since="2024-05",
            source="public aws-samples/amazon-bedrock-audio-summarizer#3",
            on="bedrock",
        ),
    ],
    status=400,
    error="ValidationException",
    evidence="observed",
    side="account",
    retry="after-fix",
    phase="answer",
    origin="platform",
    cause="the request is fine; AWS has not opened that model, or Bedrock, for this account in this region",
    mend="request access to the model in the region that is called, or ask AWS Support about the account",
)
def bedrock_operation_not_allowed() -> None: ...
