"""A server tool's call stands in the history without its result.

## What happens
An assistant turn holds a `server_tool_use` without the result block of that id, and the user has written since.

## Why the API refuses it
Call and result of a server tool are one piece. A call may stay open only where the turn is sent back last, or where nothing but results
of your own tools follows. Usual ways there: a converter that drops blocks it does not know, a stream that broke off, a paused turn
followed by a new question.

## Example
```json
{"tools": [{"type": "web_search_20250305", "name": "web_search"}],
 "messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "server_tool_use", "id": "srvtoolu_1", "name": "web_search", "input": {"query": "x"}},
    {"type": "text", "text": "Rain."}]},
  {"role": "user", "content": "And tomorrow?"}]}
```

## Use instead
```json
{"tools": [{"type": "web_search_20250305", "name": "web_search"}],
 "messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "server_tool_use", "id": "srvtoolu_1", "name": "web_search", "input": {"query": "x"}},
    {"type": "web_search_tool_result", "tool_use_id": "srvtoolu_1", "content": []},
    {"type": "text", "text": "Rain."}]},
  {"role": "user", "content": "And tomorrow?"}]}
```

## Fix
Takes the call away, where the message has something else. Unsafe: the model no longer sees that it searched.
"""

from why400.contract.views.blocks import ToolResultBlock
from why400.rules import Conversation, Edit, Hit, Hits, Says, message_path, rule
from why400.rules.tool_use import answering, is_sound, open_server_calls, server_answers

_OWN_RESULT = ("web_search", "web_fetch", "code_execution", "bash_code_execution", "text_editor_code_execution", "advisor")


@rule(
    says=[
        Says(
            "{path}: `{name:word}` tool use with id `{id:word}` was found without a corresponding `{result:word}` block",
            since="2026-02",
            source="corpus dev-132 rules-messages server-tool-unresolved rules-beyond server-tool-unresolved",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="server_tool_use",
    order=52,
    cause="the {name} call {id} has no {result} block",
    mend="keep the result that came with the call, or drop both",
)
def server_tool_result_missing(talk: Conversation) -> Hits:
    answered = server_answers(talk)
    for turn in talk.turns("assistant"):
        after = answering(turn)
        if not after or not is_sound(turn) or not is_sound(after):
            continue
        if after.content and all(isinstance(block, ToolResultBlock) for block in after.content):
            continue  # results of client tools alone let the turn go on
        for call in open_server_calls(turn, answered):
            name = str(call.name)
            result = f"{name}_tool_result" if name in _OWN_RESULT else "tool_search_tool_result"
            keep = next(
                message for message in turn.messages if isinstance(message.content, list) and any(b is call for b in message.content)
            )
            yield Hit(call, path=message_path(call), name=name, id=call.id, result=result, keep=keep, label="has no result")


@server_tool_result_missing.mends(safe=False)
def take_away(hit: Hit) -> Edit | None:
    """Removes the call."""
    return Edit.remove(hit.place) if len(hit.keep.content) > 1 else None
