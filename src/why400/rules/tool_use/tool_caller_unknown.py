"""A tool call says that a call calls it which is not in the history.

## What happens
The `caller` of a `tool_use` names a `tool_id` that no `server_tool_use` has.

## Why the API refuses it
With code execution a call belongs to the code that made it. Usual way there: a converter that keeps the call and drops the code execution
block.

## Example
```json
{"messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {},
    "caller": {"type": "code_execution_20250825", "tool_id": "srvtoolu_x"}}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": "12 C"}]}]}
```

## Use instead
```json
{"messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {}}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": "12 C"}]}]}
```

## Fix
Takes `caller` away: it may be left off when a turn is played back.
"""

from why400.contract.views.blocks import ServerToolCaller, ServerToolCaller20260120, ToolUseBlock
from why400.rules import Conversation, Edit, Hit, Hits, Says, rule
from why400.rules.tool_use import server_calls, starts_elsewhere


@rule(
    says=[
        Says(
            "source tool `{source:word}` not found for tool use block `{id:word}`",
            since="2026-09",
            source="measured fb-caller-unknown-source corpus dev-593",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="tool_use.caller",
    order=55,
    source="measured caller-optional",
    cause="the caller {source} of the call {id} is not in the history",
    mend="keep the server_tool_use block that made the call, or leave caller out",
)
def tool_caller_unknown(talk: Conversation) -> Hits:
    calls = talk.blocks(ToolUseBlock)
    called = [call for call in calls if call.caller is not None]
    if not called or starts_elsewhere(talk):
        return
    known = server_calls(talk).keys() | {call.id for call in calls}
    for call in called:
        caller = call.caller
        if (
            isinstance(caller, ServerToolCaller | ServerToolCaller20260120)
            and isinstance(caller.tool_id, str)
            and caller.tool_id not in known
        ):
            yield Hit((call, "caller"), source=caller.tool_id, id=call.id, label="calls no block of the history its caller")


@tool_caller_unknown.mends(safe=True)
def take_away(hit: Hit) -> Edit:
    """Removes the caller."""
    return Edit.remove(hit.place)
