"""A deferred tool carries cache_control.

## What happens
One tool has both `defer_loading: true` and a `cache_control` marker.

## Why the API refuses it
A deferred tool is not in the prompt, so there is nothing to cache there. Usual way there: a client that marks the last tool of the list,
whichever it is.

## Example
```json
{"tools": [{"name": "find", "input_schema": {"type": "object", "properties": {}}},
  {"name": "f", "input_schema": {"type": "object", "properties": {}}, "defer_loading": true, "cache_control": {"type": "ephemeral"}}]}
```

## Use instead
```json
{"tools": [{"name": "find", "input_schema": {"type": "object", "properties": {}}, "cache_control": {"type": "ephemeral"}},
  {"name": "f", "input_schema": {"type": "object", "properties": {}}, "defer_loading": true}]}
```

## Fix
Takes the marker away; the answer stays the same. Put it on the last tool that is not deferred.
"""

from why400.rules import Conversation, Edit, Hit, Hits, Says, rule


@rule(
    says=[
        Says(
            "Tool '{name}' cannot have both defer_loading=true and cache_control set. Tools with defer_loading cannot use prompt caching.",
            since="2026-07",
            source="corpus dev-313 dev-314 measured df-deferred-cache-control-haiku-4-5 rules-messages defer-cache-control",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    order=52,
    needs="tools.defer_loading tools:served",
    source="rules-beyond tool-search-cache-control",
    cause="the deferred tool {name} has a cache marker",
    mend="move the marker to the last tool that is not deferred",
)
def deferred_tool_with_cache_control(talk: Conversation) -> Hits:
    for tool in talk.tools:
        if getattr(tool, "defer_loading", None) is True and getattr(tool, "cache_control", None) is not None:
            yield Hit((tool, "cache_control"), name=getattr(tool, "name", None), label="on a deferred tool")


@deferred_tool_with_cache_control.mends(safe=True)
def unmark(hit: Hit) -> Edit:
    """Removes the marker."""
    return Edit.remove(hit.place)
