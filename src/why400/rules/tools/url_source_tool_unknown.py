"""A web fetch tool takes URLs from the results of a tool that is not defined.

## What happens
`url_sources` names tools under `only` or `except`; one of the names is none of the request's tools.

## Why the API refuses it
Each name has to be that of a tool in `tools`. Only the SDK says so, so this warns. Usual ways there: a tool that was renamed or left out.

## Example
```json
{"tools": [{"type": "web_fetch_20260318", "name": "web_fetch",
  "url_sources": {"client_tool_results": {"type": "only", "tools": [{"type": "tool_reference", "name": "crawler"}]}}}]}
```

## Use instead
```json
{"tools": [{"name": "crawler", "input_schema": {"type": "object"}},
 {"type": "web_fetch_20260318", "name": "web_fetch",
  "url_sources": {"client_tool_results": {"type": "only", "tools": [{"type": "tool_reference", "name": "crawler"}]}}}]}
```

## Fix
None: only you know which tool is meant.
"""

from why400.contract.views.tools import WebFetchURLSources
from why400.rules import Conversation, Hit, Hits, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    severity="warning",
    side="request",
    retry="never",
    phase="conversation",
    needs="tools:served",
    order=46,
    source="rules-beyond web-fetch-url-sources",
    cause="{name} is named in url_sources and is no tool of the request",
    mend="name a tool that is in tools",
)
def url_source_tool_unknown(talk: Conversation) -> Hits:
    names = {getattr(tool, "name", None) for tool in talk.tools}
    for tool in talk.tools:
        sources = getattr(tool, "url_sources", None)
        if not isinstance(sources, WebFetchURLSources):
            continue
        for kind in (sources.client_tool_results, sources.server_tool_results):
            for reference in getattr(kind, "tools", None) or ():
                if isinstance(reference.name, str) and reference.name not in names:
                    yield Hit((reference, "name"), name=reference.name[:64])
