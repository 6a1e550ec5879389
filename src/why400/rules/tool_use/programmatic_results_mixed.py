"""The answer to a call from code holds something else than results.

## What happens
Running code has called a tool; the user message after it holds other blocks than `tool_result`, or a result with other content than text.

## Why the API refuses it
The results go back into the code that waits for them, which reads text only. Usual ways there: a remark of the user put behind the
results, an image as a result.

## Example
```json model=claude-sonnet-5-5
{"container": "container_1",
 "tools": [{"type": "code_execution_20250825", "name": "code_execution"}, {"name": "weather", "input_schema": {"type": "object"},
   "allowed_callers": ["code_execution_20250825"]}],
 "messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "server_tool_use", "id": "srvtoolu_1", "name": "code_execution", "input": {"code": "x"}},
    {"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {},
     "caller": {"type": "code_execution_20250825", "tool_id": "srvtoolu_1"}}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": "12 C"},
    {"type": "text", "text": "Hurry."}]}]}
```

## Use instead
```json model=claude-sonnet-5-5
{"container": "container_1",
 "tools": [{"type": "code_execution_20250825", "name": "code_execution"}, {"name": "weather", "input_schema": {"type": "object"},
   "allowed_callers": ["code_execution_20250825"]}],
 "messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "server_tool_use", "id": "srvtoolu_1", "name": "code_execution", "input": {"code": "x"}},
    {"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {},
     "caller": {"type": "code_execution_20250825", "tool_id": "srvtoolu_1"}}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": "12 C"}]}]}
```

## Fix
None: send the rest when the code has ended.
"""

from msgspec import Struct

from why400.contract.views.blocks import ServerToolCaller, ServerToolCaller20260120, TextBlock, ToolResultBlock, ToolUseBlock
from why400.rules import Conversation, Hit, Hits, Turn, rule
from why400.rules.tool_use import answering, is_sound, server_calls

_CODE = (ServerToolCaller, ServerToolCaller20260120)


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    needs="tool_use.caller",
    order=53,
    source="rules-messages ptc-results-only rules-beyond ptc-only-tool-results",
    cause="code waits for tool results, and the message that brings them holds something else",
    mend="send the tool results alone, as text",
)
def programmatic_results_mixed(talk: Conversation) -> Hits:
    server = server_calls(talk)
    for turn in talk.turns("assistant") if server else ():
        waiting = [call for call in turn.blocks(ToolUseBlock) if isinstance(call.caller, _CODE) and call.caller.tool_id in server]
        after = answering(turn)
        if not waiting or not after or not is_sound(after):
            continue
        last = after is talk.all_turns[-1] or not answering(after)
        place = _stranger(after)
        if place is not None:
            yield Hit(place, severity=None if last else "warning", label="code waits for results alone")


def _stranger(turn: Turn) -> Struct | tuple[object, ...] | None:
    """The first thing in the turn that is no result, or no text in a result."""
    for message in turn.messages:
        if isinstance(message.content, str):
            if message.content:
                return (message, "content")
            continue
        for block in message.content or []:
            if not isinstance(block, ToolResultBlock):
                return block
            for part in block.content if isinstance(block.content, list) else ():
                if not isinstance(part, TextBlock):
                    return part
    return None
