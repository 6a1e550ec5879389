"""The opening bracket of the body is missing.

## What happens
The body begins with a key: the `{` in front of it is missing.

## Why the API refuses it
The key is a whole JSON document by itself, and nothing may follow it. Usual ways there: a part of a larger object was copied, lines were lost
in pasting.

## Example
```body
"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Writes the bracket, and the closing one where that is missing too.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="missing-opening-bracket",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="the body begins with a key, without a bracket in front of it",
    mend="put the members in braces",
)
def missing_opening_bracket(fault: JsonFault) -> Hit:
    return Hit(fault, label="a bracket is missing here")


missing_opening_bracket.mends(safe=True)(repairs)
