r"""A model of the Messages API is asked through the old completions endpoint.

## What happens
A body with a `prompt` goes to a model that is newer than Claude 2: to `/v1/complete`, or to Bedrock's InvokeModel.

## Why the API refuses it
Models since Claude 3 answer to `messages` only. Usual ways there: only the model's name was changed when the old one retired; on
Bedrock, code for `anthropic.claude-v2` pointed at a newer model.

## Example
```json endpoint=/v1/complete as_of=2026-01-08
{"model": "claude-haiku-4-5", "prompt": "\n\nHuman: Hello\n\nAssistant:", "max_tokens_to_sample": 100}
```

```http
POST /model/anthropic.claude-3-sonnet-20240229-v1%3A0/invoke HTTP/1.1
Host: bedrock-runtime.us-east-1.amazonaws.com
Content-Type: application/json

{"anthropic_version": "bedrock-2023-05-31", "prompt": "\n\nHuman: Hello\n\nAssistant:", "max_tokens_to_sample": 100}
```

## Use instead
```json
{"model": "claude-haiku-4-5", "max_tokens": 100, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
None: send the conversation as `messages` to `/v1/messages`.
"""

import re
from urllib.parse import unquote

from why400.contract import models
from why400.rules import Call, Hit, Pointer, Says, UrlPath, rule

_LEGACY = ("claude", "instant")  # the families up to Claude 2.1
_INVOKED = re.compile(r"/model/([^/]+)/invoke(?:-with-response-stream)?$")


@rule(
    says=[
        Says(
            '"{model}" is not supported on this API. Please use the Messages API instead.',
            since="2026-01-08",
            source="public langchain-ai/langsmith-sdk:test_completions_async_api",
        ),
        Says(
            '"{model}" is not supported on this API. Please use the Messages API instead.',
            on="bedrock",
            since="2024-06",
            error="ValidationException",
            source="public 57690372088 29131948835 25344342704",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    source="rules-beyond completions-legacy",
    cause="{model} answers to messages only, and the body has a prompt",
    mend="send `messages` and `max_tokens` to /v1/messages instead",
)
def completions_unsupported_by_model(call: Call) -> Hit | None:
    context = call.context
    invoked = _INVOKED.search(call.path) if context.platform == "bedrock" else None
    if invoked is None and not context.endpoint.endswith("/v1/complete"):
        return None
    body = call.json_body
    if "prompt" not in body or "messages" in body:
        return None
    sent = unquote(invoked[1]) if invoked is not None else body.get("model")
    model = models.find(sent, context.platform) if isinstance(sent, str) else None
    if model is None or model.family in _LEGACY or model.retired_on(context.on, context.platform):
        return None
    if invoked is not None:  # there the sentence has the plain id, not the one in the address
        return Hit(UrlPath(), model=model.printed_id, label="a model of the Messages API")
    return Hit(Pointer(("model",)), model=sent, label="a model of the Messages API")
