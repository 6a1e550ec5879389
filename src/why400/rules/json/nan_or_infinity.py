"""NaN or Infinity stands as a number.

## What happens
A number is `NaN`, `Infinity` or `-Infinity`.

## Why the API refuses it
JSON has only finite numbers. Usual ways there: Python's `json.dumps` writes them by default (`allow_nan=False` refuses them), a
division by zero, an empty cell of a table.

## Example
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "temperature": NaN, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Writes `null`. Unsafe: the number was meant to be another.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="nan-or-infinity",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="{found} is no number of JSON",
    mend="send a finite number, or leave the member out",
)
def nan_or_infinity(fault: JsonFault) -> Hit:
    return Hit(fault, found=fault.found.strip(), label="no number of JSON")


nan_or_infinity.mends(safe=False)(repairs)
