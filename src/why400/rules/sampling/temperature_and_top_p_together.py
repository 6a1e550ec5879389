"""temperature and top_p are both set, on a model that takes only one of them.

## What happens
The request has a `temperature` and a `top_p`.

## Why the API refuses it
From Claude 4.5 on a model takes one of the two, even at default values. Usual ways there: a framework that fills in both, settings
carried over from an older model.

## Example
```json model=claude-haiku-4-5
{"temperature": 0.5, "top_p": 0.9}
```

## Use instead
```json model=claude-haiku-4-5
{"temperature": 0.5}
```

## Fix
Takes `top_p` away. Unsafe: which of the two you meant is yours to say.
"""

from why400.rules import Also, Conversation, Edit, Hit, Hits, Says, rule


@rule(
    says=[
        Says(
            "`temperature` and `top_p` cannot both be specified for this model. Please use only one.",
            since="2025-10",
            source="measured sp-trio-haiku-4-5 sp-trio-sonnet-4-5 sp-both-bedrock corpus dev-254 dev-255",
        ),
        Says("'temperature' and 'top_p' cannot both be specified for this model", since="2025-08", source="corpus dev-608", when="answer"),
        Says(
            "`temperature` and `top_p` cannot both be specified for this model.",
            since="2025-08",
            source="measured sp-both-haiku-4-5 lt-temperature-and-top-p-haiku-4-5",
            when="answer",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    order=44,
    needs="top_p",
    source="rules-messages sampling-temp-and-topp",
    cause="this model takes temperature or top_p, not both",
    mend="keep one of the two",
)
def temperature_and_top_p_together(talk: Conversation) -> Hits:
    model, request = talk.context.model, talk.request
    if model is None or request.temperature in (None, -1) or request.top_p in (None, -1):
        return
    if model.sampling == "one-of" or model.id == "claude-haiku-5-5":  # of Haiku 5.5 it is documented, even at the defaults
        yield Hit((request, "top_p"), also=(Also((request, "temperature"), "temperature is set too"),), label="beside temperature")


@temperature_and_top_p_together.mends(safe=False)
def keep_temperature(hit: Hit) -> Edit:
    """Removes top_p."""
    return Edit.remove(hit.place)
