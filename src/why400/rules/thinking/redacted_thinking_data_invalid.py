"""The data of a redacted_thinking block is not as it was returned.

## What happens
`data` of a `redacted_thinking` block does not decrypt.

## Why the API refuses it
The block is opaque and has to come back byte for byte. Usual ways there: an answer of another provider or model replayed here, a value
cut by a database column, a block made up to fill a gap.

## Example
```text
messages.21.content.1: Invalid `data` in `redacted_thinking` block
```

## Fix
Send the block back unchanged, or leave it out together with its turn's other thinking.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("{path}: Invalid `data` in `redacted_thinking` block", since="2026-04", source="corpus dev-096"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    cause="the redacted thinking is not as it was returned",
    mend="send the block back unchanged, or leave it out",
)
def redacted_thinking_data_invalid() -> None:
    """Only answers show this: the data is encrypted."""
