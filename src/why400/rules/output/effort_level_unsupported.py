"""The model does not have this level of effort.

## What happens
`output_config.effort` is `xhigh` or `max`, and the model stops below it.

## Why the API refuses it
Levels differ: Opus 4.5 ends at `high`, the 4.6 models have `max` but no `xhigh`, later ones have all five. Usual way there: a setting
carried over from a newer model.

## Example
```json model=claude-opus-4-6
{"output_config": {"effort": "xhigh"}}
```

## Use instead
```json model=claude-opus-4-6
{"output_config": {"effort": "high"}}
```

## Fix
Sets the next lower level that the model has. Unsafe: it works less hard than you had asked for.
"""

from why400.contract.views.blocks import OutputConfig
from why400.rules import Conversation, Edit, Hit, Hits, Says, rule

_LEVELS = ("low", "medium", "high", "xhigh", "max")


@rule(
    says=[
        Says(
            "This model does not support effort level '{name:word}'. Supported levels: {levels:ids}.",
            since="2026-08",
            source="rules-messages effort-xhigh-models",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    order=41,
    needs="output_config",
    source="rules-messages effort-max-models",
    cause="this model has no effort level {name}, only {levels}",
    mend="use one of {levels}",
)
def effort_level_unsupported(talk: Conversation) -> Hits:
    model, config = talk.context.model, talk.request.output_config
    if model is None or not model.efforts or not isinstance(config, OutputConfig) or config.effort not in _LEVELS:
        return
    if model.takes_effort(config.effort) is False:
        yield Hit(
            (config, "effort"),
            name=config.effort,
            levels=", ".join(sorted(model.efforts)),
            label="not a level of this model",
            keep=[level for level in _LEVELS[: _LEVELS.index(config.effort)] if level in model.efforts],
        )


@effort_level_unsupported.mends(safe=False)
def lower(hit: Hit) -> Edit | None:
    """Sets the next lower level."""
    return Edit.replace(hit.place, hit.keep[-1]) if hit.keep else None
