"""A line break stands unescaped in a string.

## What happens
A string goes on over the end of its line.

## Why the API refuses it
Inside strings a line break is written `\\n`. Usual ways there: a prompt of several lines pasted between the quotes, shell variables
in a JSON template.

## Example
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello
Claude"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello\\nClaude"}]}
```

## Fix
Writes `\\n`: the text stays the same.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="unescaped-newline",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="json",
    cause="a line break stands unescaped in a string",
    mend="write \\n, or let a JSON serializer build the body",
)
def unescaped_newline(fault: JsonFault) -> Hit:
    return Hit(fault, label="a raw line break")


unescaped_newline.mends(safe=True)(repairs)
