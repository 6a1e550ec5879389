"""The advisor is allowed more tokens than its model can write.

## What happens
`max_tokens` of an advisor tool is above the output limit of the advisor's model. (Below 1,024 is a fault of range.)

## Why the API refuses it
The same limit holds as for a request to that model. Usual way there: the request's own `max_tokens` copied over.

## Example
```json model=claude-opus-4-5 betas=advisor-tool-2026-03-01
{"tools": [{"type": "advisor_20260301", "name": "advisor", "model": "claude-opus-4-6", "max_tokens": 200000}]}
```

## Use instead
```json model=claude-opus-4-5 betas=advisor-tool-2026-03-01
{"tools": [{"type": "advisor_20260301", "name": "advisor", "model": "claude-opus-4-6", "max_tokens": 4096}]}
```

## Fix
Sets the model's limit; more than that it could not have written.
"""

from why400.contract.models import find
from why400.contract.views.tools import AdvisorTool20260301
from why400.rules import Conversation, Edit, Hit, Hits, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="model",
    order=13,
    needs="advisor_20260301",
    source="rules-beyond advisor-max-tokens",
    cause="{model} writes at most {limit} tokens",
    mend="set the advisor's max_tokens to {limit} or less",
)
def advisor_limits_invalid(talk: Conversation) -> Hits:
    for tool in talk.tools:
        advisor = find(tool.model) if isinstance(tool, AdvisorTool20260301) and isinstance(tool.model, str) else None
        if advisor is None or advisor.max_output is None or not isinstance(tool, AdvisorTool20260301) or tool.max_tokens is None:
            continue
        if tool.max_tokens > advisor.max_output:
            most = advisor.max_output
            yield Hit((tool, "max_tokens"), model=advisor.printed_id, limit=most, keep=most, label=f"{advisor.id} writes at most {most}")


@advisor_limits_invalid.mends(safe=True)
def cap(hit: Hit) -> Edit:
    """Sets the model's limit."""
    return Edit.replace(hit.place, hit.keep)
