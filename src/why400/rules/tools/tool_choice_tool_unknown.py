"""tool_choice names a tool that the request lacks.

## What happens
`tool_choice.name` is not the name of any entry of `tools`.

## Why the API refuses it
Only a tool of this request can be called. Usual ways there: a name changed in one place, capitals or a prefix that differ, tools filtered
away.

## Example
```json
{"tools": [{"name": "get_weather", "input_schema": {"type": "object", "properties": {}}}],
 "tool_choice": {"type": "tool", "name": "weather"}}
```

## Use instead
```json
{"tools": [{"name": "get_weather", "input_schema": {"type": "object", "properties": {}}}],
 "tool_choice": {"type": "tool", "name": "get_weather"}}
```

## Fix
Writes the only tool's name, where there is one only. Unsafe: another tool may be the one that is missing.
"""

from why400.contract.views.blocks import ToolAdditionBlock, ToolChoiceTool
from why400.rules import Conversation, Edit, Hit, Hits, Says, rule


@rule(
    says=[
        Says(
            "Tool '{name}' not found in provided tools",
            since="2026-08",
            source="measured s5-tool-choice-undeclared s5-tool-choice-tool-no-tools ba-item-tool-choice-undeclared "
            "fb-choice-tool-no-tools corpus dev-802",
        ),
        Says("tool_choice.name: Tool '{name}' not found in provided tools", source="corpus dev-659", when="answer"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    order=54,
    needs="tool_choice",
    source="rules-messages tool-choice-name",
    cause="there is no tool {name} in this request",
    mend="name one of the tools, or send that tool too",
)
def tool_choice_tool_unknown(talk: Conversation) -> Hits:
    request = talk.request
    choice = request.tool_choice
    if not isinstance(choice, ToolChoiceTool) or not choice.name:
        return
    if request.mcp_servers or getattr(request, "thread", None) or talk.blocks(ToolAdditionBlock):
        return  # then tools may come from elsewhere
    names = [getattr(tool, "name", None) for tool in talk.tools]
    if choice.name in names or any(name is None for name in names):
        return  # a toolset holds names of its own
    yield Hit((choice, "name"), name=choice.name, keep=names[0] if len(names) == 1 else None, label="no such tool")


@tool_choice_tool_unknown.mends(safe=False)
def only_one(hit: Hit) -> Edit | None:
    """Names the only tool."""
    return None if hit.keep is None else Edit.replace(hit.place, hit.keep)
