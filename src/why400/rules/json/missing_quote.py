"""A quote is missing at the end of a string.

## What happens
A string is not closed where it should end.

## Why the API refuses it
Everything up to the next quote counts as the string, so the parser stumbles further on. Usual ways there: typing, a template's text
with its quotes forgotten.

## Example
```body
{"model": "claude-sonnet-5, "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Writes the quote where the string plainly ends.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="missing-quote",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="a quote is missing here",
    mend="close the string",
)
def missing_quote(fault: JsonFault) -> Hit:
    return Hit(fault, label="a quote is missing here")


missing_quote.mends(safe=True)(repairs)
