"""Two commas have no value between them.

## What happens
A comma follows another one, or an opening bracket.

## Why the API refuses it
Every comma separates two values. Usual ways there: a line deleted by hand, a template whose variable was empty.

## Example
```body
{"model": "claude-sonnet-5",, "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Takes the comma away.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="extra-comma",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="there is no value between two commas",
    mend="take the comma away",
)
def extra_comma(fault: JsonFault) -> Hit:
    return Hit(fault, label="no value in front of this comma")


extra_comma.mends(safe=True)(repairs)
