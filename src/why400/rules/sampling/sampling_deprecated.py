"""A sampling parameter is sent to a model that no longer takes it.

## What happens
`temperature`, `top_p` or `top_k` is set, and the model samples in its own way only.

## Why the API refuses it
Models from Opus 4.7 on take `temperature: 1`, the default, and nothing else. Usual ways there: a client that always sends `temperature:
0`, a model id changed in one place while its settings stayed, a framework's default `top_p`.

## Example
```json model=claude-opus-5
{"temperature": 0.2}
```

```json
{"temperature": 0.5, "top_p": 0.9, "top_k": 10}
```

## Use instead
```json model=claude-opus-5
{"output_config": {"effort": "medium"}}
```

```json
{"temperature": 1}
```

## Fix
Takes the parameter away. Unsafe: the answers may vary more than you had asked for.
"""

from why400.rules import Conversation, Edit, Hit, Hits, Says, rule

_LOWEST_DEFAULT = 0.99


@rule(
    says=[
        Says(
            "`{name:word}` is deprecated for this model.",
            since="2026-04",
            source="measured sp-temperature-0-opus-4-7 sp-temperature-0-sonnet-5 sp-temperature-0-fable-5 "
            "ht-temperature-sonnet-5-batch corpus dev-256 dev-257 dev-341 dev-343 public 66228617006 69634433783",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    order=45,
    needs="temperature top_p top_k",
    source="rules-messages sampling-nondefault-new-models",
    cause="this model takes no {name} but the default",
    mend="leave {name} out; steer with the prompt or output_config.effort",
)
def sampling_deprecated(talk: Conversation) -> Hits:
    model, request = talk.context.model, talk.request
    if model is None or model.sampling != "default-only":
        return
    # -1 is an older way to say "unset": taken for top_k (measured cm-top-k-minus-1), and a rule of its own
    if request.temperature not in (None, 1, -1):
        yield Hit((request, "temperature"), name="temperature", label="not taken by this model")
    if request.top_k not in (None, -1):
        yield Hit((request, "top_k"), name="top_k", label="not taken by this model")
    if request.top_p not in (None, -1, model.top_p_default):
        # The one top_p that is taken is known of few models; wherever it is, it is no smaller than this: 0.9 was refused by
        # each of six models, 0.1 by one (public 66228617006, 69634433783).
        sure = model.top_p_default is not None or request.top_p < _LOWEST_DEFAULT
        yield Hit((request, "top_p"), name="top_p", label="not taken by this model", severity=None if sure else "warning")


@sampling_deprecated.mends(safe=False)
def take_away(hit: Hit) -> Edit:
    """Removes the parameter."""
    return Edit.remove(hit.place)
