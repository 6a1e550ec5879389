"""Text stands in front of the JSON.

## What happens
The body does not begin with the object.

## Why the API refuses it
Nothing but white space may stand there. Usual ways there: `data: ` of an event stream, a line of a log, a Markdown fence, a warning
printed by a script into its output.

## Example
```body
data: {"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Takes the text away.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="leading-text",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="there is text in front of the JSON",
    mend="send the JSON alone",
)
def leading_text(fault: JsonFault) -> Hit:
    return Hit(fault, label="not JSON yet")


leading_text.mends(safe=True)(repairs)
