"""A tool added in the conversation takes a name that is in use.

## What happens
A `tool_addition` defines a tool under the name of an available tool of another kind.

## Why the API refuses it
A name stands for one tool. The answer has the code `tool_name_conflict`. Usual way there: a tool of your own called like one of the
API's.

## Example
```json model=claude-opus-5-5 betas=inline-tools-2026-09-15
{"tools": [{"type": "bash_20250124", "name": "bash"}],
 "messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "system", "content": [
    {"type": "tool_addition", "tool": {"type": "tool_definition", "definition": {"name": "bash", "input_schema": {"type": "object"}}}}]}]}
```

## Use instead
```json model=claude-opus-5-5 betas=inline-tools-2026-09-15
{"tools": [{"type": "bash_20250124", "name": "bash"}],
 "messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "system", "content": [
    {"type": "tool_addition", "tool": {"type": "tool_definition", "definition": {"name": "shell", "input_schema": {"type": "object"}}}}]}]}
```

## Fix
None: another name is yours to choose.
"""

from why400.contract.views.blocks import CustomTool, ToolAdditionBlock, ToolChangeToolDefinition
from why400.rules import Conversation, Hit, Hits, rule
from why400.rules.tool_use import name_defined


@rule(
    codes=("tool_name_conflict",),
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    needs="tool_addition",
    order=59,
    source="rules-messages code-tool-name-conflict",
    cause="'{name}' is the name of an available tool of another kind",
    mend="give the added tool another name",
)
def tool_change_name_conflict(talk: Conversation) -> Hits:
    taken = {getattr(tool, "name", None) for tool in talk.tools if not isinstance(tool, CustomTool)}
    for run in talk.turns("system"):
        for block in run.content:
            tool = block.tool if isinstance(block, ToolAdditionBlock) else None
            name = name_defined(tool) if isinstance(tool, ToolChangeToolDefinition) else None
            if isinstance(name, str) and name in taken:
                yield Hit(tool, name=name, label="this name is taken")
