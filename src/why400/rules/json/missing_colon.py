"""A colon is missing behind a key.

## What happens
A key is followed by its value, or by `=`, without a colon.

## Why the API refuses it
Key and value are separated by a colon. Usual ways there: typing, a dict in the notation of another language (`=>`, `=`).

## Example
```body
{"model" "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Writes the colon.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="missing-colon",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="a colon is missing between the key and its value",
    mend="write a colon",
)
def missing_colon(fault: JsonFault) -> Hit:
    return Hit(fault, label="a colon is missing here")


missing_colon.mends(safe=True)(repairs)
