r"""An uploaded file's name is too long or has characters that are not allowed.

## What happens
A file goes to the Files API under a name of more than 255 characters, or with one of `< > : " | ? * \ /` or a control character in it.

## Why the API refuses it
Names are kept as they are and have to work everywhere. Usual ways there: a title or a URL used as a file's name, a time with colons in it.

## Example
```http
POST /v1/files HTTP/1.1
host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01
content-type: multipart/form-data; boundary=b

--b
content-disposition: form-data; name="file"; filename="notes 10:30?.txt"
content-type: text/plain

hello
--b--
```

## Use instead
```http
POST /v1/files HTTP/1.1
host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01
content-type: multipart/form-data; boundary=b

--b
content-disposition: form-data; name="file"; filename="notes 10-30.txt"
content-type: text/plain

hello
--b--
```

## Fix
None: give it another name.
"""

import re

from why400.contract import limits
from why400.rules import Body, Call, Hit, Hits, rule

_HEAD = 4_096
_NAME = re.compile(rb'^content-disposition:[^\r\n]{0,200}?;\s*filename="((?:[^"\\\r\n]|\\.){1,2000})"', re.IGNORECASE | re.MULTILINE)
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f]')


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="transport",
    order=90,
    source="rules-beyond file-name-length file-name-chars file-name-path-stripped",
    cause="the file's name {fault}",
    mend="give the file a plain name of up to 255 characters",
)
def file_name_invalid(call: Call) -> Hits:
    if call.context.endpoint != "POST /v1/files":
        return
    found = _NAME.search(call.body[:_HEAD])
    if found is None:
        return
    name = re.split(r"[/\\]", found[1].decode("utf-8", "replace"))[-1]  # only the last part of a path is kept
    limit = limits.find("file_name", call.context.platform)
    forbidden = _FORBIDDEN.search(name)
    if forbidden is not None:
        yield Hit(Body(), fault=f"has {forbidden.group()!r} in it")
    elif limit is not None and limit.broken_by(len(name)) is not None:
        yield Hit(Body(), severity="warning", fault=f"has {len(name)} characters; {limit.value} are the most")
