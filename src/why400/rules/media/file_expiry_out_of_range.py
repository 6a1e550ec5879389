"""A file is to expire too soon, or too late.

## What happens
`expires_in_seconds` of an upload is less than an hour, more than ninety days, or no whole number.

## Why the API refuses it
Files without the field stay until they are deleted; with it they stay for 3,600 to 7,776,000 seconds. Usual ways there: minutes or
milliseconds in place of seconds, a moment in place of a duration.

## Example
```http
POST /v1/files HTTP/1.1
Host: api.anthropic.com
Content-Type: multipart/form-data; boundary=b
x-api-key: REDACTED
anthropic-version: 2023-06-01

--b
Content-Disposition: form-data; name="expires_in_seconds"

60
--b
Content-Disposition: form-data; name="file"; filename="a.txt"

Hello
--b--
```

## Use instead
```http
POST /v1/files HTTP/1.1
Host: api.anthropic.com
Content-Type: multipart/form-data; boundary=b
x-api-key: REDACTED
anthropic-version: 2023-06-01

--b
Content-Disposition: form-data; name="expires_in_seconds"

3600
--b
Content-Disposition: form-data; name="file"; filename="a.txt"

Hello
--b--
```

## Fix
None: only you know how long it is needed.
"""

import re

from why400.contract import limits
from why400.rules import Body, Call, Hit, rule

_END = 4_096  # bytes at either end in which a small field stands
_FIELD = re.compile(
    rb'^content-disposition:[^\r\n]{0,200}?;\s*name="?expires_in_seconds"?[^\r\n]{0,200}\r?\n(?:[^\r\n]{1,200}\r?\n){0,5}\r?\n([^\r\n]{0,40})',
    re.I | re.M,
)


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="transport",
    order=90,
    source="rules-beyond file-expires-in-seconds",
    cause="expires_in_seconds is {value}; {least} to {most} are taken",
    mend="send whole seconds from {least} to {most}",
)
def file_expiry_out_of_range(call: Call) -> Hit | None:
    if call.context.endpoint != "POST /v1/files":
        return None
    least, most = limits.find("file_expires_least"), limits.find("file_expires")
    found = _FIELD.search(call.body[:_END]) or _FIELD.search(call.body[-_END:])
    if found is None or least is None or most is None:
        return None
    value = found[1].decode("utf-8", "replace").strip()
    if re.fullmatch(r"\d{1,12}", value, re.ASCII) and least.value <= int(value) <= most.value:
        return None
    return Hit(Body(), value=value, least=least.value, most=most.value)
