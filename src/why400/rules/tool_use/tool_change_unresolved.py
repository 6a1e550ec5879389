"""A change of tools names a tool or server that is not defined there.

## What happens
A `tool_addition` or `tool_removal` refers to a name that neither `tools` nor an earlier addition defines, or to an MCP server that is not
connected.

## Why the API refuses it
A reference switches on or off what the request declares. The answer has the code `tool_reference_unresolved`. Usual ways there: a tool
renamed, the joined name of an MCP tool.

## Example
```json model=claude-opus-5-5 betas=mid-conversation-tool-changes-2026-07-01
{"tools": [{"name": "f", "input_schema": {"type": "object"}}, {"name": "g", "defer_loading": true, "input_schema": {"type": "object"}}],
 "messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "system", "content": [{"type": "tool_addition", "tool": {"type": "tool_reference", "name": "h"}}]}]}
```

## Use instead
```json model=claude-opus-5-5 betas=mid-conversation-tool-changes-2026-07-01
{"tools": [{"name": "f", "input_schema": {"type": "object"}}, {"name": "g", "defer_loading": true, "input_schema": {"type": "object"}}],
 "messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "system", "content": [{"type": "tool_addition", "tool": {"type": "tool_reference", "name": "g"}}]}]}
```

## Fix
None: which tool is meant is yours to say.
"""

from msgspec import Struct

from why400.contract.views.blocks import (
    ToolAdditionBlock,
    ToolChangeMCPToolReference,
    ToolChangeMCPToolsetReference,
    ToolChangeToolDefinition,
    ToolChangeToolReference,
    ToolRemovalBlock,
)
from why400.contract.views.tools import MCPToolset
from why400.rules import Conversation, Hit, Hits, rule
from why400.rules.tool_use import is_summary, name_defined, starts_elsewhere


@rule(
    codes=("tool_reference_unresolved",),
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    needs="tool_addition tool_removal",
    order=59,
    source="rules-messages code-tool-reference-unresolved toolchange-reference",
    cause="'{name}' is not defined where the tools are changed",
    mend="declare it in tools or mcp_servers, or name one that is declared",
)
def tool_change_unresolved(talk: Conversation) -> Hits:
    # tools of an MCP server have a reference of their own kind
    names: set[object] = {getattr(tool, "name", None) for tool in talk.tools if not isinstance(tool, MCPToolset)}
    servers = {server.name for server in talk.request.mcp_servers or [] if isinstance(server, Struct)}
    whole = None not in names and not starts_elsewhere(talk) and not any(is_summary(turn) for turn in talk.all_turns)
    for run in talk.turns("system"):
        for block in run.content:
            if not isinstance(block, ToolAdditionBlock | ToolRemovalBlock):
                continue
            tool = block.tool
            if isinstance(tool, ToolChangeToolDefinition):
                names.add(name_defined(tool))
            elif isinstance(tool, ToolChangeToolReference) and whole and tool.name not in names:
                severity = "warning" if servers else None
                yield Hit((tool, "name"), name=tool.name, severity=severity, label="no such tool here")
            elif isinstance(tool, ToolChangeMCPToolReference | ToolChangeMCPToolsetReference) and whole and tool.server_name not in servers:
                yield Hit((tool, "server_name"), name=tool.server_name, label="no such server here")
