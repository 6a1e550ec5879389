"""A tool result answers no call of the turn before.

## What happens
A `tool_result` has a `tool_use_id` that no `tool_use` of the preceding assistant turn has.

## Why the API refuses it
Results are read as the answer to the turn right before. Usual ways there: history trimmed or summarised so that the call is gone, ids
rewritten on one side, a result sent once more later, a result of another conversation.

## Example
```json
{"messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {}}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": "12 C"},
    {"type": "tool_result", "tool_use_id": "toolu_2", "content": "12 C"}]}]}
```

## Use instead
```json
{"messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {}}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": "12 C"}]}]}
```

## Fix
Takes the result away where its message holds something else. Unsafe: what it said is lost.
"""

from collections.abc import Iterator

from why400.contract.views.blocks import ToolResultBlock, ToolUseBlock
from why400.rules import Conversation, Edit, Hit, Hits, Says, plain_path, rule
from why400.rules.tool_use import PAIRS_CHECKED_SINCE, all_sound, asking, is_sound, is_summary, server_calls, starts_elsewhere


@rule(
    says=[
        Says(
            "{path}: unexpected `tool_use_id` found in `tool_result` blocks: {ids:ids}. Each `tool_result` block must have a corresponding "
            "`tool_use` block in the previous message.",
            since="2026-01",
            source="corpus dev-743 rules-messages tool-result-orphan",
        ),
        Says(
            "{path}: unexpected `tool_use_id` found in `tool_result` blocks: {ids:rest}",
            since="2026-01",
            when="answer",
            source="corpus dev-743",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="unpaired",
    order=48,
    source="rules-messages tool-result-orphan measured merged-turns",
    cause="the results for {ids} answer no call of the turn before",
    mend="take the result away, or send the call it belongs to right before it",
)
def tool_result_orphaned(talk: Conversation) -> Hits:
    if talk.context.on < PAIRS_CHECKED_SINCE:
        return
    server = server_calls(talk)
    sound = all_sound(talk)
    for turn in talk.turns("user"):
        results = turn.blocks(ToolResultBlock)
        before = asking(turn) if results else turn
        if not results or not (sound or (is_sound(turn) and is_sound(before))):
            continue
        asked = {call.id for call in before.blocks(ToolUseBlock)}
        lost = [one for one in results if one.tool_use_id not in asked]
        lost = [one for one in lost if one.tool_use_id not in server and not one.tool_use_id.startswith("srvtoolu_")]  # another rule's
        if lost and not is_summary(before) and (before or not starts_elsewhere(talk)):
            yield Hit(
                lost[0],
                path=plain_path(lost[0]),
                ids=", ".join(dict.fromkeys(one.tool_use_id for one in lost)),
                keep=(turn, lost),
                label="answers no call",
            )


@tool_result_orphaned.mends(safe=False)
def take_away(hit: Hit) -> Iterator[Edit]:
    """Removes the results, where their message has something else."""
    turn, lost = hit.keep
    for message in turn.messages:
        content = message.content or ()
        gone = [block for block in lost if any(block is one for one in content)]
        if gone and len(gone) < len(content):
            for block in gone:
                yield Edit.remove(block)
