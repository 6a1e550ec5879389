"""A key has no value.

## What happens
A comma or a bracket follows the colon.

## Why the API refuses it
A member needs a value. Usual ways there: a template or shell variable that was empty.

## Example
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "stop_sequences": , "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
A `null` at most. Unsafe: only you know the value.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="missing-value",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="the key has no value",
    mend="give it a value, or leave the member out",
)
def missing_value(fault: JsonFault) -> Hit:
    return Hit(fault, label="the value is missing")


missing_value.mends(safe=False)(repairs)
