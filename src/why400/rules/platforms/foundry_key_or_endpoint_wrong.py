"""Wrong key, or the Azure OpenAI route instead of /anthropic.

## What happens
Azure turns the call away before any model: the key does not fit the resource, or the address is that of another
service.

## Why the API refuses it
Usual ways there: the key of another resource; the address of Azure OpenAI; a resource that was deleted.

## Example
```text
{"error": {"code": "401", "message": "Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a
valid key for an active subscription and use a correct regional API endpoint for your resource."}}
```

## Fix
Take key and target URI from the same page of the Foundry portal; the path is /anthropic/v1/messages.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key "
            "for an active subscription and use a correct regional API endpoint for your resource.",
            since="2025-11",
            source="corpus dev-005",
            on="foundry",
        ),
        Says("Access denied due to invalid subscription key{tail}", since="2025-11", source="corpus dev-005", on="foundry"),
    ],
    status=401,
    error=None,
    evidence="observed",
    side="credentials",
    retry="never",
    phase="answer",
    origin="platform",
    cause="the key does not belong to that Azure resource, or the address is that of another service",
    mend="take key and target URI from the same page of the Foundry portal",
)
def foundry_key_or_endpoint_wrong() -> None: ...
