"""A tool_reference names a tool that the request does not have.

## What happens
A `tool_reference`, in a tool result or in what tool search found, names a tool that is not in `tools`.

## Why the API refuses it
A found tool is loaded from the request's own list, and the whole history is looked through. Usual ways there: an MCP server that is no
longer connected, tools chosen anew for every request, a tool renamed since.

## Example
```json
{"tools": [{"name": "find", "input_schema": {"type": "object"}},
   {"name": "weather", "defer_loading": true, "input_schema": {"type": "object"}}],
 "messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "find", "input": {}}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": [
    {"type": "tool_reference", "tool_name": "forecast"}]}]}]}
```

## Use instead
```json
{"tools": [{"name": "find", "input_schema": {"type": "object"}},
   {"name": "weather", "defer_loading": true, "input_schema": {"type": "object"}}],
 "messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "find", "input": {}}]},
  {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": [
    {"type": "tool_reference", "tool_name": "weather"}]}]}]}
```

## Fix
None: declare the tool, or take the reference out of the history.
"""

from collections.abc import Iterator

from why400.contract.views.blocks import (
    ToolAdditionBlock,
    ToolChangeToolDefinition,
    ToolReferenceBlock,
    ToolResultBlock,
    ToolSearchToolResultBlock,
    ToolSearchToolSearchResultBlock,
)
from why400.contract.views.tools import MCPToolset
from why400.rules import Conversation, Hit, Hits, Says, rule
from why400.rules.tool_use import name_defined, starts_elsewhere


@rule(
    says=[
        Says(
            "Tool reference '{name}' not found in available tools",
            since="2026-07",
            source="measured df-reference-unknown-haiku-4-5 df-reference-unknown-opus-5 corpus dev-315",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="nested:tool_reference tool_search_tool_result",
    order=56,
    source="rules-messages tool-reference-known rules-beyond tool-search-unknown-reference measured tool-reference-history",
    cause="'{name}' is none of the request's tools",
    mend="declare the tool in tools, or take the reference away",
)
def tool_reference_unknown(talk: Conversation) -> Hits:
    references = list(_references(talk))
    if not references or starts_elsewhere(talk):
        return
    names = {getattr(tool, "name", None) for tool in talk.tools}
    for added in talk.blocks(ToolAdditionBlock):
        if isinstance(added.tool, ToolChangeToolDefinition):
            names.add(name_defined(added.tool))
    if None in names or any(isinstance(tool, MCPToolset) for tool in talk.tools):
        return  # what a toolset brings is not in the request
    for reference in references:
        if isinstance(reference.tool_name, str) and reference.tool_name not in names:
            yield Hit(reference, name=reference.tool_name, label="no such tool")


def _references(talk: Conversation) -> Iterator[ToolReferenceBlock]:
    for result in talk.blocks(ToolResultBlock):
        if isinstance(result.content, list):
            yield from (block for block in result.content if isinstance(block, ToolReferenceBlock))
    for found in talk.blocks(ToolSearchToolResultBlock):
        if isinstance(found.content, ToolSearchToolSearchResultBlock):
            yield from (block for block in found.content.tool_references or [] if isinstance(block, ToolReferenceBlock))
