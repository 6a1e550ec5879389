"""Which schema a body has to keep, by endpoint and platform; what of the request a platform puts elsewhere."""

import re
from collections.abc import Mapping

from msgspec.structs import replace

from why400.contract import models
from why400.contract.schema import ENDPOINTS
from why400.rules import Context

MESSAGES = "POST /v1/messages"
_BEDROCK = re.compile(r"/model/([^/]+)/(invoke|invoke-with-response-stream|converse|converse-stream|count-tokens)$")
_VERTEX = re.compile(r"/publishers/anthropic/models/([^/:]+):(?:stream)?rawPredict$", re.IGNORECASE)
_CONVERSE_MEMBERS = frozenset(
    {"inferenceConfig", "toolConfig", "guardrailConfig", "additionalModelRequestFields", "additionalModelResponseFieldPaths", "modelId"}
)


def body_endpoint(context: Context) -> str | None:
    """The endpoint of the Claude API whose body this one has; None where the contract has none."""
    method, _, path = context.endpoint.rstrip("/").partition(" ")
    if context.endpoint.rstrip("/") in ENDPOINTS:
        return context.endpoint.rstrip("/")
    if method != "POST":
        return None
    bedrock = _BEDROCK.search(path)
    if bedrock is not None:
        return MESSAGES if bedrock[2].startswith("invoke") and _may_be_claude(bedrock[1]) else None
    vertex = _VERTEX.search(path)
    if vertex is not None:
        return f"{MESSAGES}/count_tokens" if vertex[1] == "count-tokens" else MESSAGES
    if context.platform == "anthropic":
        return _other_endpoint(method, path)
    return next((one for one in ENDPOINTS if path.endswith(one.partition(" ")[2])), None)


def _other_endpoint(method: str, path: str) -> str | None:
    """An endpoint beyond the Messages API that takes JSON, with names for the variable parts of its path."""
    from why400.contract import endpoints  # here: few requests go to any other endpoint
    from why400.contract.schema import other_bodies

    found = endpoints.match(method, path)
    return str(found) if found is not None and str(found) in other_bodies().roots else None


def _may_be_claude(model_id: str) -> bool:
    """Whether an id in an address of Bedrock names a Claude model, or, as a profile of the account, hides what it names."""
    plain = model_id.lower()
    return "claude" in plain or "anthropic" in plain or plain.startswith("arn")


def own_format(value: object, context: Context) -> bool:
    """Whether the body is of a form that the platform has of its own, such as Bedrock's Converse."""
    if context.platform != "bedrock" or not isinstance(value, dict) or "anthropic_version" in value:
        return False
    if _CONVERSE_MEMBERS & value.keys() or "input" in value:
        return True
    messages = value.get("messages")
    first = messages[0] if isinstance(messages, list) and messages else None
    content = first.get("content") if isinstance(first, dict) else None
    return (
        isinstance(content, list) and bool(content) and isinstance(content[0], dict) and "type" not in content[0] and len(content[0]) == 1
    )


def platform_context(context: Context, value: Mapping[str, object]) -> Context:
    """The circumstances with what the platform has in the path or the body: model, betas."""
    if context.platform == "anthropic":
        return context
    path = context.endpoint.partition(" ")[2]
    named = _BEDROCK.search(path) or _VERTEX.search(path)
    if named is not None and context.model_id is None and named[1] != "count-tokens":
        from urllib.parse import unquote  # here: only addresses of other platforms hold an id

        model_id = unquote(named[1])
        context = replace(context, model_id=model_id, model=models.find(model_id, context.platform))
    betas = value.get("anthropic_beta")
    if isinstance(betas, list) and all(isinstance(beta, str) for beta in betas):
        context = replace(context, betas=frozenset(betas))
    elif context.platform == "bedrock":
        context = replace(context, betas=None)
    return context


def legacy_prompt(value: object) -> bool:
    """Whether the body is one of the legacy completions, which Bedrock takes at the same address."""
    return isinstance(value, dict) and "prompt" in value and "messages" not in value
