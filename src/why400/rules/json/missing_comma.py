"""A comma is missing between two values.

## What happens
Two members or items follow each other without a comma.

## Why the API refuses it
Values are separated by commas. Usual ways there: a line added by hand, pieces of JSON glued together.

## Example
```body
{"model": "claude-sonnet-5"
 "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Writes the comma.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="missing-comma",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="a comma is missing between two values",
    mend="write a comma",
)
def missing_comma(fault: JsonFault) -> Hit:
    return Hit(fault, label="a comma is missing here")


missing_comma.mends(safe=True)(repairs)
