"""There is nothing to compact, or the conversation is not at a point for it.

## What happens
A request with `compaction` ends in the middle of a turn of the assistant, holds nothing to summarize, or refers to more tools than a
compaction block records.

## Why the API refuses it
A summary is made of whole turns. In a request the check sees a last turn whose tool calls are open, and a conversation of system messages
alone. Usual ways there: compaction begun while a tool was running.

## Example
```json model=claude-opus-5-5 betas=compact-2026-09-04
{"compaction": {"type": "summarize"}, "tools": [{"name": "f", "input_schema": {"type": "object"}}],
 "messages": [{"role": "user", "content": "ping"}, {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "f",
  "input": {}}]}]}
```

## Use instead
```json model=claude-opus-5-5 betas=compact-2026-09-04
{"compaction": {"type": "summarize"}, "tools": [{"name": "f", "input_schema": {"type": "object"}}],
 "messages": [{"role": "user", "content": "ping"}, {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "f",
  "input": {}}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": "pong"}]}]}
```

## Fix
None: answer the tool calls first, then ask for the summary.
"""

from why400.contract.views.blocks import ToolUseBlock
from why400.rules import Conversation, Hit, Hits, rule


@rule(
    codes=("compaction_incomplete_turn", "compaction_nothing_to_summarize", "compaction_too_many_tool_references"),
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    needs="compaction",
    order=87,
    source="rules-messages code-compaction-nothing-to-summarize code-compaction-incomplete-turn code-compaction-too-many-tool-references "
    "rules-beyond errcode-compaction-incomplete-turn",
    cause="the conversation {what}",
    mend="answer the tool calls first; compact only where something was said",
)
def compaction_impossible(talk: Conversation) -> Hits:
    if talk.request.compaction is None or not talk.all_turns or talk.context.endpoint.endswith("/count_tokens"):
        return
    if not any(turn.content for turn in talk.all_turns if turn.role != "system"):
        yield Hit(
            (talk.request, "messages"), what="holds nothing that could be summarized", label="no message of the user or the assistant"
        )
        return
    turn = talk.all_turns[-1]
    calls = turn.blocks(ToolUseBlock) if turn.role == "assistant" else []
    if calls:
        yield Hit(calls[-1], what="ends in a turn of the assistant that is not finished", label="not answered yet")
