"""Gateways in front of the API: what is their own text, and how to tell which one answered."""

from why400.explain.phrases import Phrases

# Sentences that a gateway writes itself: nothing of the API is behind them. To add one, add a row.
OWN = Phrases(
    (
        "No available accounts",
        "No fallback model group",
        "All providers failed",
        "No available channel",
        "no available channel",
        "Insufficient account balance",
        "Unmapped reasoning effort",
        "Unexpected chat message content type",
        ("' does not have a", r"Model '[^'\n]+' does not have an? (?:eligible )?:?\w+ endpoint"),
        ("Provider returned ", r"Provider returned (?:error|\d+)"),
        "No endpoints found",
        "No allowed providers",
        "No cookie auth credentials",
        "decode anthropic tool input",
        (" Error", r"^\d{3} Error$"),
        ("(request id: )", r"^ ?\(request id: \)$"),
        "bad_response_status_code",
        ("Invalid type for 'tools.", r"Invalid type for 'tools\.\d+'"),
        ("message[", r"^message\[\d+\]\."),
        "Invalid model ID. Please select",
        "No deployments available",
        "unsupported chat model",
        "are not supported for OpenAI chat conversion",
        (" requires moderation on ", r"[\w./:-]+ requires moderation on \w+\. Your input was flagged"),
        "Budget has been exceeded",
        "key not allowed to access model",
        "do_request_failed",
        "failed to get config for provider",
        "model_not_found",
        ("api.anthropic.com | 5", r"^api\.anthropic\.com \| 5\d\d: "),
        "auth_unavailable: no auth available",
        "\u8bf7\u6c42\u8f6c\u53d1\u5931\u8d25",
        "\u5f53\u524d\u5206\u7ec4",
        "\u65e0\u53ef\u7528\u6e20\u9053",
    )
)
# A gateway's name and the words in the text around that give it away.
_NAMES = (
    ("openrouter", ("openrouter", "OpenRouter", "Provider returned error")),
    ("litellm", ("litellm", "LiteLLM", "Received Model Group", "mwsgpt.")),
    ("vercel-ai-gateway", ("ai-gateway.vercel", "GatewayInternalServerError", "@ai-sdk/gateway")),
    ("portkey", ("portkey", "Portkey")),
    ("helicone", ("helicone", "Helicone")),
    ("one-api", ("(request id: 20", "one-api", "new-api")),
    ("cloudflare", ("gateway.ai.cloudflare",)),
)
NAMES = frozenset(name for name, _ in _NAMES)
"""The gateways that `gateway_name` tells apart."""


def gateway_name(context: str) -> str | None:
    """The gateway that the text around an error names, or None."""
    for name, words in _NAMES:
        for word in words:
            if word in context:
                return name
    return None
