"""The Content-Type names a charset that the API does not take.

## What happens
`content-type` has a `charset` other than UTF-8, ISO-8859-1 or US-ASCII.

## Why the API refuses it
Uploads of plugins refuse it (error code `unsupported_charset`); JSON is UTF-8 everywhere, so elsewhere this warns.

## Example
```http
POST /v1/messages HTTP/1.1
Host: api.anthropic.com
Content-Type: application/json; charset=utf-16
x-api-key: REDACTED
anthropic-version: 2023-06-01

{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```http
POST /v1/messages HTTP/1.1
Host: api.anthropic.com
Content-Type: application/json; charset=utf-8
x-api-key: REDACTED
anthropic-version: 2023-06-01

{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
None: encode as UTF-8 and say so, or leave the charset out.
"""

import re

from why400.rules import Call, Header, Hit, rule

_UPLOADS = ("/v1/organizations/plugin", "/v1/organizations/plugins")
_CHARSET = re.compile(r"charset\s*=\s*\"?([^\s\";,]+)", re.IGNORECASE)
_TAKEN = ("utf-8", "utf8", "iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii")


@rule(
    codes=("unsupported_charset",),
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="transport",
    source="rules-messages charset-unsupported rules-beyond errcode-unsupported-charset",
    cause="the charset {charset} is not taken",
    mend="send UTF-8",
)
def charset_unsupported(call: Call) -> Hit | None:
    found = _CHARSET.search(call.header("content-type") or "")
    if found is None or found[1].lower().strip("'") in _TAKEN or not call.direct:
        return None
    return Hit(Header("content-type"), charset=found[1], severity=None if call.path.startswith(_UPLOADS) else "warning")
