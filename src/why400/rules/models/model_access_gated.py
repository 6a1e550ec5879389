"""The model is open to admitted organizations only.

## What happens
Organizations that are not admitted get the answer for an unknown model.

## Why the API refuses it
Some models are given out after a review. Whether your organization is admitted cannot be seen from the request, so this warns.

## Example
```json model=claude-mythos-5-1
{}
```

## Use instead
```json model=claude-opus-5-5
{}
```

## Fix
None: ask for access, or use another model.
"""

from why400.rules import Conversation, Hit, rule


@rule(
    status=404,
    error="not_found_error",
    evidence="inferred",
    severity="warning",
    side="account",
    retry="after-fix",
    phase="model",
    needs="model:gated",
    order=90,
    source="rules-messages mythos-access",
    cause="{model} is open to admitted organizations only",
    mend="make sure that yours is one, or use another model",
)
def model_access_gated(talk: Conversation) -> Hit | None:
    model = talk.context.model
    if model is None or not model.gated:
        return None
    return Hit((talk.request, "model"), path="model", model=talk.context.model_id, words_as="unknown-model")
