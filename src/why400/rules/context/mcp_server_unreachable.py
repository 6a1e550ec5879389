"""The API cannot talk to the MCP server.

## What happens
The API connects to a server of `mcp_servers` and gets no answer, or an error.

## Why the API refuses it
The connection is made by the service, from outside. Usual ways there: localhost or an inner network, a server that is down, one that
answers with an HTTP error. In a request the check sees only hosts that nobody outside can reach.

## Example
```json betas=mcp-client-2025-04-04
{"mcp_servers": [{"type": "url", "name": "docs", "url": "https://localhost:8000/mcp"}]}
```

## Use instead
```json betas=mcp-client-2025-04-04
{"mcp_servers": [{"type": "url", "name": "docs", "url": "https://mcp.deepwiki.com/mcp"}]}
```

## Fix
None: put the server where the API can reach it, or call its tools yourself and declare them as your own.
"""

from why400.rules import Conversation, Hit, Hits, Says, rule
from why400.rules.media import unreachable_host


@rule(
    says=[
        Says("Connection error while communicating with MCP server.", since="2026-08", source="measured fo-mcp-connector corpus dev-716"),
        Says(
            "Connection error while communicating with MCP server. The server may be unavailable or unresponsive.",
            when="answer",
            source="corpus dev-396",
        ),
        Says("Connection error while communicating with MCP server: {reason:rest}", when="answer", source="corpus dev-717"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="after-fix",
    phase="conversation",
    needs="mcp_servers",
    order=92,
    cause="the API cannot reach an MCP server: nobody outside reaches {host}",
    mend="give it an address that can be reached from outside",
)
def mcp_server_unreachable(talk: Conversation) -> Hits:
    if talk.context.endpoint.endswith("/count_tokens"):
        return
    for server in talk.request.mcp_servers or []:
        host = unreachable_host(server.url) if isinstance(server.url, str) else None
        if host is not None:
            yield Hit((server, "url"), host=host, label=f"nobody outside reaches {host}")
