"""The tools are changed in the conversation on a model that cannot.

## What happens
A system message holds a `tool_addition` or `tool_removal`, and the model takes none.

## Why the API refuses it
Some models take system messages but keep their tools as they were at the start. Usual way there: a client that decides by the beta, not
by the model.

## Example
```json model=claude-sonnet-5 betas=mid-conversation-tool-changes-2026-07-01
{"tools": [{"name": "f", "input_schema": {"type": "object"}}, {"name": "g", "defer_loading": true, "input_schema": {"type": "object"}}],
 "messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "system", "content": [{"type": "tool_addition", "tool": {"type": "tool_reference", "name": "g"}}]}]}
```

## Use instead
```json model=claude-opus-5-5 betas=mid-conversation-tool-changes-2026-07-01
{"tools": [{"name": "f", "input_schema": {"type": "object"}}, {"name": "g", "defer_loading": true, "input_schema": {"type": "object"}}],
 "messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "system", "content": [{"type": "tool_addition", "tool": {"type": "tool_reference", "name": "g"}}]}]}
```

## Fix
None: send the tool in `tools` from the start, or use another model.
"""

from why400.contract.views.blocks import ToolAdditionBlock, ToolRemovalBlock
from why400.rules import Conversation, Hit, Says, rule


@rule(
    says=[
        Says(
            "tool_addition/tool_removal is not supported on this model",
            since="2026-07",
            source="measured cf-tool-addition-sonnet-5 rx-tool-addition-sonnet-5 jc-tool-addition-inline-sonnet-5 corpus dev-651 dev-652",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    needs="tool_addition tool_removal",
    source="rules-messages toolchange-models",
    cause="this model does not take changes of tools in the conversation",
    mend="send the tool in tools from the start",
)
def tool_change_unsupported(talk: Conversation) -> Hit | None:
    if talk.context.model is None or talk.context.model.tool_changes is not False:
        return None
    for run in talk.turns("system"):
        for block in run.content:
            if isinstance(block, ToolAdditionBlock | ToolRemovalBlock):
                return Hit(block, label="not on this model")
    return None
