"""The advisor's model may not advise the request's model.

## What happens
`model` of an advisor tool is weaker than the request's own, or not on its list.

## Why the API refuses it
Advice has to come from a model at least as capable. Usual way there: the request's model was raised and the advisor's stayed.

## Example
```json model=claude-fable-5 betas=advisor-tool-2026-03-01
{"tools": [{"type": "advisor_20260301", "name": "advisor", "model": "claude-opus-4-8"}]}
```

## Use instead
```json model=claude-fable-5 betas=advisor-tool-2026-03-01
{"tools": [{"type": "advisor_20260301", "name": "advisor", "model": "claude-fable-5"}]}
```

## Fix
Lets the request's own model advise. Unsafe: it may cost more.
"""

from why400.contract.models import find
from why400.contract.views.tools import AdvisorTool20260301
from why400.rules import Conversation, Edit, Hit, Hits, Says, rule

# Observed refusals; that an advisor has to be "at least as capable" is said without a full table.
_REFUSED = {
    ("claude-fable-5", "claude-opus-4-8"),
    ("claude-fable-5-1", "claude-opus-5"),
    ("claude-sonnet-5-5", "claude-opus-4-8"),
    ("claude-sonnet-5-5", "claude-opus-4-7"),
    ("claude-sonnet-5-5", "claude-sonnet-5"),
}
# Models of which the whole list is documented.
_ONLY = {
    "claude-fable-5-2": ("claude-fable-5-2", "claude-mythos-5-2"),
}
# Likewise, but newer models than the list may be taken too: what is not on it warns.
_LISTED = {
    "claude-sonnet-5-5": (
        "claude-sonnet-5-5",
        "claude-opus-5",
        "claude-opus-5-5",
        "claude-fable-5",
        "claude-fable-5-1",
        "claude-fable-5-2",
        "claude-mythos-5",
        "claude-mythos-5-1",
        "claude-mythos-5-2",
    ),
}


@rule(
    says=[
        Says(
            "{path}: '{advisor:word}' cannot be used as an advisor when the request model is '{model:word}'",
            since="2026-06-10",
            source="measured advisor-pair",
        ),
        Says(
            "'{advisor:word}' cannot be used as an advisor when the request model is '{model:word}'", source="corpus dev-516", when="answer"
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    order=12,
    needs="advisor_20260301",
    source="rules-messages advisor-pairing rules-beyond advisor-pair",
    cause="{advisor} may not advise {model}",
    mend="name a model that is at least as capable as the request's",
)
def advisor_model_unsuitable(talk: Conversation) -> Hits:
    own = talk.context.model
    if own is None:
        return
    for index, tool in enumerate(talk.tools):
        advisor = find(tool.model) if isinstance(tool, AdvisorTool20260301) and isinstance(tool.model, str) else None
        if advisor is None:
            continue
        refused = advisor.id not in _ONLY[own.id] if own.id in _ONLY else (own.id, advisor.id) in _REFUSED
        unlisted = own.id in _LISTED and advisor.id not in _LISTED[own.id]
        if refused or unlisted:
            yield Hit(
                (tool, "model"),
                path=f"tools.{index}.model",
                advisor=advisor.id,
                model=own.printed_id,
                severity=None if refused else "warning",
                label="too weak for this model",
                keep=own.id,
            )


@advisor_model_unsuitable.mends(safe=False)
def itself(hit: Hit) -> Edit:
    """Lets the request's own model advise."""
    return Edit.replace(hit.place, hit.keep)
