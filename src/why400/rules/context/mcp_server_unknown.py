"""An mcp_toolset names a server that is not there, or that another toolset has.

## What happens
The `mcp_server_name` of a toolset is none of the names in `mcp_servers`, or two toolsets (or two servers) have
the same one.

## Why the API refuses it
A toolset stands for exactly one server of the request. Usual ways there: a typing error, upper case, a server that was removed while its
toolset stayed.

## Example
```json betas=mcp-client-2025-11-20
{"mcp_servers": [{"type": "url", "name": "docs", "url": "https://mcp.deepwiki.com/mcp"}],
 "tools": [{"type": "mcp_toolset", "mcp_server_name": "docs"}, {"type": "mcp_toolset", "mcp_server_name": "wiki"}]}
```

## Use instead
```json betas=mcp-client-2025-11-20
{"mcp_servers": [{"type": "url", "name": "docs", "url": "https://mcp.deepwiki.com/mcp"}], "tools": [{"type": "mcp_toolset",
  "mcp_server_name": "docs"}]}
```

## Fix
None: write the server's name, or take the toolset away.
"""

from why400.contract.views.tools import MCPToolset
from why400.rules import Conversation, Hit, Hits, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    needs="mcp_toolset mcp_servers",
    order=91,
    source="rules-beyond mcp-toolset-server-exists mcp-server-url",
    cause="{fault}",
    mend="let each toolset name one server of mcp_servers",
)
def mcp_server_unknown(talk: Conversation) -> Hits:
    servers = talk.request.mcp_servers or []
    names: set[str] = set()
    for server in servers:
        if server.name in names:
            yield Hit((server, "name"), fault=f"two servers in mcp_servers are called {server.name}", label="the second one")
        names.add(server.name)
    seen: set[str] = set()
    for tool in talk.tools:
        if not isinstance(tool, MCPToolset) or not isinstance(tool.mcp_server_name, str):
            continue
        name = tool.mcp_server_name
        if name not in names:
            # a toolset with a listing of its own may do without
            yield Hit(
                (tool, "mcp_server_name"),
                severity="warning" if tool.tools is not None else None,
                fault=f"no server in mcp_servers is called {name}",
                label="no such server",
            )
        elif name in seen:
            yield Hit((tool, "mcp_server_name"), fault=f"two toolsets stand for the MCP server {name}", label="the second one")
        seen.add(name)
