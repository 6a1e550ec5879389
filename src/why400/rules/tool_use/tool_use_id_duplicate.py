"""Two tool calls of one turn share an id.

## What happens
An assistant turn holds two `tool_use` blocks with the same `id`.

## Why the API refuses it
The id says which call a result belongs to. Usual ways there: ids made up by a converter (`call_0` each time), a block kept twice while
streaming. In different turns an id may come again.

## Example
```json
{"messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [
    {"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {}},
    {"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {}}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": "12 C"}]}]}
```

## Use instead
```json
{"messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [
    {"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {}},
    {"type": "tool_use", "id": "toolu_2", "name": "weather", "input": {}}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": "12 C"},
    {"type": "tool_result", "tool_use_id": "toolu_2", "content": "12 C"}]}]}
```

## Fix
None: give each call an id of its own, in its result too.
"""

from why400.contract.views.blocks import ToolUseBlock
from why400.rules import Also, Conversation, Hit, Hits, Says, plain_path, rule


@rule(
    says=[
        Says(
            "{path}: `tool_use` ids must be unique",
            since="2025-07",
            source="corpus dev-114 dev-115 rules-messages tool-use-fields",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="tool_use",
    order=44,
    cause="the id of the call at {path} stands on another call of the turn as well",
    mend="give each call an id of its own",
)
def tool_use_id_duplicate(talk: Conversation) -> Hits:
    ids = talk.column(ToolUseBlock, "id")
    if len(set(ids)) == len(ids):
        return
    for turn in talk.turns("assistant"):
        for message in turn.messages:
            if isinstance(message.content, list):
                seen: dict[str, ToolUseBlock] = {}
                for block in message.content:
                    if isinstance(block, ToolUseBlock) and isinstance(block.id, str):
                        if block.id in seen:
                            also = (Also(seen[block.id], "the first call with this id"),)
                            yield Hit(block, path=plain_path(block), also=also, label="this id is taken")
                        seen.setdefault(block.id, block)
