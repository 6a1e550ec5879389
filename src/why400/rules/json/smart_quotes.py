"""Typographic quotes stand where JSON wants plain ones.

## What happens
Keys or values are quoted with `“…”`.

## Why the API refuses it
Only `"` opens a string. Usual ways there: a body copied from a word processor, a blog or a chat, which turn quotes by themselves.

## Example
```body
{“model”: "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Writes plain quotes.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="smart-quotes",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="typographic quotes stand where JSON wants plain ones",
    mend="write plain double quotes",
)
def smart_quotes(fault: JsonFault) -> Hit:
    return Hit(fault, label="typographic quotes")


smart_quotes.mends(safe=True)(repairs)
