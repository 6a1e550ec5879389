"""The body is no JSON at all.

## What happens
The body is text, HTML, XML, multipart, compressed data or something else.

## Why the API refuses it
The endpoint reads one JSON object. Usual ways there: a file name or a plain prompt sent as the body, a multipart upload, an error
page passed on, compressed bytes without `Content-Encoding`.

## Example
```body
Hello, Claude
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
None.
"""

from why400.rules import Hit, JsonFault, rule


@rule(
    claims="not-json",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="the body is not JSON",
    mend="send the request as one JSON object",
)
def not_json(fault: JsonFault) -> Hit:
    return Hit(fault, label="not JSON")
