"""API version 2026-10-21 is sent to Amazon Bedrock for a model before Claude 4.7.

## What happens
The request asks Bedrock for the API version 2026-10-21 with a model that is served there in the older version only.

## Why the API refuses it
On Bedrock the newer version came with Claude 4.7. Usual ways there: a new SDK, which sends the newer version, with an older model.

## Example
```json platform=bedrock api_version=2026-10-21 model=us.anthropic.claude-haiku-4-5-20251001-v1:0
{}
```

## Use instead
```json platform=bedrock api_version=2023-06-01 model=us.anthropic.claude-haiku-4-5-20251001-v1:0
{}
```

## Fix
None: choose the older version or a newer model.
"""

from why400.rules import Conversation, Header, Hit, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    severity="warning",
    side="request",
    retry="never",
    phase="transport",
    needs="platform:bedrock",
    source="rules-messages v20261021-bedrock-models rules-beyond anthropic-version-availability",
    cause="Amazon Bedrock serves {model} in API versions before 2026-10-21 only",
    mend="send anthropic-version: 2023-06-01, or use a model from Claude 4.7 on",
)
def version_unsupported_on_platform(talk: Conversation) -> Hit | None:
    context = talk.context
    if context.platform != "bedrock" or not context.version_known or context.api_version < "2026-10-21" or context.model is None:
        return None
    # pinning to a place came with 4.6, so models without it are older
    if context.model.inference_geo is True and not context.model.id.endswith("-4-6"):
        return None
    return Hit(Header("anthropic-version"), model=context.model_id)
