"""The body is a JSON string that holds the JSON.

## What happens
The whole request stands in quotes, with every quote inside escaped: a string instead of an object.

## Why the API refuses it
The API wants an object. Usual ways there: `JSON.stringify` or `json.dumps` called twice, or a client that encodes by itself
(`json=`) given text that is encoded already.

## Example
```body
"{\\"model\\": \\"claude-sonnet-5\\", \\"max_tokens\\": 16, \\"messages\\": [{\\"role\\": \\"user\\", \\"content\\": \\"Hello\\"}]}"
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Unpacks the string.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="double-encoded",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="the body was encoded twice: it is a string that holds the JSON",
    mend="encode it once",
)
def double_encoded_body(fault: JsonFault) -> Hit:
    return Hit(fault, label="a string that holds the JSON")


double_encoded_body.mends(safe=True)(repairs)
