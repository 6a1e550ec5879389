"""inference_geo is set on a model before Claude 4.6.

## What happens
The request pins where the model runs, and the model cannot be pinned.

## Why the API refuses it
Pinning came with Claude 4.6. Usual ways there: a setting for all requests, with an older model among them.

## Example
```json model=claude-haiku-4-5
{"inference_geo": "us"}
```

## Use instead
```json model=claude-sonnet-5
{"inference_geo": "us"}
```

## Fix
Takes it away. Unsafe: where the model runs is open then.
"""

from why400.rules import Conversation, Edit, Hit, Says, rule


@rule(
    says=[Says("inference_geo is not supported for this model", source="corpus dev-427")],
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="model",
    needs="inference_geo",
    source="rules-messages inference-geo-models rules-beyond inference-geo-models",
    cause="the model cannot be pinned to a place: {model}",
    mend="take inference_geo away, or use Claude 4.6 or later",
)
def inference_geo_unsupported(talk: Conversation) -> Hit | None:
    model = talk.context.model
    if model is None or model.inference_geo is not False or talk.request.inference_geo is None:
        return None
    return Hit((talk.request, "inference_geo"), model=model.id)


@inference_geo_unsupported.mends(safe=False)
def take_away(hit: Hit) -> Edit:
    """Removes the member."""
    return Edit.remove(hit.place)
