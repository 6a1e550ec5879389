"""A quote inside a string is not escaped.

## What happens
A string holds `"` as it is, so it ends there for the parser.

## Why the API refuses it
Inside strings a quote is written `\\"`. Usual ways there: a text put into JSON by a template or by hand.

## Example
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Say "Hello" to them"}]}
```

## Use instead
```body
{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Say \\"Hello\\" to them"}]}
```

## Fix
Escapes the quotes inside. Unsafe: where the string ends is a guess.
"""

from why400.rules import Hit, JsonFault, rule
from why400.rules.json_fault import repairs


@rule(
    claims="unescaped-quote",
    source="measured ba-body-not-json",
    status=400,
    error="invalid_request_error",
    evidence="derived",
    side="request",
    retry="never",
    phase="json",
    cause="a quote stands unescaped in a string",
    mend='write \\" for it, or let a JSON serializer build the body',
)
def unescaped_quote(fault: JsonFault) -> Hit:
    return Hit(fault, label="ends the string too early")


unescaped_quote.mends(safe=False)(repairs)
