"""Half of a surrogate pair stands alone.

## What happens
A string has `\\ud83d` without its second half, or the second half alone: half of an emoji.

## Why the API refuses it
Such a half is no character. Usual ways there: a text cut by length in JavaScript, Java or C# in the middle of an emoji, for example
a tool result shortened to 10,000 characters. The same text fails again in every later turn.

## Example
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Well done \\ud83d"}]}
```

```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "\\ude00 Well done"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Well done \\ud83d\\ude00"}]}
```

## Fix
Writes U+FFFD, the replacement character, for the half. Unsafe: the emoji is lost.
"""

from why400.rules import Hit, JsonFault, Says, rule
from why400.rules.json_fault import repairs


@rule(
    claims="lone-surrogate",
    says=[
        Says(
            "The request body is not valid JSON: no low surrogate in string: line {line:n} column {column:n} (char {char:n})",
            since="2025-08",
            source="measured ba-body-not-json corpus dev-280 dev-281 dev-626",
        ),
        Says(
            "The request body is not valid JSON: invalid high surrogate in string: line {line:n} column {column:n} (char {char:n})",
            since="2025-10",
            source="corpus dev-279",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="json",
    cause="half of a surrogate pair stands alone: the text was cut in the middle of a character",
    mend="cut texts by code points, not by UTF-16 units",
)
def lone_surrogate(fault: JsonFault) -> Hit:
    return Hit(fault, label="half of a character")


lone_surrogate.mends(safe=False)(repairs)
