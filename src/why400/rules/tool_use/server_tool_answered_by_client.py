"""A tool_result answers the call of a server tool.

## What happens
A `tool_result` names the id of a `server_tool_use`.

## Why the API refuses it
The service runs these tools and puts their results into the assistant's turn itself. Usual way there: a loop that answers every call
whatever its type.

## Example
```json
{"tools": [{"type": "web_search_20250305", "name": "web_search"}],
 "messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "server_tool_use", "id": "srvtoolu_1", "name": "web_search", "input": {"query": "x"}},
    {"type": "web_search_tool_result", "tool_use_id": "srvtoolu_1", "content": []}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "srvtoolu_1", "content": "12 C"},
    {"type": "text", "text": "And tomorrow?"}]}]}
```

## Use instead
```json
{"tools": [{"type": "web_search_20250305", "name": "web_search"}],
 "messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "server_tool_use", "id": "srvtoolu_1", "name": "web_search", "input": {"query": "x"}},
    {"type": "web_search_tool_result", "tool_use_id": "srvtoolu_1", "content": []}]},
  {"role": "user", "content": "And tomorrow?"}]}
```

## Fix
Takes the result away, where its message has something else. Unsafe: what it says is lost.
"""

from why400.contract.views.blocks import ToolResultBlock
from why400.rules import Conversation, Edit, Hit, Hits, rule
from why400.rules.tool_use import server_calls


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    needs="unpaired",
    order=48,
    source="rules-messages tool-search-no-result rules-beyond server-tool-no-result-for-srvtoolu",
    cause="{id} is the call of a server tool, which the service answers itself",
    mend="send no tool_result for it",
)
def server_tool_answered_by_client(talk: Conversation) -> Hits:
    server = server_calls(talk)
    answered = [block.tool_use_id for block in talk.blocks(ToolResultBlock)]
    if not [one for one in answered if one in server or (isinstance(one, str) and one.startswith("srvtoolu_"))]:
        return
    for message in talk.messages:
        content = message.content if isinstance(message.content, list) else []
        for block in content:
            one = block.tool_use_id if isinstance(block, ToolResultBlock) else None
            if isinstance(one, str) and (one in server or one.startswith("srvtoolu_")):
                yield Hit(block, id=one, keep=len(content), label="answers a server tool")


@server_tool_answered_by_client.mends(safe=False)
def take_away(hit: Hit) -> Edit | None:
    """Removes the result."""
    return Edit.remove(hit.place) if hit.keep > 1 else None
