"""The result of a computer or browser action holds a block that it may not hold.

## What happens
A `tool_result` with `toolset_name` has content other than text and images (a browser's result may hold one `browser_state` besides).

## Why the API refuses it
The members of a toolset have results of a fixed kind. Usual way there: a downloaded document put into the result.

## Example
```json model=claude-opus-5-5
{"tools": [{"type": "computer_toolset_20260801"}],
 "messages": [
  {"role": "user", "content": "Click."},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "left_click", "input": {}, "toolset_name": "computer"}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "toolset_name": "computer",
    "content": [{"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "x"}}]}]}]}
```

## Use instead
```json model=claude-opus-5-5
{"tools": [{"type": "computer_toolset_20260801"}],
 "messages": [
  {"role": "user", "content": "Click."},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "left_click", "input": {}, "toolset_name": "computer"}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "toolset_name": "computer",
    "content": [{"type": "text", "text": "x"}]}]}]}
```

## Fix
None: send the rest in a block of its own behind the results.
"""

from why400.contract.views.blocks import BrowserStateBlock, ImageBlock, TextBlock, ToolResultBlock
from why400.rules import Conversation, Hit, Hits, rule
from why400.rules.tool_use import tag_of


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    needs="tool_result.toolset_name",
    order=59,
    source="rules-messages tool-result-toolset-name rules-beyond toolset-result-content browser-state-placement",
    cause="a result of the {toolset} toolset holds {kind}",
    mend="put text and images alone into it",
)
def toolset_result_content(talk: Conversation) -> Hits:
    for result in talk.blocks(ToolResultBlock):
        toolset = result.toolset_name
        if not toolset or not isinstance(result.content, list):
            continue
        states = 0
        for part in result.content:
            if isinstance(part, TextBlock | ImageBlock) or tag_of(part) == "unsound":
                continue
            if not isinstance(part, BrowserStateBlock):
                yield Hit(part, toolset=toolset, kind=f"a block of type {tag_of(part)}", label="neither text nor image")
                continue
            states += 1
            if toolset != "browser":
                yield Hit(part, toolset=toolset, kind="a browser_state", label="of another toolset")
            elif states > 1:
                yield Hit(part, toolset=toolset, kind="a second browser_state", label="one is enough")
            elif result.is_error:
                yield Hit(part, toolset=toolset, kind="an error and a browser_state", label="not with is_error")
