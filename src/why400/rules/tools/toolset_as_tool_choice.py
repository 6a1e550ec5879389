"""tool_choice names a toolset, or one of its members.

## What happens
`tool_choice` forces `computer`, `browser` or a member such as `screenshot`, and the request has that toolset.

## Why the API refuses it
A toolset is no tool that could be forced. Usual way there: an agent that takes a screenshot first by force.

## Example
```json model=claude-opus-5
{"tools": [{"type": "computer_toolset_20260801"}], "tool_choice": {"type": "tool", "name": "screenshot"}}
```

## Use instead
```json model=claude-opus-5
{"tools": [{"type": "computer_toolset_20260801"}], "tool_choice": {"type": "auto"}}
```

## Fix
Lets the model choose. Unsafe: it may begin with something else.
"""

from why400.contract.views.blocks import ToolChoiceTool
from why400.contract.views.tools import BrowserToolset20260801, BrowserToolsetConfigs, ComputerToolset20260801, ComputerToolsetConfigs
from why400.rules import Also, Conversation, Edit, Hit, Hits, rule

_TOOLSETS = (
    (ComputerToolset20260801, "computer", ComputerToolsetConfigs.__struct_fields__),
    (BrowserToolset20260801, "browser", BrowserToolsetConfigs.__struct_fields__),
)


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    order=63,
    needs="computer_toolset_20260801 browser_toolset_20260801",
    source="rules-beyond toolset-tool-choice",
    cause="{name} belongs to a toolset and cannot be forced",
    mend="use tool_choice auto",
)
def toolset_as_tool_choice(talk: Conversation) -> Hits:
    choice = talk.request.tool_choice
    if not isinstance(choice, ToolChoiceTool) or any(getattr(tool, "name", None) == choice.name for tool in talk.tools):
        return
    for tool in talk.tools:
        for kind, family, members in _TOOLSETS:
            if isinstance(tool, kind) and (choice.name == family or choice.name in members):
                yield Hit(
                    (choice, "name"), name=choice.name, keep=(talk.request, choice), label="of a toolset", also=(Also(tool, "the toolset"),)
                )
                return


@toolset_as_tool_choice.mends(safe=False)
def let_it_choose(hit: Hit) -> Edit:
    """Sets tool_choice to auto."""
    request, choice = hit.keep
    parallel = choice.disable_parallel_tool_use
    value = {"type": "auto"} if parallel is None else {"type": "auto", "disable_parallel_tool_use": parallel}
    return Edit.replace((request, "tool_choice"), value)
