"""Compiling the schemas took too long.

## What happens
The grammar of strict tools and output format was not ready in time.

## Why the API refuses it
A new schema is compiled at its first use, within some minutes. The status is 400, yet the same request may pass a moment later.

## Example
```text
Grammar compilation timed out.
```

## Fix
Try again after a pause. If it comes back, simplify the schemas or set `strict` on fewer tools.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Grammar compilation timed out.", since="2026-07", source="corpus dev-419"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="service",
    retry="backoff",
    phase="answer",
    cause="the schemas were not compiled in time",
    mend="try again after a pause; simplify the schemas if it comes back",
)
def grammar_compilation_timeout() -> None:
    """Only answers show this."""
