"""A comma stands behind the last item.

## What happens
A comma is followed by a closing bracket.

## Why the API refuses it
A comma announces another value. Usual ways there: habits from JavaScript and Python, a last line deleted by hand.

## Example
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}],}
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
    claims="trailing-comma",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="there is a comma behind the last item",
    mend="take the comma away",
)
def trailing_comma(fault: JsonFault) -> Hit:
    return Hit(fault, label="nothing follows this comma")


trailing_comma.mends(safe=True)(repairs)
