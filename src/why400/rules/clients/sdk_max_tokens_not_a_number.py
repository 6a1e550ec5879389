"""The SDK crashes on a max_tokens that is no number.

## What happens
Before it sends, the Python SDK reckons with max_tokens, and Python cannot reckon with a string or None.

## Why the API refuses it
Not an answer of the API. Usual ways there: max_tokens from an environment variable or a form without `int()`; a
setting that is missing.

## Example
```text
TypeError: unsupported operand type(s) for /: 'str' and 'int'
```

## Fix
Give a whole number: `int(os.environ["MAX_TOKENS"])`.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("unsupported operand type(s) for /: '{name}' and 'int'", since="2026-11", source="rules-messages sdk-nonstreaming-limit"),
        Says("unsupported operand type(s) for *: 'int' and '{name}'", since="2026-11", source="rules-messages sdk-nonstreaming-limit"),
    ],
    status=None,
    error=None,
    evidence="documented",
    side="client",
    retry="never",
    phase="answer",
    origin="client",
    cause="max_tokens is a {name}, and the SDK reckons with it before it sends",
    mend="give max_tokens as a whole number",
)
def sdk_max_tokens_not_a_number() -> None: ...
