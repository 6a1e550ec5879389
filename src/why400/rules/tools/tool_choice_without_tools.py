"""tool_choice forces a tool, and there are none.

## What happens
`tool_choice.type` is `any`, while `tools` is absent or empty.

## Why the API refuses it
There is nothing to choose from; `auto` and `none` are fine without tools. Usual way there: tools filtered away for one request, the
choice left standing.

## Example
```json
{"tools": [], "tool_choice": {"type": "any"}}
```

## Use instead
```json
{"tools": [{"name": "f", "input_schema": {"type": "object", "properties": {}}}], "tool_choice": {"type": "any"}}
```

## Fix
Takes `tool_choice` away. Unsafe: rather the tools may be missing.
"""

from why400.contract.views.blocks import ToolAdditionBlock, ToolChoiceAny
from why400.rules import Conversation, Edit, Hit, Hits, Says, rule


@rule(
    says=[
        Says(
            "tool_choice.{name:word} may only be specified while providing tools",
            since="2026-08",
            source="measured s5-tool-choice-any-no-tools cm-tool-choice-any-empty-tools fb-choice-any-no-tools corpus dev-658 dev-803",
        ),
        Says("tool_choice may only be specified while providing tools", source="corpus dev-656", when="answer"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    order=53,
    needs="tool_choice",
    source="rules-messages tool-choice-needs-tools",
    cause="a tool is forced, and there are no tools",
    mend="send the tools too, or leave tool_choice out",
)
def tool_choice_without_tools(talk: Conversation) -> Hits:
    request = talk.request
    elsewhere = request.mcp_servers or getattr(request, "thread", None) or talk.blocks(ToolAdditionBlock)
    if isinstance(request.tool_choice, ToolChoiceAny) and not request.tools and not elsewhere:
        yield Hit((request, "tool_choice"), name="any", label="and there are no tools")


@tool_choice_without_tools.mends(safe=False)
def drop(hit: Hit) -> Edit:
    """Removes tool_choice."""
    return Edit.remove(hit.place)
