"""A tool result holds tool references beside something else.

## What happens
The content of a `tool_result` has `tool_reference` blocks and blocks of another kind.

## Why the API refuses it
References load tools and are no text for the model to read. Usual way there: a search tool of your own that says in words what it found.

## Example
```json
{"tools": [{"name": "find", "input_schema": {"type": "object"}},
   {"name": "weather", "defer_loading": true, "input_schema": {"type": "object"}}],
 "messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "find", "input": {}}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": [
    {"type": "text", "text": "found"}, {"type": "tool_reference", "tool_name": "weather"}]}]}]}
```

## Use instead
```json
{"tools": [{"name": "find", "input_schema": {"type": "object"}},
   {"name": "weather", "defer_loading": true, "input_schema": {"type": "object"}}],
 "messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "find", "input": {}}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": [
    {"type": "tool_reference", "tool_name": "weather"}]},
    {"type": "text", "text": "found"}]}]}
```

## Fix
None: put the text behind the results, or leave it out.
"""

from why400.contract.views.blocks import ToolReferenceBlock, ToolResultBlock
from why400.rules import Conversation, Hit, Hits, Says, rule
from why400.rules.tool_use import tag_of


@rule(
    says=[
        Says(
            "Tool definitions/code execution functions cannot be mixed with other content",
            since="2026-09-15",
            source="measured df-reference-mixed-with-text-haiku-4-5 df-reference-mixed-with-text-opus-5",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="nested:tool_reference",
    order=57,
    source="rules-messages tool-result-content-types",
    cause="the tool result holds tool references beside other content",
    mend="let the result hold references only; text may stand behind the results",
)
def tool_reference_mixed(talk: Conversation) -> Hits:
    for result in talk.blocks(ToolResultBlock):
        if isinstance(result.content, list):
            kinds = {tag_of(block) for block in result.content}
            if "tool_reference" in kinds and kinds - {"tool_reference", "unsound"}:
                other = next(block for block in result.content if not isinstance(block, ToolReferenceBlock))
                yield Hit(other, label="not beside tool references")
