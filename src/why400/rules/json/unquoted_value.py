"""A string value has no quotes.

## What happens
A word stands as a value without quotes.

## Why the API refuses it
Only numbers, `true`, `false` and `null` stand bare. Usual ways there: YAML habits, a shell that took the quotes away, a variable
put in without them.

## Example
```body
{"model": claude-sonnet-5, "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
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
    claims="unquoted-value",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="the string {found} has no quotes",
    mend="put it in double quotes",
)
def unquoted_value(fault: JsonFault) -> Hit:
    return Hit(fault, found=fault.found.strip(), label="a string without quotes")


unquoted_value.mends(safe=True)(repairs)
