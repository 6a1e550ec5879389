"""A web tool that is called by code stands beside an old code execution tool.

## What happens
`web_search` or `web_fetch` from 2026-02 on is sent together with `code_execution` from before 2026.

## Why the API refuses it
These web tools are called out of code, by code execution from 2026-01-20 on. Usual way there: the web tool was updated and the other
stayed.

## Example
```json
{"tools": [{"type": "web_search_20260209", "name": "web_search"}, {"type": "code_execution_20250825", "name": "code_execution"}]}
```

## Use instead
```json
{"tools": [{"type": "web_search_20260209", "name": "web_search"}, {"type": "code_execution_20260120", "name": "code_execution"}]}
```

## Fix
Writes the newer code execution. Unsafe: its results have another form.
"""

from why400.contract.views.tools import (
    CodeExecutionTool20250522,
    CodeExecutionTool20250825,
    CodeExecutionTool20260120,
    CodeExecutionTool20260521,
    WebFetchTool20260209,
    WebFetchTool20260309,
    WebFetchTool20260318,
    WebSearchTool20260209,
    WebSearchTool20260318,
)
from why400.rules import Also, Conversation, Edit, Hit, Hits, rule

_CALLED_BY_CODE = (WebFetchTool20260209, WebFetchTool20260309, WebFetchTool20260318, WebSearchTool20260209, WebSearchTool20260318)


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    order=65,
    needs="code_execution_20250522 code_execution_20250825",
    source="rules-beyond web-tools-code-exec-version",
    cause="{name} is too old for the web tool beside it",
    mend='use code_execution_20260120 or later, or allow the web tool "direct" only',
)
def code_execution_version_too_old(talk: Conversation) -> Hits:
    old = next((tool for tool in talk.tools if isinstance(tool, CodeExecutionTool20250522 | CodeExecutionTool20250825)), None)
    if old is None or any(isinstance(tool, CodeExecutionTool20260120 | CodeExecutionTool20260521) for tool in talk.tools):
        return
    for tool in talk.tools:
        if isinstance(tool, _CALLED_BY_CODE) and getattr(tool, "allowed_callers", None) != ["direct"]:
            yield Hit((old, "type"), name=old.type, label="too old for the web tool", also=(Also(tool, "this one is called by code"),))
            return


@code_execution_version_too_old.mends(safe=False)
def update(hit: Hit) -> Edit:
    """Writes the first version that goes with it."""
    return Edit.replace(hit.place, "code_execution_20260120")
