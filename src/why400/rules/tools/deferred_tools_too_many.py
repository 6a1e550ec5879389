"""More than 10,000 tools are deferred.

## What happens
`tools` holds more than 10,000 entries with `defer_loading: true`.

## Why the API refuses it
The search over deferred tools is built for that many. Usual way there: every operation of every service made a tool of its own.

## Example
`$repeat` stands for so many items like the one beside it.

```json
{"tools": [{"type": "tool_search_tool_regex_20251119", "name": "tool_search_tool_regex"},
  {"$repeat": 10001, "item": {"name": "f", "input_schema": {"type": "object"}, "defer_loading": true}}]}
```

## Use instead
```json
{"tools": [{"type": "tool_search_tool_regex_20251119", "name": "tool_search_tool_regex"},
  {"$repeat": 20, "item": {"name": "f", "input_schema": {"type": "object"}, "defer_loading": true}}]}
```

## Fix
None: send the tools that this conversation can need, or one tool that takes the operation's name.
"""

from why400.contract import limits
from why400.rules import Conversation, Hit, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    order=52,
    needs="tools.defer_loading tools:served",
    source="rules-messages defer-max rules-beyond tool-search-10000",
    cause="{count:n} tools are deferred; {limit:n} are the most",
    mend="leave out the tools that this conversation cannot need",
)
def deferred_tools_too_many(talk: Conversation) -> Hit | None:
    limit = limits.find("deferred_tools", talk.context.platform, on=talk.context.on)
    if limit is None or len(talk.tools) <= limit.value:
        return None
    deferred = [tool for tool in talk.tools if getattr(tool, "defer_loading", None) is True]
    if len(deferred) <= limit.value:
        return None
    return Hit(deferred[limit.value], count=len(deferred), limit=limit.value, label="one too many")
