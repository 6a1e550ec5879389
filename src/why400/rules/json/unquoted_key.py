"""A key has no quotes.

## What happens
A member's name stands without quotes.

## Why the API refuses it
In JSON keys are strings. Usual ways there: object literals of JavaScript, a shell that took the quotes away.

## Example
```body
{model: "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Writes the quotes.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="unquoted-key",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="the key {found} has no quotes",
    mend="put the key in double quotes",
)
def unquoted_key(fault: JsonFault) -> Hit:
    return Hit(fault, found=fault.found.strip(), label="a key without quotes")


unquoted_key.mends(safe=True)(repairs)
