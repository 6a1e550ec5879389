"""`undefined` stands as a value.

## What happens
A member's value is JavaScript's `undefined`.

## Why the API refuses it
JSON has no such word. Usual ways there: a template literal or string concatenation in place of `JSON.stringify`, which leaves such
members out.

## Example
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "stop_sequences": undefined, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Writes `null`. Unsafe: few members take it.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="javascript-undefined",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="`undefined` does not exist in JSON",
    mend="leave the member out",
)
def javascript_undefined(fault: JsonFault) -> Hit:
    return Hit(fault, label="no word of JSON")


javascript_undefined.mends(safe=False)(repairs)
