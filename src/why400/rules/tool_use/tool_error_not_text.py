"""A tool result is marked as an error and holds something else than text.

## What happens
A `tool_result` with `is_error: true` has a block that is no text, such as an image.

## Why the API refuses it
An error is told in words. Usual way there: a screenshot added to every result, failed ones too.

## Example
```json
{"messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {}}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": [
    {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data":
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgaPgPAAIDAYAkYfWXAAAAAElFTkSuQmCC"}}], "is_error": true}]}]}
```

## Use instead
```json
{"messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {}}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": "exit status 1", "is_error": true},
    {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data":
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgaPgPAAIDAYAkYfWXAAAAAElFTkSuQmCC"}}]}]}
```

## Fix
None: put the picture behind the results, or leave `is_error` out.
"""

from why400.contract.views.blocks import TextBlock, ToolResultBlock
from why400.rules import Conversation, Hit, Hits, Says, rule
from why400.rules.tool_use import tag_of


@rule(
    says=[
        Says("all content must be type 'text' if 'is_error' is true", since="2026-03", source="corpus dev-008"),
        Says("{path}: all content must be type 'text' if 'is_error' is true", since="2026-03", when="answer", source="corpus dev-008"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    needs="tool_result.is_error",
    cause="a tool result that is marked as an error may hold text only",
    mend="put the other block behind the results, or leave is_error out",
)
def tool_error_not_text(talk: Conversation) -> Hits:
    if talk.nested_nodes.keys() <= {TextBlock}:
        return
    for result in talk.bearing(ToolResultBlock, "is_error"):
        if isinstance(result.content, list):
            others = [block for block in result.content if not isinstance(block, TextBlock) and tag_of(block) != "unsound"]
            if others:
                yield Hit(others[0], label="no text, in a result marked as an error")
