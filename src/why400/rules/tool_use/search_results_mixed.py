"""A tool result holds search results beside something else.

## What happens
The content of a `tool_result` has `search_result` blocks and blocks of another kind.

## Why the API refuses it
If one block is a search result, all must be. Usual way there: a line such as "3 hits" in front of them.

## Example
```json
{"messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {}}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": [{"type": "text", "text": "1 hit"},
    {"type": "search_result", "source": "s", "title": "t", "content": [{"type": "text", "text": "x"}]}]}]}]}
```

## Use instead
```json
{"messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {}}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": [
    {"type": "search_result", "source": "s", "title": "t", "content": [{"type": "text", "text": "x"}]}]},
    {"type": "text", "text": "1 hit"}]}]}
```

## Fix
None: put the rest behind the results, or into one of them.
"""

from why400.contract.views.blocks import SearchResultBlock, ToolResultBlock
from why400.rules import Conversation, Hit, Hits, rule
from why400.rules.tool_use import tag_of


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    needs="nested:search_result",
    order=57,
    source="rules-messages tool-result-search-homogeneous rules-beyond search-result-tool-result-exclusive",
    cause="the tool result holds search results beside other content",
    mend="let the result hold search results only",
)
def search_results_mixed(talk: Conversation) -> Hits:
    for result in talk.blocks(ToolResultBlock):
        if isinstance(result.content, list):
            kinds = {tag_of(block) for block in result.content}
            if "search_result" in kinds and kinds - {"search_result", "unsound"}:
                other = next(block for block in result.content if not isinstance(block, SearchResultBlock))
                yield Hit(other, label="not beside search results")
