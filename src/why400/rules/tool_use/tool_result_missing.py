"""A tool call is not answered in the next turn.

## What happens
An assistant turn calls tools; the turn after it does not begin with one `tool_result` for each call.

## Why the API refuses it
The model goes on only after it has seen what every call gave. Usual ways there: history trimmed between the two, a tool that crashed and
appended nothing, a user who interrupted, text put in front of the results, parallel calls of which one was answered. The API names the
message in which the result should stand; where it names the message of the calls, text follows them (`text-after-tool-use`).

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
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "is_error": true, "content": "cancelled"},
    {"type": "text", "text": "And tomorrow?"}]}]}
```

## Fix
Moves a result that stands too late to the front of the turn; else puts an error result there. Unsafe: only you know what the tool would
have answered.
"""

from collections.abc import Iterator

from why400.contract.views.blocks import ToolResultBlock, ToolUseBlock
from why400.rules import Also, Conversation, Edit, Hit, Hits, Says, message_path, rule
from why400.rules.tool_use import PAIRS_CHECKED_SINCE, all_sound, answering, is_sound


@rule(
    says=[
        Says(
            "{path}: `tool_use` ids were found without `tool_result` blocks immediately after: {ids:ids}. Each `tool_use` block must "
            "have a corresponding `tool_result` block in the next message.",
            since="2025-03",
            source="corpus dev-505 dev-136 dev-137 dev-506 dev-507 measured h45-tool-result-not-adjacent",
        ),
        Says(
            "{path}: `tool_use` ids were found without `tool_result` blocks immediately after: {ids:rest}",
            since="2025-03",
            when="answer",
            source="corpus dev-748",
        ),
        Says(
            "{path}: Did not find {count:n} `tool_result` block(s) at the beginning of this message. Messages following `tool_use` blocks "
            "must begin with a matching number of `tool_result` blocks.",
            since="2024-11",
            when="answer",
            source="public anthropics/claude-code#37 apify/tester-mcp-client#12 browser-use/browser-use#988 theredsix/cerebellum#5",
        ),
        Says(
            "`tool_use` ids were found without `tool_result` blocks immediately after: {ids:rest}",
            when="answer",
            source="rules-beyond tool-result-missing",
        ),
        Says(
            "`tool_use` ids were found without `tool_result` blocks immediately after",
            since="2026-09-15",
            when="answer",
            source="measured df-text-between-results-haiku-4-5 df-text-between-results-opus-5",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="unpaired",
    source="rules-messages tool-result-required tool-result-first measured tool-results-first",
    cause="the tool calls {ids} have no result at the front of the next turn || tool calls have no result at the front of the next turn",
    mend="answer each call there; with is_error where the tool gave nothing",
)
def tool_result_missing(talk: Conversation) -> Hits:
    if talk.context.on < PAIRS_CHECKED_SINCE:
        return
    sound = all_sound(talk)
    for turn in talk.turns("assistant"):  # consecutive messages of one role are one turn
        calls = turn.blocks(ToolUseBlock)
        after = answering(turn) if calls else turn
        if not calls or not after or not (sound or is_sound(after)):
            continue
        answered = {result.tool_use_id for result in after.leading(ToolResultBlock)}
        lost = [call for call in calls if call.id not in answered and isinstance(call.id, str)]
        if lost:
            yield Hit(
                lost[0],
                path=message_path(after.messages[0]),
                ids=", ".join(dict.fromkeys(call.id for call in lost)),
                keep=(after, lost),
                label="has no tool_result",
                also=(Also(after.messages[0], "it would have to stand at the front of this message"),),
            )


@tool_result_missing.mends(safe=False)
def answer(hit: Hit) -> Iterator[Edit]:
    """Puts each lost call's result in front of the next turn: its own where it stands too late, else an error."""
    after, lost = hit.keep
    late = {block.tool_use_id: block for block in after.blocks(ToolResultBlock)}
    for call in {call.id: call for call in lost}.values():
        found = late.get(call.id)
        if found is not None:
            yield Edit.remove(found)
        lost_result = {"type": "tool_result", "tool_use_id": call.id, "is_error": True, "content": "cancelled"}
        yield Edit.insert(after.front, lost_result if found is None else found)
