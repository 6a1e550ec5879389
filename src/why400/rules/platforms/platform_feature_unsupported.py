"""A feature that this platform does not have.

## What happens
The request uses a tool, a top-level member or a kind of source that is documented as absent on the platform it goes to.

## Why the API refuses it
Bedrock, Vertex AI and Foundry serve the models, not everything around them: server tools, the MCP connector, files and skills run at
Anthropic. What a platform has changes, so this is a warning.

## Example
```json platform=bedrock
{"tools": [{"type": "web_fetch_20250910", "name": "web_fetch"}]}
```

## Use instead
```json platform=bedrock
{"tools": [{"name": "fetch_page", "input_schema": {"type": "object", "properties": {"url": {"type": "string"}}}}]}
```

## Fix
None: run such a tool yourself as a client tool, send bytes instead of a file id, or call the Claude API.
"""

from why400.contract import platforms
from why400.contract.views.blocks import DocumentBlock, ImageBlock
from why400.rules import Conversation, Hit, Hits, rule

# Rules of their own tell of these.
_ELSEWHERE = frozenset({"fallbacks", "speed"})
_STRICT = ("bedrock", "vertex")
_SURE = ("mcp_servers",)


@rule(
    source="rules-beyond bedrock-unsupported vertex-unsupported foundry-unsupported cpaws-unsupported "
    "web-search-platforms web-fetch-platforms mcp-platforms files-platforms thread-platforms",
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    needs="elsewhere",
    order=90,
    origin="platform",
    cause="{feature} is documented as absent on {platform}",
    mend="leave it out there, or call the Claude API",
)
def platform_feature_unsupported(talk: Conversation) -> Hits:
    served = platforms.find(talk.context.platform)
    if served is None or served.name == "anthropic":
        return
    # elsewhere what the documentation calls absent has been seen to work
    sure = None if served.name in _STRICT else "warning"
    for name in served.refuses_fields:
        if name not in _ELSEWHERE and getattr(talk.request, name, None) is not None:
            yield Hit((talk.request, name), feature=name, platform=served.title, severity=sure if name in _SURE else "warning")
    for tool in talk.tools:
        kind = str(getattr(tool, "type", None) or "custom")
        if served.refuses_tool(kind):
            yield Hit((tool, "type"), feature=kind, platform=served.title, severity=sure)
    if "file" not in served.refuses_sources:
        return
    for block in (*talk.everywhere(ImageBlock), *talk.everywhere(DocumentBlock)):
        source = getattr(block, "source", None)
        if getattr(source, "file_id", None) is not None:
            yield Hit((block, "source"), feature="a file as source", platform=served.title, severity=sure)
