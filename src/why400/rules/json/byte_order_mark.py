"""The body begins with a byte order mark.

## What happens
Three bytes (EF BB BF) stand in front of the opening brace; no editor shows them.

## Why the API refuses it
The parser takes JSON only, and the mark is none of it. Usual ways there: a file saved as "UTF-8 with BOM", PowerShell's `Out-File`.

## Example
```body
\ufeff{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Takes the mark away.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="bom",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="an invisible byte order mark stands in front of the JSON",
    mend="save the body as UTF-8 without BOM",
)
def byte_order_mark(fault: JsonFault) -> Hit:
    return Hit(fault, label="byte order mark")


byte_order_mark.mends(safe=True)(repairs)
