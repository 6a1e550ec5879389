"""A string holds an escape that JSON lacks.

## What happens
A backslash stands in front of a character that it cannot escape.

## Why the API refuses it
JSON knows `\\" \\\\ \\/ \\b \\f \\n \\r \\t` and `\\u` with four digits. Usual ways there: Windows paths, regular expressions and LaTeX
written by hand, `\\'` or `\\x1b` from JavaScript or Python.

## Example
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Look into C:\\data\\words"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Look into C:\\\\data\\\\words"}]}
```

## Fix
Doubles the backslash, or writes what the escape means elsewhere.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="invalid-escape",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="{found} is no escape that JSON knows",
    mend="double the backslash",
)
def invalid_escape(fault: JsonFault) -> Hit:
    return Hit(fault, found=fault.found.strip(), label="no escape of JSON")


invalid_escape.mends(safe=True)(repairs)
