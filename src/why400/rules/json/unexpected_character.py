"""A character stands where JSON has none.

## What happens
Something that is no part of JSON stands between the values.

## Why the API refuses it
Only brackets, commas, colons, strings, numbers and `true`, `false`, `null` may stand there. Usual ways there: typing, a unit behind
a number, parentheses of a programming language.

## Example
```body
{"model": "claude-sonnet-5", "max_tokens": 16 %, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Takes it away. Unsafe: it may have been meant.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="unexpected-character",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="{found} has no place here",
    mend="take it away",
)
def unexpected_character(fault: JsonFault) -> Hit:
    return Hit(fault, found=fault.found.strip(), label="has no place here")


unexpected_character.mends(safe=False)(repairs)
