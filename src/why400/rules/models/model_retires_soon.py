"""The model retires within two months.

## What happens
Requests work today; from the day that is named they fail as for an unknown id.

## Why the API refuses it
Models end on an announced day. This warns sixty days before it, so that there is time to try the successor.

## Example
```json model=claude-sonnet-4-5-20250929 as_of=2026-11-01
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
    evidence="inferred",
    severity="warning",
    side="request",
    retry="never",
    phase="model",
    needs="model:ending",
    source="rules-messages retired-models",
    cause="{model} retires on {day}",
    mend="move to {replacement} before that day",
)
def model_retires_soon(talk: Conversation) -> Hit | None:
    model, today = talk.context.model, talk.context.on
    if talk.context.platform in ("bedrock", "vertex"):
        return None  # they have calendars of their own
    if model is None or model.retired is None or not today < model.retired <= today + timedelta(days=60):
        return None
    replacement = model.replacement or "a newer model"
    return Hit((talk.request, "model"), path="model", model=model.id, day=model.retired.isoformat(), replacement=replacement)
