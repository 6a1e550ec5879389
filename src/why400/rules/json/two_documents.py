"""A second JSON document follows the first.

## What happens
The body holds several JSON values one after another.

## Why the API refuses it
A request is one object. Usual ways there: a `.jsonl` file sent as it is, two requests appended to one file. Many requests at once
go into a message batch.

## Example
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Keeps the first. Unsafe: the others are lost.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="two-documents",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="a second JSON document begins here",
    mend="send one object; many go into a message batch",
)
def two_documents(fault: JsonFault) -> Hit:
    return Hit(fault, label="a second document")


two_documents.mends(safe=False)(repairs)
