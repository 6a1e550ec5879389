"""An opening bracket is missing.

## What happens
The body begins with a key, without the `{` in front of it; or the `{` of an item or the `[` of a list is missing further inside.

## Why the API refuses it
A key stands where a value should, or a value where a key should. At the beginning the key is a whole JSON document by itself, and nothing may
follow it. Usual ways there: a part of a larger object was copied, lines were lost in pasting, several messages given where one had been.

## Example
```body
"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Writes the bracket, and the closing one where that is missing too.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="missing-opening-bracket",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="an opening bracket is missing here",
    mend="open the object or the list in front of it",
)
def missing_opening_bracket(fault: JsonFault) -> Hit:
    return Hit(fault, label="a bracket is missing here")


missing_opening_bracket.mends(safe=True)(repairs)
