"""A placeholder was never filled in.

## What happens
`{{name}}`, `${NAME}`, `<your text>` or `...` stands where a value belongs.

## Why the API refuses it
It is no JSON. Usual ways there: a shell variable inside single quotes, an example copied as it stands, a template engine that did
not run.

## Example
```body
{"model": "claude-sonnet-5", "max_tokens": {{max_tokens}}, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Puts it in quotes or takes it away, so that the rest can be checked. Unsafe: only you know the value.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="template-placeholder",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="the placeholder {found} was never filled in",
    mend="fill in the value",
)
def template_placeholder(fault: JsonFault) -> Hit:
    return Hit(fault, found=fault.found.strip(), label="never filled in")


template_placeholder.mends(safe=False)(repairs)
