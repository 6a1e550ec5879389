"""A number is too large for a double.

## What happens
A number has an exponent or a length beyond 1.8e308.

## Why the API refuses it
The parser would read it as infinite. Usual ways there: an overflow, `1e999` for "no limit".

## Example
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "temperature": 1e999, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Writes a value that can be read. Unsafe: the number was meant to be another.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="number-too-large",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="{found} is too large for a double",
    mend="send a number that can be, or leave the member out",
)
def number_too_large(fault: JsonFault) -> Hit:
    return Hit(fault, found=fault.found.strip(), label="too large")


number_too_large.mends(safe=False)(repairs)
