"""A fallback model does not take what the request would ask of it.

## What happens
The request, with the members of an entry of `fallbacks` put in, would be refused by that entry's model: more `max_tokens` than it writes,
a kind of `thinking` or an effort that it does not have, `speed` without fast mode.

## Why the API refuses it
Every entry is checked as if the request went to that model directly. Usual way there: a fallback of another generation, with the members
written for the first model.

## Example
```json model=claude-opus-5 betas=server-side-fallback-2026-07-01
{"fallbacks": [{"model": "claude-opus-4-8", "thinking": {"type": "enabled", "budget_tokens": 2048}}]}
```

## Use instead
```json model=claude-opus-5 betas=server-side-fallback-2026-07-01
{"fallbacks": [{"model": "claude-opus-4-8", "thinking": {"type": "adaptive"}}]}
```

## Fix
None: give the entry members that its model takes.
"""

from why400.contract.models import Model, find
from why400.contract.views.blocks import Fallback
from why400.rules import Conversation, Hit, Hits, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    severity="warning",
    side="request",
    retry="never",
    phase="model",
    needs="fallbacks",
    source="rules-messages fallbacks-entry-keys rules-beyond fallbacks-list",
    cause="{model} does not take {what}",
    mend="give the entry a value that its model takes",
)
def fallback_entry_invalid(talk: Conversation) -> Hits:
    entries = talk.request.fallbacks
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        model = find(entry.model, talk.context.platform) if isinstance(entry, Fallback) and isinstance(entry.model, str) else None
        if model is not None:
            for name, what in _faults(talk, entry, model):
                own = getattr(entry, name) is not None
                place = (entry, name) if own else (talk.request, "fallbacks", index)
                yield Hit(place, model=model.id, what=what, label="not taken by this model")


def _faults(talk: Conversation, entry: Fallback, model: Model) -> list[tuple[str, str]]:
    """The members, the entry's own or those of the request, that the model does not take."""
    request = talk.request
    found: list[tuple[str, str]] = []
    most = request.max_tokens if entry.max_tokens is None else entry.max_tokens
    if most is not None and model.max_output is not None and most > model.max_output:
        found.append(("max_tokens", f"max_tokens above {model.max_output}"))
    thinking = entry.thinking or request.thinking
    if thinking is not None and model.takes_thinking(str(thinking.type)) is False:
        found.append(("thinking", f"thinking of type {thinking.type}"))
    config = entry.output_config or request.output_config
    effort = getattr(config, "effort", None)
    if isinstance(effort, str) and model.takes_effort(effort) is False:
        found.append(("output_config", f"the effort {effort}"))
    if entry.speed == "fast" and model.fast_mode == "no":
        found.append(("speed", "speed"))
    return found
