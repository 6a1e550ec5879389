"""Bedrock's own check of the body refuses it.

## What happens
Before any model sees it, Bedrock holds an InvokeModel body against a JSON schema of its own, and names the keys that are too many or too
few.

## Why the API refuses it
Model and streaming stand in the address on Bedrock, not in the body; other keys are those of the Messages API, in its spelling. Usual
ways there: a body made for the Claude API, keys in another case, the old `prompt` form with a Messages model.

## Example
```http
POST /model/us.anthropic.claude-haiku-4-5-20251001-v1%3A0/invoke HTTP/1.1
Host: bedrock-runtime.us-east-1.amazonaws.com
Content-Type: application/json

{"anthropic_version": "bedrock-2023-05-31", "stream": true, "max_tokens": 1024, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```http
POST /model/us.anthropic.claude-haiku-4-5-20251001-v1%3A0/invoke-with-response-stream HTTP/1.1
Host: bedrock-runtime.us-east-1.amazonaws.com
Content-Type: application/json

{"anthropic_version": "bedrock-2023-05-31", "max_tokens": 1024, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Takes the key out. Unsafe: for `stream` the address has to change too, to `/invoke-with-response-stream`.
"""

from collections.abc import Iterator

from why400.contract import platforms
from why400.rules import Conversation, Edit, Hit, Hits, Says, rule

_SOURCES = "corpus dev-071 dev-072 dev-073 dev-451 dev-452 dev-453"


@rule(
    says=[
        Says(
            "Malformed input request: #: extraneous key [{key}] is not permitted, please reformat your input and try again.",
            since="2024-05",
            source=_SOURCES,
            on="bedrock",
            when="moved",
        ),
        Says(
            "Malformed input request: {rest:rest}, please reformat your input and try again.",
            since="2023-12",
            source=_SOURCES,
            on="bedrock",
            when="answer",
        ),
        Says("Malformed input request: {rest:rest}", since="2023-12", source=_SOURCES, on="bedrock", when="answer"),
    ],
    source="rules-beyond bedrock-shape",
    status=400,
    error="ValidationException",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    needs="platform:bedrock",
    order=10,
    origin="platform",
    severity="warning",
    cause="Bedrock's schema does not take {key} in the body: model and streaming stand in the address",
    mend="take out what Bedrock names; call /invoke-with-response-stream to stream",
)
def bedrock_request_malformed(talk: Conversation) -> Hits:
    served = platforms.find("bedrock")
    if talk.context.platform != "bedrock" or served is None or "/model/" not in talk.context.endpoint:
        return
    for key in served.moved_fields:
        if getattr(talk.request, key, None) is not None:
            yield Hit((talk.request, key), key=key, path=key, when="moved", keep=key)


@bedrock_request_malformed.mends(safe=False)
def take_out(hit: Hit) -> Iterator[Edit]:
    """Takes the key out of the body."""
    yield Edit.remove(hit.place)
