"""A tool result does not name the toolset of its call.

## What happens
The `toolset_name` of a `tool_result` is not that of the `tool_use` it answers.

## Why the API refuses it
A member of a toolset is known by both names; the result has to echo the toolset's, and must have none where the call has none. Usual way
there: a loop that copies the id only.

## Example
```json betas=unknown
{"messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {}}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": "12 C", "toolset_name": "computer"}]}]}
```

## Use instead
```json
{"messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {}}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": "12 C"}]}]}
```

## Fix
Writes the call's toolset into the result, or takes it away.
"""

from why400.contract.views.blocks import ToolResultBlock, ToolUseBlock
from why400.rules import Conversation, Edit, Hit, Hits, rule
from why400.rules.tool_use import asking


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    needs="tool_result.toolset_name tool_use.toolset_name",
    order=58,
    source="rules-messages tool-result-toolset-name rules-beyond toolset-result-toolset-name",
    cause="the result of {id} does not name the toolset of its call",
    mend="copy toolset_name from the call, or leave it out where the call has none",
)
def toolset_name_mismatch(talk: Conversation) -> Hits:
    named = [block.toolset_name for block in talk.blocks(ToolResultBlock)] + [block.toolset_name for block in talk.blocks(ToolUseBlock)]
    for turn in talk.turns("user") if any(named) else ():
        results = turn.blocks(ToolResultBlock)
        calls = {call.id: call for call in asking(turn).blocks(ToolUseBlock)} if results else {}
        for result in results:
            call = calls.get(result.tool_use_id)
            if call is not None and call.toolset_name != result.toolset_name:
                yield Hit((result, "toolset_name"), id=call.id, keep=(result, call.toolset_name), label="another toolset than the call's")


@toolset_name_mismatch.mends(safe=True)
def echo(hit: Hit) -> Edit:
    """Gives the result the call's toolset."""
    result, name = hit.keep
    if name is None:
        return Edit.remove(hit.place)
    if result.toolset_name is None:
        return Edit.add(result, "toolset_name", name)
    return Edit.replace(hit.place, name)
