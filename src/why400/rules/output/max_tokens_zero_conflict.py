"""max_tokens is 0 together with something that asks for an answer.

## What happens
`max_tokens: 0` only fills the prompt cache; beside it stand `stream`, enabled thinking, an output format or a forced tool.

## Why the API refuses it
With 0 nothing is written, so there is nothing to stream, think about or format. Usual way there: a cache warm-up made from a copy of the
real request.

## Example
```json
{"max_tokens": 0, "stream": true}
```

```json
{"max_tokens": 0, "tool_choice": {"type": "any"}, "tools": [{"name": "weather", "input_schema": {"type": "object", "properties": {}}}]}
```

## Use instead
```json
{"max_tokens": 0}
```

## Fix
Takes `stream` away, where that is the other side. Nothing else is changed: it may belong to the cached prompt.
"""

from why400.contract.views.blocks import OutputConfig, ThinkingConfigEnabled, ToolChoiceAny, ToolChoiceTool
from why400.rules import Also, Conversation, Edit, Hit, Hits, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    order=75,
    needs="max_tokens",
    source="rules-messages max-tokens-zero-stream max-tokens-zero-thinking max-tokens-zero-format max-tokens-zero-tool-choice",
    cause="with max_tokens 0 there can be no {name}",
    mend="leave {name} out of the warm-up, or ask for tokens",
)
def max_tokens_zero_conflict(talk: Conversation) -> Hits:
    request = talk.request
    if request.max_tokens != 0:
        return
    at = (request, "max_tokens")
    if request.stream:
        yield Hit((request, "stream"), name="stream", also=(Also(at, "nothing is to be written"),), label="with max_tokens 0", keep=True)
    if isinstance(request.thinking, ThinkingConfigEnabled):
        yield Hit((request, "thinking"), name="thinking", also=(Also(at, "nothing is to be written"),), label="with max_tokens 0")
    if isinstance(request.output_config, OutputConfig) and request.output_config.format is not None:
        place = (request.output_config, "format")
        yield Hit(place, name="output_config.format", also=(Also(at, "nothing is to be written"),), label="with max_tokens 0")
    if isinstance(request.tool_choice, ToolChoiceAny | ToolChoiceTool):
        yield Hit((request, "tool_choice"), name="tool_choice", also=(Also(at, "nothing is to be written"),), label="with max_tokens 0")


@max_tokens_zero_conflict.mends(safe=True)
def answer_at_once(hit: Hit) -> Edit | None:
    """Removes stream."""
    return Edit.remove(hit.place) if hit.keep else None
