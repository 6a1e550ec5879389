"""The model id is not known.

## What happens
No model of that id is found: it is misspelt, a short name, another platform's id, withdrawn, or not open to the account.

## Why the API refuses it
Ids are looked up as they stand; bare names like `sonnet` are not resolved. Usual ways there: an alias of a tool sent as an id, words in
another order (`claude-4-sonnet`), a made-up date, Bedrock's id (`us.anthropic.…`) sent to the Claude API. A model newer than why400's
list is unknown here too, so this mostly warns.

## Example
```json
{"model": "sonnet"}
```

```json
{"model": "claude-does-not-exist-9"}
```

```json
{"model": "claude-sonnet-5 "}
```

## Use instead
```json
{"model": "claude-sonnet-5"}
```

## Fix
Takes white space around a known id away. Otherwise none: the nearest known id is named.
"""

from why400.contract import models
from why400.rules import Conversation, Edit, Hit, Says, rule

_NOT_RESOLVED = ("sonnet", "haiku", "opus")


@rule(
    says=[
        Says(
            "model: {model:word}",
            since="2025-02",
            source="measured ba-sync-model-unknown ba-item-model-unknown corpus dev-154 dev-156 dev-160",
        ),
        Says(
            "Could not resolve the foundation model from the provided model identifier.",
            on="bedrock",
            since="2024-01",
            error="ResourceNotFoundException",
            source="corpus dev-404",
        ),
        Says(  # the advisor's model
            "tools.{n:n}.model: {model:word}",
            when="answer",
            status=400,
            error="invalid_request_error",
            since="2026-04",
            source="public maximhq/bifrost#3383 decolua/9router#745",
        ),
    ],
    status=404,
    error="not_found_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    needs="model:unknown",
    order=10,
    source="measured mo-sonnet mo-haiku cm-model-blank rules-messages req-model",
    cause="no model {model} is known || no model of that id is known there",
    mend="send the id of a model that is served; {near} is nearest",
)
def unknown_model(talk: Conversation) -> Hit | None:
    context, name = talk.context, talk.request.model
    if context.model is not None or not isinstance(name, str) or not name or context.platform == "foundry":
        return None  # on Foundry it is the name of a deployment
    if context.platform != "anthropic" and context.platform != "aws" and "claude" not in name:
        return None
    nearest = models.nearest(name, context.on)
    home = models.platform_of(name)
    label = f"an id of {home.capitalize()}'s form" if home is not None and home != context.platform else "not known"
    # white space is part of no id, and short names were measured not to be resolved; any other may be newer than the list here
    certain = context.platform == "anthropic" and (name != name.strip() or name in _NOT_RESOLVED)
    return Hit(
        (talk.request, "model"),
        path="model",
        model=name if name.strip() else None,
        near=nearest,
        label=label,
        keep=name.strip() if models.find(name.strip(), context.platform) is not None else None,
        severity=None if certain else "warning",
    )


@unknown_model.mends(safe=True)
def strip(hit: Hit) -> Edit | None:
    """Takes the white space away."""
    return Edit.replace(hit.place, hit.keep) if hit.keep else None
