"""An MCP server's URL is not https.

## What happens
The `url` of an entry in `mcp_servers` does not begin with `https://`.

## Why the API refuses it
The API connects over the open network and only encrypted. Usual ways there: a server on the own machine, a path to a program (servers over
stdio cannot be used here).

## Example
```json betas=mcp-client-2025-04-04
{"mcp_servers": [{"type": "url", "name": "docs", "url": "http://mcp.deepwiki.com/mcp"}]}
```

## Use instead
```json betas=mcp-client-2025-04-04
{"mcp_servers": [{"type": "url", "name": "docs", "url": "https://mcp.deepwiki.com/mcp"}]}
```

## Fix
Writes https for http. Unsafe: the server has to answer there.
"""

from collections.abc import Iterator

from why400.rules import Conversation, Edit, Hit, Hits, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    needs="mcp_servers",
    order=89,
    source="rules-beyond mcp-server-url",
    cause="the URL of an MCP server has to begin with https://",
    mend="give the server an address with https",
)
def mcp_server_url_invalid(talk: Conversation) -> Hits:
    for server in talk.request.mcp_servers or []:
        if isinstance(server.url, str) and not server.url.lower().startswith("https://"):
            yield Hit((server, "url"), keep=server.url, label="not https")


@mcp_server_url_invalid.mends(safe=False)
def encrypt(hit: Hit) -> Iterator[Edit]:
    """Writes https for http."""
    if hit.keep.lower().startswith("http://"):
        yield Edit.replace(hit.place, f"https://{hit.keep[7:]}")
