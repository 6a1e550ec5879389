"""True, False or None of Python stands as a value.

## What happens
A value is `True`, `False` or `None`.

## Why the API refuses it
JSON writes `true`, `false` and `null`. Usual ways there: `str()` or an f-string in place of `json.dumps`.

## Example
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "stream": True, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "stream": true, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Writes JSON's word.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="python-literal",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="{found} is Python's word, not JSON's",
    mend="write true, false or null",
)
def python_literal(fault: JsonFault) -> Hit:
    return Hit(fault, found=fault.found.strip(), label="Python's word")


python_literal.mends(safe=True)(repairs)
