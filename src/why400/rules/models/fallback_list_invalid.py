"""fallbacks holds more than three models, repeats one, or names the requested model.

## What happens
The list of models to fall back to breaks its bounds.

## Why the API refuses it
At most three, distinct from one another and from the model of the request; each has to be a permitted target. Claude Haiku 5.5 has no
server-side fallback at all. Usual ways there: one list for all models.

## Example
```json betas=server-side-fallback-2026-06-01 model=claude-opus-5-5
{"fallbacks": [{"model": "claude-opus-5"}, {"model": "claude-opus-5"}]}
```

## Use instead
```json betas=server-side-fallback-2026-06-01 model=claude-opus-5-5
{"fallbacks": [{"model": "claude-opus-5"}]}
```

## Fix
None: which models to keep is yours to say.
"""

from why400.rules import Conversation, Hit, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="model",
    needs="fallbacks",
    source="rules-messages fallbacks-max fallbacks-entry-keys haiku55-no-server-fallback fallbacks-unsupported-model rules-beyond fallbacks-list",
    cause="{what}",
    mend="name at most three other models, each once",
)
def fallback_list_invalid(talk: Conversation) -> Hit | None:
    request = talk.request
    if not isinstance(request.fallbacks, list):
        return None
    names = [entry.model for entry in request.fallbacks if isinstance(entry.model, str)]
    if talk.context.model is not None and talk.context.model.id == "claude-haiku-5-5" and names:
        return Hit((request, "fallbacks"), what="claude-haiku-5-5 has no fallbacks")
    if talk.context.model is not None and talk.context.model.id == "claude-sonnet-5" and names:
        return Hit((request, "fallbacks"), what="claude-sonnet-5 has answered that it has no fallbacks", severity="warning")
    if len(request.fallbacks) > 3:
        return Hit((request, "fallbacks"), what="fallbacks holds more than three models")
    for index, name in enumerate(names):
        if name == request.model or name in names[:index]:
            return Hit((request, "fallbacks", index), what=f"{name} stands in the request already")
    return None
