"""A closing bracket is missing in the middle.

## What happens
A `}` or `]` is missing while the text goes on behind it.

## Why the API refuses it
What follows cannot stand inside the open bracket. Usual ways there: editing by hand, pieces of JSON glued together.

## Example
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Writes the bracket.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="missing-closing-bracket",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="a closing bracket is missing here",
    mend="close the bracket",
)
def missing_closing_bracket(fault: JsonFault) -> Hit:
    return Hit(fault, label="a bracket is missing here")


missing_closing_bracket.mends(safe=True)(repairs)
