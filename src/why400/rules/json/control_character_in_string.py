"""A raw control character stands in a string.

## What happens
A string holds a tab, an escape character or another one below U+0020 as it is.

## Why the API refuses it
Inside strings they have to be written as escapes (`\\t`, `\\u001b`). Usual ways there: terminal output, clipboard text or a file
glued into JSON by hand rather than by a serializer.

## Example
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "one\ttwo"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "one\\ttwo"}]}
```

## Fix
Writes the character as an escape: the text stays the same.
"""

from why400.rules import Hit, JsonFault, Says, rule
from why400.rules.json_fault import repairs


@rule(
    claims="control-character",
    says=[
        Says(
            "The request body is not valid JSON: unexpected control character in string: line {line:n} column {column:n} (char {char:n})",
            since="2026-07",
            source="measured ba-body-not-json corpus dev-282 dev-283",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="json",
    cause="a control character stands unescaped in a string",
    mend="write it as an escape, or let a JSON serializer build the body",
)
def control_character_in_string(fault: JsonFault) -> Hit:
    return Hit(fault, label="an unescaped control character")


control_character_in_string.mends(safe=True)(repairs)
