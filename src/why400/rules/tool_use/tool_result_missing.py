"""A tool call is not answered in the next turn.

## What happens
An assistant turn calls tools; the turn after it does not begin with one `tool_result` for each call.

## Why the API refuses it
The model goes on only after it has seen what every call gave. Usual ways there: history trimmed between the
two, a tool that crashed and appended nothing, text put in front of the results.

## Example
```json
{"messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {}}]},
  {"role": "user", "content": "And tomorrow?"}]}
```

## Use instead
```json
{"messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {}}]},
  {"role": "user", "content": [
    {"type": "tool_result", "tool_use_id": "toolu_1", "is_error": true, "content": "cancelled"},
    {"type": "text", "text": "And tomorrow?"}]}]}
```

## Fix
Puts an error result in front of the next turn. Unsafe: only you know what the tool would have answered.
"""

from collections.abc import Iterator

from why400.contract.views.blocks import ToolResultBlock, ToolUseBlock
from why400.rules import Also, Conversation, Edit, Hit, Hits, Says, message_path, rule


@rule(
    says=[
        Says(
            "{path}: `tool_use` ids were found without `tool_result` blocks immediately after: {ids:ids}. Each `tool_use` block must have a "
            "corresponding `tool_result` block in the next message.",
            since="2025-03",
            source="corpus dev-505 dev-137",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="tool_use",
    cause="the tool calls {ids} have no result at the front of the next turn",
    mend="answer each call there; with is_error where the tool gave nothing",
)
def tool_result_missing(talk: Conversation) -> Hits:
    for turn in talk.turns("assistant"):  # consecutive messages of one role are one turn
        calls = turn.blocks(ToolUseBlock)
        if not calls or not turn.next:
            continue
        answered = {result.tool_use_id for result in turn.next.leading(ToolResultBlock)}
        lost = [call for call in calls if call.id not in answered]
        if lost:
            yield Hit(
                lost[0],
                path=message_path(lost[0]),
                ids=", ".join(call.id for call in lost),
                keep=(turn, lost),
                label="has no tool_result",
                also=(Also(turn.next.messages[0], "it would have to stand at the front of this message"),),
            )


@tool_result_missing.mends(safe=False)
def answer(hit: Hit) -> Iterator[Edit]:
    """Puts an error result for each lost call in front of the next turn."""
    turn, lost = hit.keep
    for call in lost:
        result = {"type": "tool_result", "tool_use_id": call.id, "is_error": True, "content": "cancelled"}
        yield Edit.insert(turn.next.front, result)
