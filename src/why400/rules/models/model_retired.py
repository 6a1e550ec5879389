"""The model is retired.

## What happens
The model was served once; on the day of the request it is gone, and the answer is the one for an unknown id.

## Why the API refuses it
Models end on an announced day. Bedrock and Google Cloud have their own calendars, so there this only warns. Usual ways there: an id fixed
in code or configuration years ago, a `-latest` alias of a retired line.

## Example
```json
{"model": "claude-3-5-haiku-20241022"}
```

## Use instead
```json
{"model": "claude-haiku-5-5"}
```

## Fix
Writes the model that is named as its successor. Unsafe: it answers differently, and may take other parameters.
"""

from why400.rules import Conversation, Edit, Hit, rule

_UNSURE = ("bedrock", "vertex", "foundry")  # calendars of their own; names of deployments


@rule(
    status=404,
    error="not_found_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    needs="model:ending",
    order=10,
    source="measured sp-retired-model rules-messages retired-models corpus dev-154 dev-157 dev-160",
    cause="{model} was retired on {day}",
    mend="use {replacement}",
)
def model_retired(talk: Conversation) -> Hit | None:
    context, model = talk.context, talk.context.model
    if model is None or model.retired is None or context.on < model.retired:
        return None
    unsure = context.platform in _UNSURE
    return Hit(
        (talk.request, "model"),
        path="model",
        model=context.model_id,
        day=model.retired.isoformat(),
        replacement=model.replacement or "a model that is served",
        keep=None if unsure else model.replacement,
        severity="warning" if unsure else None,
        words_as="unknown-model",
    )


@model_retired.mends(safe=False)
def replace(hit: Hit) -> Edit | None:
    """Writes the successor's id."""
    return Edit.replace(hit.place, hit.keep) if hit.keep else None
