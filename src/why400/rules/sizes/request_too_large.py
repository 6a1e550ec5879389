"""The body is over the byte limit.

## What happens
The request is larger than the endpoint takes: 32 MB for messages, 256 MB for batches, less on Bedrock and Google Cloud.

## Why the API refuses it
The limit is checked at the edge, before anything is read, so the answer may have no request id. Usual ways there: images and PDFs as
base64 in every turn of a long conversation. Whether MB means 10⁶ or 2²⁰ bytes is not documented: between the two this warns.

## Example
`$pad` stands for a message of so many characters.

```json
{"$pad": 33600000}
```

## Use instead
```json
{"$pad": 1000}
```

## Fix
None: upload files once and send their ids, or drop old images from the history.
"""

from why400.contract import limits
from why400.rules import Body, Call, Hit, Says, rule


@rule(
    says=[
        Says("Request exceeds the maximum size", since="2025-04", source="corpus dev-228 dev-229"),
        Says("Request exceeds the maximum allowed number of bytes.", when="answer", source="corpus dev-782"),
    ],
    codes=("request_body_too_large_after_decoding",),
    status=413,
    error="request_too_large",
    evidence="observed",
    side="request",
    retry="never",
    phase="size",
    source="rules-messages size-messages rules-beyond size-messages-32mb size-batch-256mb size-bedrock-20mb size-vertex-30mb",
    cause="the body is over the byte limit; it has {size} bytes of at most {limit}",
    mend="send less: files by id in place of base64, fewer old images, several smaller requests",
)
def request_too_large(call: Call) -> Hit | None:
    size = len(call.body)
    if size < 20_000_000:  # the smallest limit there is
        return None
    endpoint = call.context.endpoint
    limit = limits.find("body", call.context.platform, endpoint if call.context.platform == "anthropic" else None, call.context.on)
    if limit is None or (limit.endpoints and endpoint not in limit.endpoints):
        return None
    broken = limit.broken_by(size)
    if broken is None:
        return None
    return Hit(Body(), size=size, limit=limit.value, severity=None if broken == "error" else "warning")
