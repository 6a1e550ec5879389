"""The body is form data.

## What happens
The body has the form `name=value&name=value`.

## Why the API refuses it
The endpoint reads JSON only. Usual ways there: `data=` instead of `json=` in Python's requests, a form post, `curl -d model=…`.

## Example
```body
model=claude-sonnet-5&max_tokens=16
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
None: lists and numbers are lost in form data.
"""

from why400.rules import Hit, JsonFault, rule


@rule(
    claims="form-encoded",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="the body is form data, not JSON",
    mend="send JSON (`json=` in requests, `--json` in curl)",
)
def form_encoded(fault: JsonFault) -> Hit:
    return Hit(fault, label="form data")
