"""A bracket is of the wrong kind.

## What happens
`[` is closed by `}`, or `{` by `]`; or one of them opens what is of the other kind.

## Why the API refuses it
Each bracket needs its own counterpart. Usual ways there: editing by hand, a model that wrote the JSON.

## Example
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "stop_sequences": ["END"}, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "stop_sequences": ["END"], "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Writes the bracket that fits what is open, or what stands inside.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="mismatched-bracket",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="the bracket is of the wrong kind",
    mend="write the other kind",
)
def mismatched_bracket(fault: JsonFault) -> Hit:
    return Hit(fault, label="of the wrong kind")


mismatched_bracket.mends(safe=True)(repairs)
