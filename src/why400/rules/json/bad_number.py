"""A number is not written as JSON writes numbers.

## What happens
A number has a leading zero or plus, no digit before or behind the point, underscores, or is hexadecimal.

## Why the API refuses it
JSON numbers are decimal: `-`, digits without leading zeros, a fraction, an exponent. Usual ways there: literals of a programming
language, numbers formatted for people.

## Example
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "temperature": .5, "messages": [{"role": "user", "content": "Hello"}]}
```

```body
{"model": "claude-haiku-4-5", "max_tokens": 016, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```body
{"model": "claude-haiku-4-5", "max_tokens": 16, "temperature": 0.5, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Writes the same number as JSON does.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims=("number-malformed", "leading-zero"),
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="{found} is not how JSON writes a number",
    mend="write it in decimal, without leading zeros",
)
def bad_number(fault: JsonFault) -> Hit:
    return Hit(fault, found=fault.found.strip(), label="no number of JSON")


bad_number.mends(safe=True)(repairs)
