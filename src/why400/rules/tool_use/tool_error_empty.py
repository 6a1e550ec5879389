"""A tool result is marked as an error and says nothing.

## What happens
A `tool_result` with `is_error: true` has empty content.

## Why the API refuses it
The model has to read what went wrong. Usual ways there: a tool that failed without output, a caught exception with an empty message.

## Example
```json
{"messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {}}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": "", "is_error": true}]}]}
```

## Use instead
```json
{"messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {}}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": "exit status 1", "is_error": true}]}]}
```

## Fix
Writes a plain text that says that there was no output. Unsafe: only you know what went wrong.
"""

from why400.contract.views.blocks import ToolResultBlock
from why400.rules import Conversation, Edit, Hit, Hits, Says, plain_path, rule


@rule(
    says=[Says("{path}.tool_result: content cannot be empty if `is_error` is true", since="2025-07", source="corpus dev-108")],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    needs="tool_result.is_error",
    cause="the result at {path} is marked as an error and has no content",
    mend="say what went wrong in its content",
)
def tool_error_empty(talk: Conversation) -> Hits:
    for block in talk.bearing(ToolResultBlock, "is_error"):
        if not block.content:
            absent = block.content is None  # absent content has not been seen to be refused
            place = block if absent else (block, "content")
            yield Hit(place, path=plain_path(block), keep=block, severity="warning" if absent else None, label="says nothing")


@tool_error_empty.mends(safe=False)
def say_so(hit: Hit) -> Edit:
    """Says that there was no output."""
    text = "The tool failed without output."
    return Edit.add(hit.keep, "content", text) if hit.keep.content is None else Edit.replace((hit.keep, "content"), text)
