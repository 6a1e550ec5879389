"""The body ends in the middle.

## What happens
The text stops before all strings and brackets are closed.

## Why the API refuses it
What is missing may be anything, so nothing is guessed. Usual ways there: a `Content-Length` counted in characters instead of bytes,
a body cut by a size limit or a log, a connection closed early.

## Example
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hel
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Closes what is open. Unsafe: what was cut off is lost.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="json-truncated",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="the text ends before the JSON does",
    mend="send the whole body",
)
def json_truncated(fault: JsonFault) -> Hit:
    return Hit(fault, label="ends here")


json_truncated.mends(safe=False)(repairs)
