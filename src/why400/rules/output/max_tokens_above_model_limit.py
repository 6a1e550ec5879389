"""max_tokens is more than the model can write.

## What happens
`max_tokens` is above the model's own limit.

## Why the API refuses it
The value is not clipped. Usual ways there: a limit of another model, a context window taken for an output limit, "as much as possible"
written as a huge number. Batch items may ask for more with the beta `output-300k-2026-03-24`, where the model has it.

## Example
```json model=claude-haiku-4-5
{"max_tokens": 128000}
```

## Use instead
```json model=claude-haiku-4-5
{"max_tokens": 64000}
```

## Fix
Sets the model's limit; more than that it could not have written.
"""

from why400.rules import Conversation, Edit, Hit, Hits, Says, rule

_LONG_BATCHES = "output-300k-2026-03-24"
_LONG_BATCH = 300_000  # tokens: what the beta opens at most, on models of which nobody said whether it does


@rule(
    says=[
        Says(
            "max_tokens: {asked:n} > {limit:n}, which is the maximum allowed number of output tokens for {model:word}",
            since="2024-06",
            source="measured ba-item-max-tokens-huge corpus dev-074 dev-076 dev-456",
        ),
        Says(
            "The maximum tokens you requested exceed the model limit of {limit:n}. Try again with a maximum tokens "
            "value lower than {limit:n}.",
            since="2024-12",
            source="corpus dev-269",
            on="bedrock",
        ),
        Says(
            "The maximum tokens you requested exceeds the model limit of {limit:n}. Try again with a maximum tokens "
            "value that is lower than {limit:n}.",
            since="2024-08",
            source="public vercel/ai#2772 langgenius/dify#10390",
            on="bedrock",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    order=50,
    needs="max_tokens",
    source="rules-messages max-tokens-model-cap beta-for-max-output-300k-in-batches",
    cause="{model} writes at most {limit} tokens, and {asked} are asked for "
    "|| the model writes at most {limit} tokens, and more are asked for",
    mend="set max_tokens to {limit} or less",
)
def max_tokens_above_model_limit(talk: Conversation) -> Hits:
    context, asked = talk.context, talk.request.max_tokens
    model = context.model
    if model is None or model.max_output is None or asked is None or asked <= model.max_output:
        return
    if any(name.startswith(("output-", "max-tokens-")) and name != _LONG_BATCHES for name in context.betas or ()):
        return  # such a beta raises the limit of some model; how far is not known
    severity = None
    if context.batch_item and context.has_beta(_LONG_BATCHES) is not False:
        known = model.max_output_batch is not None
        if asked <= (model.max_output_batch or _LONG_BATCH):
            if context.has_beta(_LONG_BATCHES) or not known:
                return
            severity = "warning"
        elif not known:
            severity = "warning"
    yield Hit(
        (talk.request, "max_tokens"),
        asked=asked,
        limit=model.max_output,
        model=model.printed_id,
        severity=severity,
        label=f"the model writes at most {model.max_output}",
        keep=model.max_output,
    )


@max_tokens_above_model_limit.mends(safe=True)
def cap(hit: Hit) -> Edit:
    """Sets the model's limit."""
    return Edit.replace(hit.place, hit.keep)
