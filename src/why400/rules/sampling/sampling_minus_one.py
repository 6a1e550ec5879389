"""-1 is sent for "not set", to a model that does not take it.

## What happens
`temperature` or `top_p` is `-1`.

## Why the API refuses it
Older models read -1 as "unset"; newer ones refuse it by name. Usual way there: an old version of a client library that writes -1 where
nothing was set.

## Example
```json model=claude-haiku-4-5
{"temperature": -1}
```

## Use instead
```json model=claude-haiku-4-5
{"messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
Takes the member away, which is what -1 stood for.
"""

from why400.rules import Conversation, Edit, Hit, Hits, Says, rule


@rule(
    says=[
        Says(
            "`{name:word}` cannot be set to {value:n} for this model.",
            since="2026-03",
            source="measured ht-temperature-minus-1 corpus dev-812",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    order=43,
    needs="temperature top_p",
    cause="this model does not take -1 for {name}",
    mend="leave {name} out",
)
def sampling_minus_one(talk: Conversation) -> Hits:
    model, request = talk.context.model, talk.request
    if model is None or model.sampling not in ("one-of", "default-only"):
        return
    # refused by Haiku 4.5; newer models have been seen to take -1 for top_k
    severity = None if model.sampling == "one-of" else "warning"
    for name in ("temperature", "top_p"):
        if getattr(request, name) == -1:
            yield Hit((request, name), name=name, value=-1, label="not set, in an old spelling", severity=severity)


@sampling_minus_one.mends(safe=True)
def take_away(hit: Hit) -> Edit:
    """Removes the member."""
    return Edit.remove(hit.place)
