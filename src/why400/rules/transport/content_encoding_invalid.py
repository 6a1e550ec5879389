"""The body is not what its Content-Encoding says.

## What happens
`Content-Encoding: gzip` is sent, but the body does not decode.

## Why the API refuses it
The body is decoded before it is read (error code `request_body_encoding_invalid`). Usual ways there: the header set by hand on a plain
body, a proxy that decoded the body and kept the header. Recordings show the plain body too, so a body that is plain JSON only warns.

## Example
```http
POST /v1/messages HTTP/1.1
Host: api.anthropic.com
Content-Encoding: gzip
x-api-key: REDACTED
anthropic-version: 2023-06-01

{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```http
POST /v1/messages HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01

{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
None: take the header away, or compress the body.
"""

import zlib

from why400.rules import Call, Header, Hit, rule

_ENOUGH = 65_536  # bytes that are decoded to see whether it is gzip at all


@rule(
    codes=("request_body_encoding_invalid",),
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="transport",
    source="rules-messages content-encoding-invalid",
    cause="the body is not gzip, though its header says so",
    mend="take content-encoding away, or compress the body",
)
def content_encoding_invalid(call: Call) -> Hit | None:
    if (call.header("content-encoding") or "").strip().lower() not in ("gzip", "x-gzip") or not call.request.body:
        return None
    if call.request.body[:2] != b"\x1f\x8b":
        plain = call.request.body.lstrip()[:1] in (b"{", b"[")
        return Hit(Header("content-encoding"), severity="warning" if plain else None)
    try:
        zlib.decompressobj(wbits=31).decompress(call.request.body[:_ENOUGH], _ENOUGH)
    except zlib.error:
        return Hit(Header("content-encoding"))
    return None
