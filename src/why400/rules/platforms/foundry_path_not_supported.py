"""The route is not served on Foundry.

## What happens
The resource exists, the path does not: a doubled path, batches, or the OpenAI surface.

## Why the API refuses it
On Foundry Claude answers under /anthropic/v1/messages only. Usual ways there: a base URL that already ends in
/v1/messages; an OpenAI client; the Batches API.

## Example
```text
{"error": {"code": "api_not_supported", "message": "Requested API is currently not supported"}}
```

## Fix
Base URL https://RESOURCE.services.ai.azure.com/anthropic, and the SDK adds the rest; no batches there.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Requested API is currently not supported", since="2026-02", source="corpus dev-239", on="foundry"),
        Says("api_not_supported", since="2026-08-25", source="measured fo-batches", on="foundry"),
    ],
    source="measured foundry-openai-surface",
    status=404,
    error="api_not_supported",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="platform",
    cause="Foundry has no such route; Claude answers under /anthropic/v1/messages only",
    mend="end the base URL in /anthropic, and do without batches",
)
def foundry_path_not_supported() -> None: ...
