"""A server tool's call is pending, and its tool is no longer there.

## What happens
The last assistant turn paused in a server tool, and the request that goes on with it no longer has that tool.

## Why the API refuses it
The service runs the pending call when the turn is sent back, so the same tool must still be declared. Usual way there: tools chosen anew
for every request.

## Example
```json
{"messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "server_tool_use", "id": "srvtoolu_1", "name": "web_search", "input": {"query": "x"}}]}]}
```

## Use instead
```json
{"tools": [{"type": "web_search_20250305", "name": "web_search"}],
 "messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "server_tool_use", "id": "srvtoolu_1", "name": "web_search", "input": {"query": "x"}}]}]}
```

## Fix
None: declare the tool as in the request before.
"""

from why400.contract.views.blocks import ToolResultBlock
from why400.rules import Conversation, Hit, Hits, Says, rule
from why400.rules.tool_use import open_server_calls, server_answers, starts_elsewhere, tag_of

_TOOLS = ("web_search", "web_fetch", "advisor")


@rule(
    says=[
        Says(
            "{what:rest} but no `{name:word}` tool was provided",
            when="answer",
            source="rules-messages server-tool-dropped rules-beyond server-tool-resume-same-tools",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    needs="server_tool_use",
    order=54,
    source="rules-messages server-tool-dropped rules-beyond server-tool-resume-same-tools advisor-resume",
    cause="a {name} call is pending and the request has no {name} tool",
    mend="declare the {name} tool again",
)
def server_tool_not_provided(talk: Conversation) -> Hits:
    turns = [turn for turn in talk.all_turns if turn.role != "system"]
    if turns and turns[-1].role == "user" and all(isinstance(block, ToolResultBlock) for block in turns[-1].content):
        turns.pop()  # results of client tools let a pending turn go on
    if not turns or turns[-1].role != "assistant" or starts_elsewhere(talk):
        return
    kinds = [str(getattr(tool, "type", None) or "") for tool in talk.tools]
    if any(tag_of(tool) == "unsound" for tool in talk.tools):
        return
    for call in open_server_calls(turns[-1], server_answers(talk)):
        if call.name in _TOOLS and not any(kind.startswith(call.name) for kind in kinds):
            yield Hit(call, name=call.name, label="pending, and its tool is not declared")
