"""Two results answer one tool call.

## What happens
A user turn holds two `tool_result` blocks with the same `tool_use_id`.

## Why the API refuses it
A call has one result. Usual ways there: a retry that appended its result again, a cancelled call that got an error result beside the real
one.

## Example
```json
{"messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {}}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": "12 C"},
    {"type": "tool_result", "tool_use_id": "toolu_1", "content": "12 C"}]}]}
```

## Use instead
```json
{"messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {}}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": "12 C"}]}]}
```

## Fix
Takes the second result away. Unsafe: where the two differ, only you know which is right.
"""

from why400.contract.views.blocks import ToolResultBlock
from why400.rules import Also, Conversation, Edit, Hit, Hits, Says, plain_path, rule


@rule(
    says=[
        Says(
            "{path}: each tool_use must have a single result. Found multiple `tool_result` blocks with id: {id:word}",
            since="2025-12",
            source="corpus dev-089",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="unpaired",
    order=46,
    cause="the call {id} has more than one result",
    mend="send one result for each call",
)
def tool_result_duplicate(talk: Conversation) -> Hits:
    ids = [block.tool_use_id for block in talk.blocks(ToolResultBlock)]
    if len(set(ids)) == len(ids):
        return
    for turn in talk.turns("user"):
        seen: dict[str, ToolResultBlock] = {}
        for block in turn.blocks(ToolResultBlock):
            if not isinstance(block.tool_use_id, str):
                continue
            if block.tool_use_id in seen:
                also = (Also(seen[block.tool_use_id], "the first result for it"),)
                yield Hit(block, path=plain_path(block), id=block.tool_use_id, also=also, label="a second result for this call")
            seen.setdefault(block.tool_use_id, block)


@tool_result_duplicate.mends(safe=False)
def take_away(hit: Hit) -> Edit:
    """Removes the second."""
    return Edit.remove(hit.place)
