"""anthropic_version is missing or not the platform's value in the body.

## What happens
A body goes to Bedrock or Vertex AI without the platform's `anthropic_version`, or with another value.

## Why the API refuses it
Where the Claude API reads the header anthropic-version, these platforms read a member of the body. Usual ways there: a body made for
the Claude API, the value of the other platform, the header's value (`2023-06-01`) in the body.

## Example
```http
POST /model/us.anthropic.claude-haiku-4-5-20251001-v1%3A0/invoke HTTP/1.1
Host: bedrock-runtime.us-east-1.amazonaws.com
Content-Type: application/json

{"max_tokens": 1024, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```http
POST /model/us.anthropic.claude-haiku-4-5-20251001-v1%3A0/invoke HTTP/1.1
Host: bedrock-runtime.us-east-1.amazonaws.com
Content-Type: application/json

{"anthropic_version": "bedrock-2023-05-31", "max_tokens": 1024, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
None: add the member with the value that the cause names.
"""

import msgspec

from why400.contract import platforms, versions
from why400.rules import Body, Call, Hit, Hits, Pointer, rule

_PATHS = ("/invoke", "/invoke-with-response-stream", ":rawPredict", ":streamRawPredict")
_decode = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode


@rule(
    source="rules-beyond vertex-anthropic-version rules-beyond bedrock-shape",
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="schema",
    order=20,
    origin="platform",
    cause="the body has to say anthropic_version: {wanted}",
    mend="put {wanted} into the body as anthropic_version",
)
def platform_version_missing(call: Call) -> Hits:
    served = platforms.find(call.context.platform)
    if (
        served is None
        or served.body_version is None
        or (not call.context.endpoint.endswith(_PATHS) and b'"anthropic_version"' not in call.body)
    ):
        return
    try:
        members = _decode(call.body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return  # the rules on JSON syntax say it
    if "messages" not in members:
        return
    wanted = f'"{served.body_version}"'
    given = members.get("anthropic_version")
    if given is None:
        yield Hit(Body(), path="anthropic_version", wanted=wanted)
    elif bytes(given).strip() != wanted.encode():
        # a platform may come to know a second value, but none of another's
        other = (
            bytes(given).strip().strip(b'"').startswith((b"bedrock-", b"vertex-"))
            or versions.find(bytes(given).decode("utf-8", "replace").strip('" ')) is not None
        )
        yield Hit(Pointer(("anthropic_version",)), path="anthropic_version", wanted=wanted, severity=None if other else "warning")
