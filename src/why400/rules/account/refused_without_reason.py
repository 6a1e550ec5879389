"""The API answers "Error", and nothing more.

## What happens
A 400 of type invalid_request_error whose whole message is `Error`.

## Why the API refuses it
It does not say. Seen since March 2026 where a subscription's OAuth token went out from a client other than Claude Code, to Sonnet and Opus;
Haiku answered with the same token.

## Example
```text
litellm.BadRequestError: AnthropicException - {"type":"error","error":{"type":"invalid_request_error","message":"Error"},
"request_id":"req_011CZACayYzvBK2dtytcvDpD"}
```

## Fix
Use an API key of the Console; nothing in the body is known to help.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Error", typed=True, since="2026-03", source="public HKUDS/nanobot#2200 mnfst/llm-gateway#1193 anomalyco/opencode#17910"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="credentials",
    retry="never",
    phase="answer",
    cause="the API gives no reason; seen with a subscription's token that another client than Claude Code sends",
    mend="use an API key",
)
def refused_without_reason() -> None: ...
