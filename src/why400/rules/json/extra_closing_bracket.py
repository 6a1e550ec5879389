"""A closing bracket closes nothing.

## What happens
There is one `}` or `]` more than was opened, or one comes too early.

## Why the API refuses it
Behind the end of the outermost object nothing may follow. Usual ways there: a block deleted or pasted by hand.

## Example
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Takes the bracket away.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="extra-closing-bracket",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="this bracket closes nothing, or closes too early",
    mend="take the bracket away",
)
def extra_closing_bracket(fault: JsonFault) -> Hit:
    return Hit(fault, label="closes nothing")


extra_closing_bracket.mends(safe=True)(repairs)
