"""A tool that code may call, on a model without programmatic tool calling.

## What happens
`allowed_callers` names code execution; or a web tool from 2026-02 on leaves it out, which means code execution.

## Why the API refuses it
Smaller models call tools themselves only. Usual way there: the newest web search sent to Haiku 4.5.

## Example
```json model=claude-haiku-4-5
{"tools": [{"type": "web_search_20260209", "name": "web_search"}]}
```

## Use instead
```json model=claude-haiku-4-5
{"tools": [{"type": "web_search_20260209", "name": "web_search", "allowed_callers": ["direct"]}]}
```

## Fix
Sets `allowed_callers` to `["direct"]`, the only way in which this model can call it.
"""

from why400.contract.views.tools import (
    WebFetchTool20260209,
    WebFetchTool20260309,
    WebFetchTool20260318,
    WebSearchTool20260209,
    WebSearchTool20260318,
)
from why400.rules import Conversation, Edit, Hit, Hits, Says, rule

_DEFAULT_TO_CODE = (WebFetchTool20260209, WebFetchTool20260309, WebFetchTool20260318, WebSearchTool20260209, WebSearchTool20260318)


@rule(
    says=[
        Says("'{model:word}' does not support programmatic tool calling", since="2026-04", source="corpus dev-152 dev-517"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    order=11,
    needs="tools.allowed_callers tools:served",
    source="rules-beyond web-tools-allowed-callers-direct",
    cause="{model} has no programmatic tool calling",
    mend='set allowed_callers to ["direct"]',
)
def programmatic_calling_unsupported(talk: Conversation) -> Hits:
    model = talk.context.model
    if model is None or model.programmatic_tools is not False:
        return
    for tool in talk.tools:
        callers = getattr(tool, "allowed_callers", None)
        by_code = isinstance(tool, _DEFAULT_TO_CODE) if callers is None else any(caller != "direct" for caller in callers)
        if by_code:
            yield Hit(
                (tool, "allowed_callers") if callers else tool, path="tools", model=model.printed_id, keep=tool, label="called by code"
            )


@programmatic_calling_unsupported.mends(safe=True)
def call_directly(hit: Hit) -> Edit:
    """Lets the model call the tool itself."""
    if hit.keep.allowed_callers:
        return Edit.replace((hit.keep, "allowed_callers"), ["direct"])
    return Edit.add(hit.keep, "allowed_callers", ["direct"])
