"""What is certain of an unknown message: its family by path and type, whose side it is on, and whether a retry can help."""

import re

from why400.model import Retry
from why400.model.diagnosis import Side

_BY_PATH = (
    (r"tools\.\d+(\.|$)|tools$|tool_choice", "tools"),
    (r".*\.(tool_use|tool_result|server_tool_use|mcp_tool_use|tool_reference)(\.|$)", "tool-use"),
    (r".*\.(image|document)(\.|$)|.*\.source\.", "media"),
    (r".*\.cache_control(\.|$)|cache_control", "caching"),
    (r".*\.citations(\.|$)", "citations"),
    (r"thinking(\.|$)|.*\.(thinking|redacted_thinking)(\.|$)", "thinking"),
    (r"messages(\.\d+)?(\.content(\.\d+)?)?$|messages\.\d+\.role|system(\.|$)", "messages"),
    (r"temperature$|top_p$|top_k$", "sampling"),
    (r"max_tokens$|stop_sequences|output_config|output_format", "output"),
    (r"context_management|compaction|container|mcp_servers", "context"),
    (r"requests(\.|$)", "batches"),
    (r"model$|speed$|inference_geo$|fallbacks", "models"),
    (r"anthropic-version|anthropic-beta|x-api-key|authorization|content-type", "transport"),
)
FAMILIES = {
    "account": "credentials, permissions and billing",
    "caching": "prompt caching",
    "context": "context management and containers",
    "limits": "rate limits",
    "media": "images and documents",
    "messages": "roles and content of messages",
    "models": "models",
    "output": "output and its limits",
    "sampling": "sampling parameters",
    "schema": "the shape of the request",
    "service": "failures of the service",
    "sizes": "sizes",
    "thinking": "thinking",
    "tool-use": "tool calls and their results",
    "tools": "tool definitions",
    "transport": "headers",
}
"""Families in the user's words."""
_BY_TYPE = {
    "authentication_error": "account",
    "permission_error": "account",
    "billing_error": "account",
    "rate_limit_error": "limits",
    "overloaded_error": "service",
    "api_error": "service",
    "timeout_error": "service",
    "request_too_large": "sizes",
}
_BY_STATUS = {401: "account", 402: "account", 403: "account", 413: "sizes", 429: "limits", 500: "service", 502: "service", 503: "service",
              504: "service", 529: "service"}  # fmt: skip
_SIDES: dict[str, tuple[Side, str]] = {
    "account": ("account", "never"),
    "limits": ("limits", "wait"),
    "service": ("service", "backoff"),
}
_WAIT = re.compile(
    r"(?:retry[- ]after|try again in|retry in|wait)\D{0,12}(\d+(?:\.\d+)?)\s*(ms|milliseconds?|m(?:in(?:utes?)?)?|s(?:ec(?:onds?)?)?)?\b",
    re.I,
)


def family_of(path: str | None, kind: str | None, status: int | None) -> str | None:
    """The family to which the message certainly belongs, or None."""
    if kind in _BY_TYPE:
        return _BY_TYPE[kind]
    if path:
        for pattern, family in _BY_PATH:
            if re.match(pattern, path):
                return family
        return "schema"
    return _BY_STATUS.get(status or 0)


def side_of(kind: str | None, status: int | None, origin: str) -> tuple[Side, str]:
    """Where the remedy lies, and what to think of a retry, judged by type and status alone."""
    if origin == "client":
        return "client", "never"
    if kind == "authentication_error" or status == 401:
        return "credentials", "never"
    family = _BY_TYPE.get(kind or "") or _BY_STATUS.get(status or 0)
    if family in _SIDES:
        return _SIDES[family]
    if origin == "gateway":
        return "network", "backoff" if (status or 0) >= 500 else "never"
    if status is not None and status >= 520:  # a content network's: no server behind it could be asked
        return "service", "backoff"
    return "request", "never"


def word_retry(retry: str, message: str) -> Retry:
    """The advice on retrying, with the wait that the message names."""
    wait = _wait_in(message)
    if retry == "never":
        return Retry(helps=False)
    if retry == "wait":
        return Retry(helps=True, wait_s=wait, how="wait until the time that retry-after names, then continue more slowly")
    return Retry(helps=True, wait_s=wait, how="retry a few times with exponential backoff and jitter")


def _wait_in(message: str) -> float | None:
    found = _WAIT.search(message)
    if found is None:
        return None
    unit = (found[2] or "s").lower()
    scale = 0.001 if unit.startswith(("ms", "milli")) else 60 if unit.startswith("m") else 1
    return float(found[1]) * scale
