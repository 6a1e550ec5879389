"""The tool that finds the deferred tools is itself deferred.

## What happens
A tool search tool has `defer_loading: true`.

## Why the API refuses it
What is deferred is found by searching, so the search itself has to be there from the start. Usual way there: `defer_loading` set on all
tools in one loop.

## Example
```json
{"tools": [{"type": "tool_search_tool_regex_20251119", "name": "tool_search_tool_regex", "defer_loading": true},
  {"name": "f", "input_schema": {"type": "object"}}]}
```

## Use instead
```json
{"tools": [{"type": "tool_search_tool_regex_20251119", "name": "tool_search_tool_regex"},
  {"name": "f", "defer_loading": true, "input_schema": {"type": "object"}}]}
```

## Fix
Takes `defer_loading` off the search tool.
"""

from why400.rules import Conversation, Edit, Hit, Hits, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    order=52,
    needs="tools.defer_loading",
    source="rules-messages defer-all",
    cause="{name} is deferred, and nothing is left that could find it",
    mend="leave defer_loading off the search tool",
)
def search_tool_deferred(talk: Conversation) -> Hits:
    if all(getattr(tool, "defer_loading", None) is True for tool in talk.tools):
        return  # then that is the fault
    for tool in talk.tools:
        if getattr(tool, "defer_loading", None) is True and str(getattr(tool, "type", None)).startswith("tool_search_tool_"):
            yield Hit((tool, "defer_loading"), name=getattr(tool, "name", None), label="on the search tool")


@search_tool_deferred.mends(safe=True)
def load(hit: Hit) -> Edit:
    """Removes the member."""
    return Edit.remove(hit.place)
