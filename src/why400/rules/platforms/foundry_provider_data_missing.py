"""The deployment lacks modelProviderData.

## What happens
The deployment of a Claude model is being made without what Anthropic asks of its customers.

## Why the API refuses it
Deployments by template or CLI must name industry, organizationName and countryCode; the portal asks for them.

## Example
```text
{"error": {"code": "InvalidModelProviderData", "message": "ModelProviderData is required for Anthropic model deployments but was not
provided. Please provide all required fields: industry, organizationName, and countryCode."}}
```

## Fix
Add modelProviderData to the deployment, or make it in the portal.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "ModelProviderData is required for Anthropic model deployments but was not provided. Please provide all "
            "required fields: industry, organizationName, and countryCode.",
            since="2026-04",
            source="corpus dev-163",
            on="foundry",
        ),
        Says("ModelProviderData is {rest:rest}", since="2026-04", source="corpus dev-163", on="foundry"),
    ],
    status=400,
    error="InvalidModelProviderData",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="platform",
    cause="the deployment does not say whose it is: industry, organizationName, countryCode",
    mend="add modelProviderData, or make the deployment in the portal",
)
def foundry_provider_data_missing() -> None: ...
