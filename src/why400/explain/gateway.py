"""Gateways in front of the API: what is their own text, and how to tell which one answered."""

import re

# Sentences that a gateway writes itself: nothing of the API is behind them.
OWN = re.compile(
    r"No available accounts|No fallback model group|All providers failed|All \d+ attempts failed|No available channel|no available channel|Insufficient account balance"
    r"|Unmapped reasoning effort|Unexpected chat message content type|Model '[^']+' does not have an? (?:eligible )?:?\w+ endpoint|Provider returned (?:error|\d+)"
    r"|No endpoints found|No allowed providers|No cookie auth credentials|decode anthropic tool input|^\d{3} Error$|^ ?\(request id: \)$|bad_response_status_code|fetch failed$"
    r"|Invalid type for 'tools\.\d+'|^message\[\d+\]\.|No deployments available|Budget has been exceeded|key not allowed to access model|upstream error:|do_request_failed"
    r"|\u5f53\u524d\u5206\u7ec4|\u65e0\u53ef\u7528\u6e20\u9053|model_not_found|^api\.anthropic\.com \| 5\d\d: |Streaming (?:is required|is strongly recommended) for operations that may take longer"
)
_NAMES = (
    ("openrouter", re.compile(r"openrouter|OpenRouter|Provider returned error")),
    ("litellm", re.compile(r"litellm|LiteLLM|Received Model Group|mwsgpt\.")),
    ("vercel-ai-gateway", re.compile(r"ai-gateway\.vercel|GatewayInternalServerError|@ai-sdk/gateway")),
    ("portkey", re.compile(r"portkey|Portkey")),
    ("helicone", re.compile(r"helicone|Helicone")),
    ("one-api", re.compile(r"\(request id: \d{14,}|one-api|new-api")),
    ("cloudflare", re.compile(r"gateway\.ai\.cloudflare")),
)


def gateway_name(context: str) -> str | None:
    """The gateway that the text around an error names, or None."""
    for name, pattern in _NAMES:
        if pattern.search(context):
            return name
    return None
