"""The model is deprecated.

## What happens
Requests work, but the model's retirement has been announced.

## Why the API refuses it
It does not yet. It will from the day of the retirement on, as for an unknown id.

## Example
```json model=claude-sonnet-4-5-20250929 as_of=2026-09-30
{}
```

## Use instead
```json
{"model": "claude-sonnet-5-5"}
```

## Fix
None: a new model wants to be tried first.
"""

from datetime import timedelta

from why400.rules import Conversation, Hit, rule


@rule(
    status=404,
    error="not_found_error",
    evidence="documented",
    severity="warning",
    side="request",
    retry="never",
    phase="model",
    needs="model:ending",
    source="rules-beyond models-lifecycle rules-messages retired-models",
    cause="{model} is deprecated{plan}",
    mend="move to {replacement}",
)
def model_deprecated(talk: Conversation) -> Hit | None:
    model, today = talk.context.model, talk.context.on
    if talk.context.platform in ("bedrock", "vertex"):
        return None  # they have calendars of their own
    if model is None or not model.deprecated_on(today):
        return None
    if model.retired is not None and model.retired <= today + timedelta(days=60):
        return None  # gone, or near enough for a warning of its own
    day = f" and retires on {model.retired.isoformat()}" if model.retired is not None else ""
    return Hit((talk.request, "model"), path="model", model=model.id, plan=day, replacement=model.replacement or "a newer model")
