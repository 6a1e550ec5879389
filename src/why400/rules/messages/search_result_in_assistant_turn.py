"""A search result stands in a message of the assistant.

## What happens
A message of the assistant holds a `search_result` block.

## Why the API refuses it
Search results are what the user, or a tool, brings for the assistant to cite.

## Example
```json
{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": [
  {"type": "search_result", "source": "s", "title": "t", "content": [{"type": "text", "text": "x"}]}]},
  {"role": "user", "content": "b"}]}
```

## Use instead
```json
{"messages": [{"role": "user", "content": [
  {"type": "search_result", "source": "s", "title": "t", "content": [{"type": "text", "text": "x"}]}]}]}
```

## Fix
None: whether it belongs to the user or to a tool's result is yours to say.
"""

from why400.contract.views.blocks import SearchResultBlock
from why400.rules import Conversation, Hit, Hits, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    needs="assistant:search_result",
    order=40,
    source="rules-messages content-block-placement-search-result rules-beyond search-result-role",
    cause="a message of the assistant may hold no search_result block",
    mend="put the block into a user message or a tool result",
)
def search_result_in_assistant_turn(talk: Conversation) -> Hits:
    for turn in talk.turns("assistant"):
        for block in turn.blocks(SearchResultBlock):
            yield Hit(block, label="not in a message of the assistant")
