"""The model is no longer offered, and the answer names another.

## What happens
The answer says that a model is not available and which one to use.

## Why the API refuses it
Access to the model was closed for this account or altogether; the link in the answer says why.

## Example
```text
404 not_found_error: Claude Fable 5 is not available. Please use Opus 4.8. Learn more: https://www.anthropic.com/news/fable-mythos-access
```

## Fix
Use the model that the answer names.
"""

from why400.rules import Says, rule


@rule(
    says=[Says("{model} is not available. Please use {other}. Learn more: {url:word}", since="2026-06", source="corpus dev-168")],
    status=404,
    error="not_found_error",
    evidence="observed",
    side="account",
    retry="after-fix",
    phase="answer",
    cause="{model} is not open to this account",
    mend="use {other}",
)
def model_withdrawn() -> None:
    """Only the answer shows it."""
