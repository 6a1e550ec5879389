"""Model access is not granted in the console.

## What happens
The account has no access to the model in this region.

## Why the API refuses it
Access is granted account by account and region by region. Usual ways there: another region than the one where access
was asked for, another AWS profile than intended.

## Example
```text
botocore.errorfactory.AccessDeniedException: An error occurred (AccessDeniedException) when calling the InvokeModel operation: You
don't have access to the model with the specified model ID.
```

## Fix
Bedrock console, Model access, in the region of the call; check the profile that signs the call.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("You don't have access to the model with the specified model ID.", since="2024-10", source="corpus dev-358", on="bedrock"),
        Says(
            "You don{mark}t have access to the model with the specified model ID{tail}",
            since="2024-10",
            source="corpus dev-358",
            on="bedrock",
        ),
    ],
    status=403,
    error="AccessDeniedException",
    evidence="observed",
    side="account",
    retry="never",
    phase="answer",
    origin="platform",
    cause="the account has no access to this model in this region",
    mend="ask for it in the Bedrock console, in the region of the call",
)
def bedrock_model_access_missing() -> None: ...
