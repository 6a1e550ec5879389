"""The body is empty.

## What happens
No bytes arrive, or only white space.

## Why the API refuses it
There is no JSON to read. Usual ways there: `curl` without `-d`, a variable that is not set, a stream that had been read before, a
redirect that dropped the body.

## Example
```body
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
None: only you know what was to be sent.
"""

from why400.rules import Hit, JsonFault, rule


@rule(
    claims="empty-body",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="the body is empty",
    mend="send the request as JSON",
)
def empty_body(fault: JsonFault) -> Hit:
    return Hit(fault)
