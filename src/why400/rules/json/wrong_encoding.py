"""The body is not UTF-8.

## What happens
Some bytes are no UTF-8, or the whole body is UTF-16.

## Why the API refuses it
JSON goes over the wire as UTF-8 only. Usual ways there: a file saved as Latin-1, Windows-1252 or UTF-16 (PowerShell's `>`), a
string cut in the middle of a character.

## Example
```body charset=latin-1
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "café"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "café"}]}
```

## Fix
Writes the characters as UTF-8, read as Windows-1252 where they are no UTF-8. Unsafe: that reading is a guess.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="wrong-encoding",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="the body is not UTF-8",
    mend="encode the body as UTF-8",
)
def wrong_encoding(fault: JsonFault) -> Hit:
    return Hit(fault, label="no UTF-8")


wrong_encoding.mends(safe=False)(repairs)
