"""More MCP servers are named than a request may have.

## What happens
`mcp_servers` has more than 20 entries.

## Why the API refuses it
The API connects to each of them before the model begins.

## Example
`$repeat` stands for so many items like the one beside it.

```json betas=mcp-client-2025-04-04
{"mcp_servers": [{"$repeat": 21, "item": {"type": "url", "name": "docs", "url": "https://mcp.deepwiki.com/mcp"}}]}
```

## Use instead
```json betas=mcp-client-2025-04-04
{"mcp_servers": [{"type": "url", "name": "docs", "url": "https://mcp.deepwiki.com/mcp"}]}
```

## Fix
None: name the servers that the task needs.
"""

from why400.rules import Hit, Hits, Violation, rule


@rule(
    claims="length at=/mcp_servers",
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="schema",
    source="rules-beyond mcp-servers-20",
    cause="{count} MCP servers are named; {limit} are the most",
    mend="name only the servers that the task needs",
)
def mcp_servers_too_many(v: Violation) -> Hits:
    if v.bound == "max":
        yield Hit(
            v,
            path=v.path,
            words_as="length-out-of-range",
            when="array",
            bound="at most",
            count=v.got,
            limit=v.limit,
            label=f"{v.got} servers",
        )
