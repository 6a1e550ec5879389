"""An MCP server is named that no toolset uses.

## What happens
`mcp_servers` has a server, and no `mcp_toolset` in `tools` has its name.

## Why the API refuses it
Since the beta mcp-client-2025-11-20 the tools of a server come into the request by an `mcp_toolset`, one for each server. Usual ways
there: code for the beta of April 2025, where naming the server was enough.

## Example
```json betas=mcp-client-2025-11-20
{"mcp_servers": [{"type": "url", "name": "docs", "url": "https://mcp.deepwiki.com/mcp"}]}
```

## Use instead
```json betas=mcp-client-2025-11-20
{"mcp_servers": [{"type": "url", "name": "docs", "url": "https://mcp.deepwiki.com/mcp"}], "tools": [{"type": "mcp_toolset",
  "mcp_server_name": "docs"}]}
```

## Fix
Adds the toolset. Unsafe: the model gets all tools of the server.
"""

from collections.abc import Iterator

from why400.contract.views.blocks import (
    ToolAdditionBlock,
    ToolChangeMCPToolReference,
    ToolChangeMCPToolsetReference,
    ToolChangeToolDefinition,
)
from why400.contract.views.tools import MCPToolset
from why400.rules import Conversation, Edit, Hit, Hits, Says, rule

_TOOLSET_BETAS = ("mcp-client-2025-11-20", "mcp-client-2026-09-15")
_FIRST_BETA = "mcp-client-2025-04-04"


@rule(
    says=[
        Says(
            "MCP server '{name}' is defined but not referenced by any mcp_toolset in tools.",
            since="2026-09",
            source="corpus dev-733 dev-457",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="mcp_servers",
    order=90,
    source="rules-beyond mcp-server-unreferenced",
    cause="no mcp_toolset uses the MCP server {name}",
    mend="add an mcp_toolset for it to tools",
)
def mcp_server_unreferenced(talk: Conversation) -> Hits:
    context = talk.context
    toolsets = [tool for tool in talk.tools if isinstance(tool, MCPToolset)]
    if not toolsets and (context.has_beta(*_TOOLSET_BETAS) is not True or context.has_beta(_FIRST_BETA) is True):
        return  # the first beta knows no toolsets
    used = {toolset.mcp_server_name for toolset in toolsets} | set(_added_later(talk))
    if None in used:
        return
    for server in talk.request.mcp_servers or []:
        if isinstance(server.name, str) and server.name not in used:
            yield Hit(server, name=server.name, keep=(talk, server.name), label="no mcp_toolset uses it")


def _added_later(talk: Conversation) -> Iterator[str | None]:
    """The servers whose toolset a system message adds; None where it cannot be told."""
    for block in talk.blocks(ToolAdditionBlock):
        if isinstance(block.tool, ToolChangeMCPToolReference | ToolChangeMCPToolsetReference):
            yield block.tool.server_name
        elif isinstance(block.tool, ToolChangeToolDefinition):
            name = block.tool.definition.get("mcp_server_name")
            if block.tool.definition.get("type") == "mcp_toolset":
                yield name if isinstance(name, str) else None


@mcp_server_unreferenced.mends(safe=False)
def add_toolset(hit: Hit) -> Iterator[Edit]:
    """Adds a toolset for the server."""
    talk, name = hit.keep
    toolset = {"type": "mcp_toolset", "mcp_server_name": name}
    if talk.request.tools is None:
        yield Edit.add(talk.request, "tools", [toolset])
    else:
        yield Edit.insert((talk.request, "tools", len(talk.request.tools)), toolset)
