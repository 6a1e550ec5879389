"""A comment stands in the JSON.

## What happens
`//`, `#` or `/* */` stands between the values.

## Why the API refuses it
JSON has no comments. Usual ways there: a body copied from documentation or from a `.jsonc` file.

## Example
```body
{"model": "claude-sonnet-5", "max_tokens": 16,  // room for a short answer
 "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Takes the comment away.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="comment",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="JSON has no comments",
    mend="take the comment away",
)
def json_comment(fault: JsonFault) -> Hit:
    return Hit(fault, label="a comment")


json_comment.mends(safe=True)(repairs)
