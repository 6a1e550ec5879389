"""A value in an object has no key.

## What happens
A member begins with its colon or its value.

## Why the API refuses it
Every member of an object has a name. Usual ways there: a template whose variable was empty.

## Example
```body
{"model": "claude-sonnet-5", "max_tokens": 16, : true, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
A guess at most. Unsafe: only you know the name.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="missing-key",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="the value has no key",
    mend="give it a key, or take it away",
)
def missing_key(fault: JsonFault) -> Hit:
    return Hit(fault, label="the key is missing")


missing_key.mends(safe=False)(repairs)
