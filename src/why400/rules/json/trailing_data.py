"""Something follows the JSON.

## What happens
Behind the end of the object there is more text.

## Why the API refuses it
A body is one JSON value and white space. Usual ways there: a here-document's end marker, a shell prompt or log line copied along, a
buffer longer than its content.

## Example
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
EOF
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Takes the text away. Unsafe: it may have been meant.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="trailing-data",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="there is text behind the end of the JSON",
    mend="end the body with the object",
)
def trailing_data(fault: JsonFault) -> Hit:
    return Hit(fault, label="behind the end of the JSON")


trailing_data.mends(safe=False)(repairs)
