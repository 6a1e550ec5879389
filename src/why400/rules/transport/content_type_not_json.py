"""The Content-Type is not application/json.

## What happens
The body of a JSON endpoint is announced as something else.

## Why the API refuses it
The header is documented as required with that value; that another one is refused has not been seen, so this warns. Usual ways there:
`curl -d` without `-H 'content-type: application/json'` (it then announces form data), `data=` in Python's requests.

## Example
```http
POST /v1/messages HTTP/1.1
Host: api.anthropic.com
Content-Type: application/x-www-form-urlencoded
x-api-key: REDACTED
anthropic-version: 2023-06-01

{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```http
POST /v1/messages HTTP/1.1
Host: api.anthropic.com
Content-Type: application/json
x-api-key: REDACTED
anthropic-version: 2023-06-01

{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
None: headers are yours to set.
"""

from why400.contract.schema import ENDPOINTS
from why400.rules import Call, Header, Hit, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="inferred",
    severity="warning",
    side="request",
    retry="never",
    phase="transport",
    source="rules-messages content-type-json",
    cause="the body is announced as {given}, the endpoint reads application/json",
    mend="send content-type: application/json",
)
def content_type_not_json(call: Call) -> Hit | None:
    value = call.header("content-type")
    if value is None or call.context.endpoint not in ENDPOINTS or not call.direct:
        return None
    given = value.removeprefix("b'").strip("'\" ").partition(";")[0].strip().lower()  # some recordings keep the repr of bytes
    if given == "application/json" or given.endswith("+json"):
        return None
    return Hit(Header("content-type"), given=given)
