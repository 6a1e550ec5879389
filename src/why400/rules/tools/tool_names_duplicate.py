"""Two tools share a name.

## What happens
A name stands twice in `tools`; names of server tools (`web_search`, `bash`) count.

## Why the API refuses it
A call names its tool by name only. Usual ways there: tools of several servers put together, a list appended to twice.

## Example
```json
{"tools": [{"name": "f", "input_schema": {"type": "object", "properties": {}}},
           {"name": "f", "input_schema": {"type": "object", "properties": {}}}]}
```

## Use instead
```json
{"tools": [{"name": "f", "input_schema": {"type": "object", "properties": {}}},
           {"name": "g", "input_schema": {"type": "object", "properties": {}}}]}
```

## Fix
Takes the second away where both are the same.
"""

from why400.rules import Also, Conversation, Edit, Hit, Hits, Says, rule


@rule(
    says=[
        Says("tools: Tool names must be unique.", since="2026-08", source="rules-messages tool-names-unique"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    order=50,
    needs="tools",
    cause="more than one tool is called {name} || more than one tool has the same name",
    mend="give each tool a name of its own",
)
def tool_names_duplicate(talk: Conversation) -> Hits:
    if len(set(talk.custom_names)) == len(talk.tools):
        return
    seen: dict[str, object] = {}
    for tool in talk.tools:
        name = getattr(tool, "name", None)
        if not isinstance(name, str):
            continue
        first = seen.setdefault(name, tool)
        if first is not tool:
            same = type(first) is type(tool) and first == tool
            yield Hit(
                (tool, "name"),
                path="tools",
                name=name,
                keep=tool if same else None,
                label="the same name again",
                also=(Also((first, "name"), "the first tool of this name"),),
            )


@tool_names_duplicate.mends(safe=True)
def drop(hit: Hit) -> Edit | None:
    """Removes a tool that is the same in everything."""
    return None if hit.keep is None else Edit.remove(hit.keep)
