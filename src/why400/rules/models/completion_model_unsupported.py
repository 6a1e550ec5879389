r"""A model of the Messages API, sent an old completion.

## What happens
The body holds a `prompt`, as for `/v1/complete`, and the model is one of Claude 3 or later.

## Why the API refuses it
These models read messages only. Usual ways there: on Amazon Bedrock, code that was written for Claude 2 and given a newer model's id.

## Example
```http platform=bedrock
POST https://bedrock-runtime.us-east-1.amazonaws.com/model/anthropic.claude-3-sonnet-20240229-v1:0/invoke HTTP/1.1
content-type: application/json

{"prompt": "\n\nHuman: Hello\n\nAssistant:", "max_tokens_to_sample": 300}
```

## Use instead
```http platform=bedrock
POST https://bedrock-runtime.us-east-1.amazonaws.com/model/anthropic.claude-3-sonnet-20240229-v1:0/invoke HTTP/1.1
content-type: application/json

{"anthropic_version": "bedrock-2023-05-31", "max_tokens": 300, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
None: send `messages` and `max_tokens`, and read `content` instead of `completion` in the answer.
"""

import re
from urllib.parse import unquote

import orjson

from why400.contract import models
from why400.rules import Call, Hit, Pointer, Says, rule

_INVOKED = re.compile(r"/model/([^/]+)/invoke(?:-with-response-stream)?$")
_OLD = ("claude", "instant")
"""Families of models that take completions."""


@rule(
    says=[
        Says(
            '"{model}" is not supported on this API. Please use the Messages API instead.',
            since="2024-03",
            source="public 29131948835 57690372088",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    order=5,
    cause="{model} takes messages, and the body holds a prompt",
    mend="send messages and max_tokens, as to /v1/messages",
)
def completion_model_unsupported(call: Call) -> Hit | None:
    invoked = _INVOKED.search(call.context.endpoint)
    if invoked is None and not call.context.endpoint.endswith("/v1/complete"):
        return None
    try:
        body = orjson.loads(call.body)
    except orjson.JSONDecodeError:
        return None
    if not isinstance(body, dict) or "prompt" not in body or "messages" in body:
        return None
    name = unquote(invoked[1]) if invoked is not None else body.get("model")
    model = models.find(name, call.context.platform) if isinstance(name, str) else None
    if model is None or model.family in _OLD:
        return None
    # seen on Bedrock; the API's own old endpoint has not been seen to refuse
    return Hit(
        Pointer(("prompt",)), path="prompt", model=model.id, severity=None if invoked is not None else "warning", label="an old completion"
    )
