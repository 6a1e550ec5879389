"""The SDK was called without an argument that it needs.

## What happens
A call of the SDK lacks model, max_tokens, messages or an id; nothing was sent.

## Why the API refuses it
Not an answer of the API. Usual ways there: a misspelt argument, a None that a wrapper dropped.

## Example
```text
TypeError: Missing required arguments; Expected either ('max_tokens', 'messages' and 'model') or ('max_tokens', 'messages', 'model'
and 'stream') arguments to be given
```

## Fix
Give the arguments that the message names.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Missing required arguments; Expected either {rest:rest} arguments to be given", since="2026-11", source="sdk _utils/_utils.py"
        ),
        Says("Missing required arguments: {list}", since="2026-11", source="sdk _utils/_utils.py"),
        Says("Missing required argument: {name}", since="2026-11", source="sdk _utils/_utils.py"),
        Says("Expected a non-empty value for {name} but received {value}", since="2026-11", source="sdk resources/beta/deployments.py"),
    ],
    status=None,
    error=None,
    evidence="documented",
    side="client",
    retry="never",
    phase="answer",
    origin="client",
    cause="an argument that the SDK needs was not given; nothing was sent",
    mend="give the arguments that the message names",
)
def sdk_arguments_missing() -> None: ...
