"""The quotes are escaped although no string is open.

## What happens
Every quote of the body has a backslash in front, or is escaped as PowerShell, cmd, HTML or a URL would have it.

## Why the API refuses it
A backslash may stand inside strings only. Usual ways there: a body copied from source code or a log, one layer of shell quoting too
many (`-d '{\\"model\\": …}'`).

## Example
```body
{\\"model\\": \\"claude-sonnet-5\\", \\"max_tokens\\": 16, \\"messages\\": [{\\"role\\": \\"user\\", \\"content\\": \\"Hello\\"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Takes that layer away, where the rest is JSON then.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="escaped-quotes",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="the quotes are escaped as if they stood in a string",
    mend="take one layer of escaping away",
)
def escaped_quotes(fault: JsonFault) -> Hit:
    return Hit(fault, label="escaped quotes")


escaped_quotes.mends(safe=True)(repairs)
