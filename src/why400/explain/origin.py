"""Who wrote a message: the API, a platform, a gateway, a client, a look-alike, or nobody can tell."""

import re

from why400.explain.client_error import is_client_text
from why400.explain.gateway import OWN as GATEWAY_OWN
from why400.explain.gateway import gateway_name
from why400.explain.lookalike import is_lookalike, names_other_vendor
from why400.explain.sentence import Recognises, is_known
from why400.explain.status_line import API_TYPES, STATUS_OF_GRPC

_BEDROCK = re.compile(
    r"[Bb]edrock|The model returned the\s+following error|toolu_bdrk_|amzn|arn:aws|\b[Vv]alidationException|AccessDeniedException|ThrottlingException|InvokeModel|ConverseStream|us\.anthropic\.|anthropic\.claude-[\w-]+:\d|botocore|toolConfig|awssdk"
)
_VERTEX = re.compile(
    r"req_vrtx_|toolu_vrtx_|[Vv]ertex|aiplatform|publishers/(?:anthropic|google)|constraints/vertexai|cloud\.google\.com"
)
_FOUNDRY = re.compile(
    r"Foundry|services\.ai\.azure|AzureException|DeploymentNotFound|api_not_supported|azureml|ModelProviderData|invalid subscription key"
)
_AWS = re.compile(r"aws-external-anthropic|claude-platform-aws|Outbound web identity")
_ANTHROPIC = re.compile(
    r"\breq_01\w{8}|api\.anthropic\.com|anthropic\.\w+Error|AnthropicException|Anthropic API|AnthropicError|platform\.claude\.com|console\.anthropic|claude\.ai/settings"
)
_PLATFORM_WORDS = re.compile(
    r"Bedrock|AWS|arn:aws|on-demand throughput|inference profile|Malformed input request|aiplatform|Publisher Model|Vertex|constraints/vertexai|Project `|toolConfig|foundation model|Member must"
    r"|Too many (?:tokens|requests), please wait|use case details|Model access is denied|Input is too long for requested|Legacy|The API deployment|Requested API|subscription key|ModelProviderData|not supported in your workspace|Permission 'aiplatform|maximum tokens you requested|data retention mode|countTokens|Resource exhausted|[Tt]he system encountered an unexpected error|reached the end of its life|Access to the model"
)


def platform_of(message: str, error_type: str | None, request_id: str | None, around: str) -> str | None:
    """The platform that an error names: by its ids first, then by the words around it."""
    near = f"{message}\n{error_type or ''}\n{request_id or ''}"
    for text in (near, around):
        if _AWS.search(text):
            return "aws"
        if _VERTEX.search(text) or (text is near and error_type in STATUS_OF_GRPC):
            return "vertex"
        if _BEDROCK.search(text):
            return "bedrock"
        if _FOUNDRY.search(text):
            return "foundry"
        name = gateway_name(text)
        if name is not None:
            return name
        if _ANTHROPIC.search(text):
            return "anthropic"
    return None


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
    if GATEWAY_OWN.search(message):
        return "gateway"
    if is_client_text(message):
        return "client"
    if is_lookalike(message, error_type, code, request_id, around):
        return "lookalike"
    if recognises is not None and recognises(message):
        return "platform" if platform in ("bedrock", "vertex", "foundry", "aws") else "api"
    if platform in ("bedrock", "vertex", "foundry", "aws") or _PLATFORM_WORDS.search(message):
        return "platform"
    if names_other_vendor(around):
        return "lookalike"
    if is_known(message, None):
        return "api"
    if request_id is not None and request_id.startswith("req_01") and error_type in API_TYPES:
        return "api"
    if recognises is None and error_type in API_TYPES:
        return "api"
    return "unknown"
