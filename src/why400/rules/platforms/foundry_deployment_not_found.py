"""No deployment of that name.

## What happens
On Foundry `model` is the name of a deployment, and the resource has none of that name.

## Why the API refuses it
Usual ways there: the model id instead of the deployment's name; another resource; a deployment made minutes ago.

## Example
```text
{"error": {"code": "DeploymentNotFound", "message": "The API deployment for this resource does not exist. If you created the
deployment within the last 5 minutes, please wait a moment and try again."}}
```

## Fix
Send the deployment's name as it stands in the Foundry portal; wait five minutes after making one.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "The API deployment for this resource does not exist. If you created the deployment within the last "
            "{n:n} minutes, please wait a moment and try again.",
            since="2024-05",
            source="corpus dev-262 dev-616 dev-617",
            on="foundry",
        ),
        Says("The API deployment for this resource does not exist{tail}", since="2024-05", source="corpus dev-616", on="foundry"),
        Says("DeploymentNotFound", since="2024-05", source="corpus dev-616", on="foundry"),
    ],
    status=404,
    error="DeploymentNotFound",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="platform",
    cause="the resource has no deployment of the name that stands in model",
    mend="send the deployment's name, not the model's; wait a few minutes after making one",
)
def foundry_deployment_not_found() -> None: ...
