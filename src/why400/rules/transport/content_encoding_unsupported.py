"""The Content-Encoding is one that the API does not decode.

## What happens
The body is announced as compressed by a method other than gzip.

## Why the API refuses it
Only gzip is decoded (error code `request_body_encoding_unsupported`; that br, zstd and deflate are refused was probed by others). Usual
ways there: an HTTP client with automatic compression, `Content-Encoding` mistaken for the charset (`utf-8`).

## Example
```http
POST /v1/messages HTTP/1.1
Host: api.anthropic.com
Content-Encoding: br
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
None: send the body plain or as gzip.
"""

from why400.rules import Call, Header, Hit, rule


@rule(
    codes=("request_body_encoding_unsupported",),
    status=400,
    error="invalid_request_error",
    evidence="documented",
    severity="warning",
    side="request",
    retry="never",
    phase="transport",
    source="rules-messages content-encoding-unsupported rules-beyond encoding-gzip-accepted",
    cause="a body encoded as {encoding} is not decoded",
    mend="send the body plain, or as gzip",
)
def content_encoding_unsupported(call: Call) -> Hit | None:
    encoding = (call.header("content-encoding") or "").strip().lower()
    if encoding in ("", "gzip", "x-gzip", "identity") or not call.direct:
        return None
    return Hit(Header("content-encoding"), encoding=encoding)
