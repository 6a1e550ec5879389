"""An IAM or service control policy denies the call.

## What happens
AWS knows who calls, and a policy says no; the message names the caller, the action and the resource.

## Why the API refuses it
Usual ways there: a policy that names the model but not the inference profile (or one region of it), a service control
policy of the organization, the streaming action left out.

## Example
```text
botocore.errorfactory.AccessDeniedException: An error occurred (AccessDeniedException) when calling the InvokeModel operation: User:
arn:aws:sts::123456789012:assumed-role/app/session is not authorized to perform: bedrock:InvokeModelWithResponseStream on resource:
arn:aws:bedrock:::foundation-model/anthropic.claude-opus-4-6-v1 with an explicit deny in a service control policy
```

## Fix
Allow bedrock:InvokeModel and bedrock:InvokeModelWithResponseStream on the profile and on the foundation model in
every region of it. "Explicit deny" is for whoever owns that policy.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "User: {arn} is not authorized to perform: bedrock:{name} on resource: {resource} with an explicit deny "
            "in a service control policy",
            since="2025-10",
            source="corpus dev-695",
            on="bedrock",
        ),
        Says(
            "User: {arn} is not authorized to perform: bedrock:{name} on resource: {resource}{rest:rest}",
            since="2026-02",
            source="corpus dev-696 dev-816",
            on="bedrock",
        ),
        Says("User: {arn} is not authorized to perform: bedrock{tail}", since="2026-02", source="corpus dev-696", on="bedrock"),
    ],
    status=403,
    error="AccessDeniedException",
    evidence="observed",
    side="credentials",
    retry="never",
    phase="answer",
    origin="platform",
    cause="an AWS policy denies bedrock:{name} to the caller || an AWS policy denies the action to the caller",
    mend="allow it on the inference profile and on the model in all its regions; an explicit deny has to be lifted where it stands",
)
def bedrock_action_denied() -> None: ...
