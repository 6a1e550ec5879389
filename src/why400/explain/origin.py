"""Who wrote a message: the API, a platform, a gateway, a client, a look-alike, or nobody can tell."""

import re
from dataclasses import dataclass
from functools import lru_cache

from why400.explain.bedrock import OPERATION
from why400.explain.client_error import is_client_text
from why400.explain.gateway import OWN as GATEWAY_OWN
from why400.explain.gateway import gateway_name
from why400.explain.lookalike import is_lookalike_envelope, is_lookalike_text, names_other_vendor
from why400.explain.sentence import Recognises, is_known
from why400.explain.status_line import API_TYPES, STATUS_OF_GRPC

# Words that name a platform, in the order in which they are believed.
_PLATFORMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("aws", ("aws-external-anthropic", "claude-platform-aws", "Outbound web identity")),
    (
        "vertex",
        ("req_vrtx_", "toolu_vrtx_", "vertex", "Vertex", "aiplatform", "publishers/anthropic", "publishers/google", "cloud.google.com"),
    ),
    (
        "bedrock",
        (
            "edrock",
            "toolu_bdrk_",
            "x-amzn",
            "arn:aws",
            "alidationException",
            "AccessDeniedException",
            "ThrottlingException",
            "InvokeModel",
            "ConverseStream",
            "Converse operation",
            "anthropic.claude-",
            "botocore",
            "toolConfig",
            "awssdk",
            "The model returned the",
        ),
    ),
    (
        "foundry",
        (
            "Foundry",
            "services.ai.azure",
            "AzureException",
            "DeploymentNotFound",
            "api_not_supported",
            "azureml",
            "ModelProviderData",
            "invalid subscription key",
        ),
    ),
)
_ANTHROPIC = (
    "req_01",
    "api.anthropic.com",
    "AnthropicException",
    "Anthropic API",
    "AnthropicError",
    "platform.claude.com",
    "console.anthropic",
    "claude.ai/settings",
    "anthropic.",
)
CLOUDS = frozenset({"bedrock", "vertex", "foundry", "aws"})
# What only a platform says of itself.
_PLATFORM_WORDS = re.compile(
    r"Bedrock|AWS|arn:aws|on-demand throughput|inference profile|Malformed input request|aiplatform"
    r"|Publisher Model|Vertex|constraints/vertexai|Project `|toolConfig|foundation model|Member must"
    r"|Too many (?:tokens|requests)[ \w]*, please wait|use case details|Model access is denied"
    r"|Input is too long for requested|marked by provider as Legacy|The API deployment|Requested API is"
    r"|subscription key"
    r"|ModelProviderData|not supported in your workspace|maximum tokens you requested|data retention mode"
    r"|countTokens|Resource exhausted|[Tt]he system encountered an unexpected error|reached the end of its life"
    r"|\d validation errors? detected"
)


@dataclass(frozen=True, slots=True)
class _Words:
    """What a message's own words say of its writer."""

    gateway: bool
    client: bool
    lookalike: bool
    platform: bool
    known: bool


@lru_cache(maxsize=2048)
def _words(message: str) -> _Words:
    return _Words(
        GATEWAY_OWN.found_in(message),
        is_client_text(message),
        is_lookalike_text(message),
        _PLATFORM_WORDS.search(message) is not None,
        is_known(message, None),
    )


# Bedrock's body has a message and nothing beside it; LiteLLM and OpenRouter hand it on as it came.
_BEDROCK_BODY = re.compile(r"""\{\s*\\+"[mM]essage\\+"\s*:\s*\\+".{1,600}?\\+"\s*\}""", re.DOTALL)


def platform_of(message: str, error_type: str | None, request_id: str | None, around: str) -> str | None:
    """The platform that an error names: by its ids first, then by the words around it."""
    if request_id is not None:
        if request_id.startswith("req_vrtx_"):
            return "vertex"
        if request_id.startswith("req_01"):
            return "anthropic"
    if error_type in STATUS_OF_GRPC:
        return "vertex"
    named = _named(message) or _named(around)
    return "bedrock" if named in ("litellm", "openrouter") and _BEDROCK_BODY.search(around) is not None else named


# How FastAPI and Spring print a refusal; the API has no such members.
_FRAMEWORKS = (
    ("loc", re.compile(r"""\\?["']loc\\?["']\s*:\s*[\[(]\s*\\?["']body\\?["']""")),
    ("timestamp", re.compile(r"""["']timestamp\\?["']\s*:[^{}]{1,60}["']status\\?["']\s*:\s*\d{3},""")),
)


# Another service of AWS, whose exceptions have the same names.
_OTHER_AWS = re.compile(rf"when calling\s+the\s+(?!{OPERATION})\w+\s+operation|awssdk\.services\.(?!bedrock)\w+")


def _named(text: str) -> str | None:
    if ("when calling" in text or "awssdk." in text) and _OTHER_AWS.search(text) is not None:
        return None
    for name, words in _PLATFORMS:
        for word in words:
            if word in text:
                return name
    gateway = gateway_name(text)
    if gateway is not None:
        return gateway
    return "anthropic" if any(word in text for word in _ANTHROPIC) else None


def origin_of(
    message: str,
    error_type: str | None,
    code: str | None,
    request_id: str | None,
    platform: str | None,
    around: str,
    recognises: Recognises | None,
) -> str:
    """One of api, platform, gateway, client, lookalike, unknown."""
    words = _words(message if len(message) < 1000 else message[:1000])
    if words.gateway:
        return "gateway"
    if words.client:
        return "client"
    if (
        words.lookalike
        or is_lookalike_envelope(error_type, code, request_id)
        or any(word in around and row.search(around) for word, row in _FRAMEWORKS)
    ):
        return "lookalike"
    if recognises is not None and recognises(message):
        return "platform" if platform in CLOUDS else "api"
    if platform in CLOUDS or words.platform:
        return "platform"
    if words.known and request_id is not None and request_id.startswith("req_01"):
        return "api"
    if names_other_vendor(around):
        return "lookalike"
    if words.known:
        return "api"
    if error_type in API_TYPES and (recognises is None or (request_id is not None and request_id.startswith("req_01"))):
        return "api"
    return "unknown"
