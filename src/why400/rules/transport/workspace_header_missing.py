"""The workspace in which the request acts is not named.

## What happens
The credential is bound to no single workspace, and the request has no `anthropic-workspace-id`.

## Why the API refuses it
Usage, limits and files belong to a workspace. Keys linked to an identity may act in several, and Claude Platform on AWS wants the header
always. Whether a key needs it cannot be seen from the key.

## Example
```http
POST /v1/messages HTTP/1.1
Host: aws-external-anthropic.us-east-1.api.aws
x-api-key: REDACTED
anthropic-version: 2023-06-01

{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```http
POST /v1/messages HTTP/1.1
Host: aws-external-anthropic.us-east-1.api.aws
x-api-key: REDACTED
anthropic-version: 2023-06-01
anthropic-workspace-id: wrkspc_1

{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
None: only you know the workspace (`wrkspc_…`, in the Console's settings).
"""

from why400.rules import Call, Header, Hit, Says, rule


@rule(
    says=[
        Says(
            "anthropic-workspace-id is required when authenticating with an identity-linked API key; send the id of the workspace "
            "this request acts in.",
            when="answer",
            source="corpus dev-375 dev-709",
        ),
        Says(
            "anthropic-workspace-id is required when authenticating with an identity-linked API key",
            when="answer",
            since="2026-09",
            source="corpus dev-708",
        ),
        Says(
            "This API key is not scoped to a workspace, so this request must include the anthropic-workspace-id header with the ID of the "
            "workspace to use.",
            when="answer",
            source="corpus dev-797",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    severity="warning",
    side="credentials",
    retry="after-fix",
    phase="transport",
    source="rules-messages workspace-id-header rules-beyond cpaws-workspace-header",
    cause="the header anthropic-workspace-id is missing",
    mend="send anthropic-workspace-id: wrkspc_… with the workspace's id",
)
def workspace_header_missing(call: Call) -> Hit | None:
    if call.context.platform != "aws" or "anthropic-workspace-id" in call.present or "anthropic-version" not in call.present:
        return None
    return Hit(Header("anthropic-workspace-id"))
