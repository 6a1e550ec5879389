"""Every tool has defer_loading.

## What happens
All entries of `tools` set `defer_loading: true`.

## Why the API refuses it
The model would see no tool at all, not even the one that finds the others. Usual ways there: the flag set in a loop over all tools, the
search tool left out.

## Example
```json
{"tools": [{"name": "f", "input_schema": {"type": "object", "properties": {}}, "defer_loading": true}]}
```

## Use instead
```json
{"tools": [{"type": "tool_search_tool_regex_20251119", "name": "tool_search_tool_regex"},
           {"name": "f", "input_schema": {"type": "object", "properties": {}}, "defer_loading": true}]}
```

## Fix
Loads the first tool at once. Unsafe: a search tool may be what is missing.
"""

from why400.rules import Conversation, Edit, Hit, Hits, Says, rule


@rule(
    says=[
        Says(
            "At least one tool must have defer_loading=false. All tools cannot be deferred.",
            since="2026-09",
            source="corpus dev-380 measured df-all-deferred-opus-5 df-all-deferred-haiku-4-5 rules-messages defer-all",
        ),
        Says("At least one tool must have defer_loading=false", since="2026-09", source="corpus dev-379", when="answer"),
        Says("All tools have defer_loading: true", source="corpus dev-373", when="answer"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    order=51,
    needs="tools.defer_loading tools:served",
    source="rules-beyond tool-search-all-deferred",
    cause="no tool is loaded at once",
    mend="leave defer_loading off at least one tool, best the search tool",
)
def all_tools_deferred(talk: Conversation) -> Hits:
    tools = talk.tools
    if tools and all(getattr(tool, "defer_loading", None) is True for tool in tools):
        yield Hit((tools[0], "defer_loading"), label="deferred, like all others")


@all_tools_deferred.mends(safe=False)
def load_first(hit: Hit) -> Edit:
    """Loads the first tool at once."""
    return Edit.remove(hit.place)
