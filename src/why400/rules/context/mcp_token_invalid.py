"""The MCP server refused its token.

## What happens
The API talks to an MCP server with the authorization_token of the request; the server says no.

## Why the API refuses it
The token is passed on as it is. Usual ways there: an expired OAuth token, an API key of the service where its MCP server wants OAuth,
`Bearer ` in front of the token.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error",
  "message": "Invalid authorization token for MCP server 'notion'. Please check your token and try again."}}
```

## Fix
Get a fresh OAuth access token for that server and send it bare as authorization_token.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Invalid authorization token for MCP server '{name}'. Please check your token and try again.",
            since="2025-09",
            source="corpus dev-056",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="credentials",
    retry="after-fix",
    phase="answer",
    source="rules-beyond mcp-token-invalid",
    cause="the MCP server {name} does not accept the authorization_token",
    mend="send a fresh access token for that server",
)
def mcp_token_invalid() -> None: ...
