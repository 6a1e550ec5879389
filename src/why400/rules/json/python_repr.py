"""The body is Python's repr of a dict.

## What happens
The body has single quotes and Python's words: what `str(request)` gives.

## Why the API refuses it
That is Python, not JSON. Usual ways there: `data=str(request)`, a dict printed into a file and sent from there.

## Example
```body
{'model': 'claude-sonnet-5', 'max_tokens': 16, 'stream': False, 'messages': [{'role': 'user', 'content': 'Hello'}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "stream": false, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Writes the same value as JSON.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="python-repr",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="the body is Python's repr of a dict",
    mend="encode it with json.dumps, or pass it as json=",
)
def python_repr(fault: JsonFault) -> Hit:
    return Hit(fault, label="Python's repr")


python_repr.mends(safe=True)(repairs)
