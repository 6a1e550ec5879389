"""Thinking is on, and the turn that calls the tools does not begin with its thinking.

## What happens
`thinking` is enabled; the history ends in tool results, and the assistant's turn that they answer has no `thinking` block in front.

## Why the API refuses it
The model goes on with its own train of thought, so the turn has to come back whole. Usual ways there: a framework that keeps only text
and tool calls, history written by another model, thinking switched on between a call and its result. It was refused from 2025-03 to
2026-01; current documentation says that thinking is then silently off, so this only warns.

## Example
```json model=claude-haiku-4-5
{"thinking": {"type": "enabled", "budget_tokens": 1024},
 "tools": [{"name": "weather", "input_schema": {"type": "object", "properties": {}}}],
 "messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {}}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": "Sunny"}]}]}
```

## Use instead
```json model=claude-haiku-4-5
{"thinking": {"type": "disabled"},
 "tools": [{"name": "weather", "input_schema": {"type": "object", "properties": {}}}],
 "messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {}}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": "Sunny"}]}]}
```

## Fix
None: a thinking block cannot be made up. Send back the one that was returned, or leave thinking off until the next question.
"""

from why400.contract.views.blocks import RedactedThinkingBlock, ThinkingBlock, ThinkingConfigEnabled, ToolResultBlock
from why400.rules import Conversation, Hit, Hits, Says, plain_path, rule


@rule(
    says=[
        Says(
            "{path}: Expected `thinking` or `redacted_thinking`, but found `{name:word}`. When `thinking` is enabled, "
            "a final `assistant` message must start with a thinking block (preceeding the lastmost set of `tool_use` "
            "and `tool_result` blocks). We recommend you include thinking blocks from previous turns. To avoid this "
            "requirement, disable `thinking`. Please consult our documentation at "
            "https://docs.anthropic.com/en/docs/build-with-claude/extended-thinking",
            since="2025-03",
            source="corpus dev-119 dev-621",
        ),
        Says(
            "{path}: Expected `thinking` or `redacted_thinking`, but found `{name:word}`. When `thinking` is enabled, "
            "a final `assistant` message must start with a thinking block (preceeding the lastmost set of `tool_use` "
            "and `tool_result` blocks). We recommend you include thinking blocks from previous turns. To avoid this "
            "requirement, disable `thinking`. Please consult our documentation at "
            "https://docs.claude.com/en/docs/build-with-claude/extended-thinking",
            since="2025-10",
            source="corpus dev-120 dev-121 dev-122",
        ),
        Says(
            "{path}: Expected `thinking` or `redacted_thinking`, but found `{name:word}`. When `thinking` is enabled, "
            "a final `assistant` message must start with a thinking block. {more:rest}",
            since="2025-07",
            source="corpus dev-490",
            when="answer",
        ),
        Says(
            "{path}: Expected `thinking` or `redacted thinking`, but found `{name}`. When `thinking` is enabled, a "
            "final `assistant` message must start with a thinking block {more:rest}",
            since="2025-03",
            source="corpus dev-621",
            when="answer",
        ),
        Says(
            "{path}: Expected `thinking` or `redacted_thinking`, but found `{name:word}`. When `thinking` is enabled, "
            "a final `assistant` message must start with a thinking block (preceeding the lastmost set of `tool_use` "
            "and `tool_result` blocks). {more:rest}",
            since="2025-03",
            source="corpus dev-621",
            when="answer",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    severity="warning",
    order=62,
    needs="tool_result+thinking:enabled",
    source="rules-messages thinking-enabled-final-turn-starts-with-thinking",
    cause="the turn that these results answer begins with {name}, not with its thinking",
    mend="send the thinking blocks back as they were returned, or turn thinking off for this request",
)
def thinking_block_missing(talk: Conversation) -> Hits:
    model = talk.context.model
    if not isinstance(talk.request.thinking, ThinkingConfigEnabled) or (model is not None and not model.takes_thinking("enabled")):
        return
    turn = talk.all_turns[-1]
    opened = None  # the first assistant turn of the run of calls and results at the end
    while turn.role == "user" and turn.leading(ToolResultBlock) and turn.previous:
        opened = turn.previous
        turn = opened.previous
    first = opened.content[0] if opened and opened.content else None
    if first is not None and not isinstance(first, str | ThinkingBlock | RedactedThinkingBlock):
        yield Hit(first, path=plain_path(first, "type"), name=str(first.__struct_config__.tag), label="no thinking block in front")
