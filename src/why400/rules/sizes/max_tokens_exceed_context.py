"""Input and max_tokens together are over the context window.

## What happens
The input fits, but not together with the room that `max_tokens` reserves.

## Why the API refuses it
Models before 4.5 reserve the whole of `max_tokens` in the window; newer ones stop at its end instead. Usual ways there: a large fixed
`max_tokens` with a history that grows.

## Example
```text
input length and `max_tokens` exceed context limit: 184915 + 20000 > 204648, decrease input length or `max_tokens` and try again
```

## Fix
Lower `max_tokens` to what is left: the limit less the input's length, both in the message. Or shorten the history.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "input length and `max_tokens` exceed context limit: {input:n} + {max:n} > {limit:n}, decrease input length or `max_tokens` "
            "and try again",
            since="2025-02",
            source="corpus dev-047 dev-048 dev-049 dev-430",
        ),
        Says(
            "input length and `max_tokens` exceed context limit: {input:n} + {max:n} > {limit:n}",
            since="2026-09",
            source="corpus dev-429",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    source="rules-messages context-overflow-accepted",
    cause="input and max_tokens together are over the window; {input} tokens and {max} are more than {limit}",
    mend="lower max_tokens, or shorten the input",
)
def max_tokens_exceed_context() -> None:
    """Only the answer shows it: tokens cannot be counted here."""
