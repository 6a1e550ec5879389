"""Thinking with a budget goes with no forced tool.

## What happens
`thinking.type` is `enabled`, and `tool_choice` is `any` or `tool`.

## Why the API refuses it
A forced call begins the answer with the call, which leaves no room to think first. Usual way there: a library that forces a tool to get
structured output, used with thinking switched on.

## Example
```json model=claude-haiku-4-5
{"thinking": {"type": "enabled", "budget_tokens": 1024}, "tool_choice": {"type": "any"},
 "tools": [{"name": "weather", "input_schema": {"type": "object", "properties": {}}}]}
```

## Use instead
```json model=claude-haiku-4-5
{"thinking": {"type": "enabled", "budget_tokens": 1024}, "tool_choice": {"type": "auto"},
 "tools": [{"name": "weather", "input_schema": {"type": "object", "properties": {}}}]}
```

## Fix
Lets the model choose. Unsafe: it may then answer without the tool.
"""

from why400.contract.views.blocks import ThinkingConfigEnabled, ToolChoiceAny, ToolChoiceTool
from why400.rules import Also, Conversation, Edit, Hit, Hits, Says, rule


@rule(
    says=[
        Says(
            "Thinking may not be enabled when tool_choice forces tool use.",
            since="2025-09",
            source="corpus dev-289 rules-messages thinking-enabled-forced-tool",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    order=71,
    needs="tool_choice+thinking:enabled",
    cause="with thinking enabled no tool may be forced",
    mend="use tool_choice auto, or leave thinking out",
)
def thinking_with_forced_tool_choice(talk: Conversation) -> Hits:
    request, model = talk.request, talk.context.model
    if not isinstance(request.thinking, ThinkingConfigEnabled) or not isinstance(request.tool_choice, ToolChoiceAny | ToolChoiceTool):
        return
    if model is not None and (model.takes_thinking("enabled") is False or model.forced_tool_choice is False):
        return  # then one of the two is refused by itself
    yield Hit(
        (request, "tool_choice"),
        severity=None if model else "warning",
        label="forces a tool",
        also=(Also((request, "thinking"), "thinking is enabled"),),
        keep=request.tool_choice,
    )


@thinking_with_forced_tool_choice.mends(safe=False)
def let_it_choose(hit: Hit) -> Edit:
    """Sets tool_choice to auto."""
    parallel = hit.keep.disable_parallel_tool_use
    return Edit.replace(hit.place, {"type": "auto"} if parallel is None else {"type": "auto", "disable_parallel_tool_use": parallel})
