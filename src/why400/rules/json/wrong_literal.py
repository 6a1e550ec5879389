"""true, false or null is written in capitals.

## What happens
A value is `TRUE`, `False` as no Python text has it, or `NULL`.

## Why the API refuses it
JSON writes these words in lower case. Usual ways there: SQL, spreadsheets, YAML.

## Example
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "stream": TRUE, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "stream": true, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Writes it in lower case.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="wrong-literal",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="{found} is written in lower case in JSON",
    mend="write it in lower case",
)
def wrong_literal(fault: JsonFault) -> Hit:
    return Hit(fault, found=fault.found.strip(), label="lower case in JSON")


wrong_literal.mends(safe=True)(repairs)
