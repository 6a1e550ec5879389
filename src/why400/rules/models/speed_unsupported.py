"""speed is set on a model without fast mode.

## What happens
`speed: fast` is asked of a model that has no fast mode, or has it no longer.

## Why the API refuses it
Only some models of the Opus, Fable and Mythos lines run fast. Usual way there: the model was changed, and the parameter
stayed.

## Example
```json model=claude-sonnet-5 betas=fast-mode-2026-02-01
{"speed": "fast"}
```

## Use instead
```json model=claude-opus-5-5 betas=fast-mode-2026-02-01
{"speed": "fast"}
```

## Fix
Takes `speed` away. Unsafe: the answer comes at the usual pace.
"""

from why400.rules import Conversation, Edit, Hit, Says, rule


@rule(
    says=[
        Says(
            "'{model}' does not support the `speed` parameter. This feature is only available on supported models.",
            source="corpus dev-520 dev-751",
        ),
        Says("'{model}' does not support the `speed` parameter.", source="corpus dev-519"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    needs="speed",
    source="measured al-speed-sonnet-5 rules-messages speed-models speed-opus48-removal rules-beyond fast-mode-models",
    cause="{model} has no fast mode",
    mend="take speed away, or use a model that has it",
)
def speed_unsupported(talk: Conversation) -> Hit | None:
    model = talk.context.model
    if model is None or talk.request.speed != "fast":
        return None
    ended = model.fast_mode_ends is not None and talk.context.on >= model.fast_mode_ends
    if model.fast_mode != "no" and not ended:
        return None
    return Hit((talk.request, "speed"), model=model.printed_id)


@speed_unsupported.mends(safe=False)
def take_away(hit: Hit) -> Edit:
    """Removes the member."""
    return Edit.remove(hit.place)
