"""A string stands in single quotes.

## What happens
A key or a value is quoted with `'`.

## Why the API refuses it
JSON strings stand in double quotes. Usual ways there: literals of JavaScript or Python, a shell that took the outer quotes for its
own.

## Example
```body
{"model": 'claude-sonnet-5', "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Writes double quotes.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="single-quotes",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="JSON strings stand in double quotes",
    mend="write double quotes",
)
def single_quotes(fault: JsonFault) -> Hit:
    return Hit(fault, label="single quotes")


single_quotes.mends(safe=True)(repairs)
