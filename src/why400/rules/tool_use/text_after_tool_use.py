"""Text stands behind a tool call in one assistant message.

## What happens
An assistant message goes on with text after its first `tool_use`: behind the last call, or between two.

## Why the API refuses it
The model stops at its calls; what it says next, it says having seen their results. Text behind a call is read as a turn in which the results
do not follow at once, and answered with the sentence for a missing result, though the results stand in the next message; the path names the
assistant message itself. Usual ways there: a proxy or a policy that appends a notice to the reply, a stream put together in another order,
an interface's history that keeps the text before and after a call in one message.

## Example
```json
{"messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {}},
    {"type": "text", "text": "Let me look."}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": "12 C"}]}]}
```

## Use instead
```json
{"messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "text", "text": "Let me look."},
    {"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {}}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": "12 C"}]}]}
```

## Fix
Moves the text in front of the first call. Unsafe: text that speaks of the result belongs into a message of its own behind it.
"""

from collections.abc import Container, Iterator
from datetime import date

from why400.contract.views.blocks import Message, TextBlock, ToolResultBlock, ToolUseBlock
from why400.rules import Also, Conversation, Edit, Hit, Hits, message_path, rule
from why400.rules.tool_use import answering

_PROBED = date(2026, 5, 13)
"""The day of the probes; that it was so before is likely."""


@rule(
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="unpaired",
    order=49,
    source="public 56710618345",
    cause="text follows the tool calls {ids} in their own message",
    mend="put it in front of the calls, or into the assistant message after the results",
)
def text_after_tool_use(talk: Conversation) -> Hits:
    for turn in talk.turns("assistant"):
        after = answering(turn) if turn.calls else turn
        if not turn.calls or not after:
            continue
        answered = {result.tool_use_id for result in after.leading(ToolResultBlock)}
        for message in turn.messages:
            calls, late = _behind_calls(message, answered)
            if late:
                yield Hit(
                    late[0],
                    path=message_path(late[0]),
                    severity=None if talk.context.platform == "anthropic" and talk.context.on >= _PROBED else "warning",
                    ids=", ".join(dict.fromkeys(calls)),
                    keep=(message, late),
                    words_as="tool-result-missing",
                    label="stands behind a tool call",
                    also=(Also(message, "the message of the calls"),),
                )


def _behind_calls(message: Message, answered: Container[str]) -> tuple[list[str], list[TextBlock]]:
    """The ids of the answered calls that text follows, and that text; what has no result is a fault by itself."""
    calls: list[str] = []
    before: list[str] = []
    late: list[TextBlock] = []
    for block in message.content if isinstance(message.content, list) else []:
        if isinstance(block, ToolUseBlock) and isinstance(block.id, str) and block.id in answered:
            calls.append(block.id)
        elif isinstance(block, TextBlock) and calls and block.text:  # an empty one has a finding of its own
            late.append(block)
            before = calls.copy()
    return before, late


@text_after_tool_use.mends(safe=False)
def move_forward(hit: Hit) -> Iterator[Edit]:
    """Puts the text in front of the message's first call."""
    message, late = hit.keep
    first = next(index for index, block in enumerate(message.content) if isinstance(block, ToolUseBlock))
    for block in late:
        yield Edit.insert((message, "content", first), block)
        yield Edit.remove(block)
