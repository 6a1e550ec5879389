"""Backends that imitate the API: what gives them away.

General marks first (the API never prints them), then sentences of other vendors that stand in public code or docs.
"""

import re

from why400.explain.phrases import Phrases

# In a message: bracket indexes, other validators' wording, CJK text, a path through `request.` or `body`.
_MARKS = Phrases(
    (
        ("[", r"\b(?:messages?|tools|content|contents|input)\[\d+\]"),
        ("request.messages", r"^request\.messages"),
        ("body", r"^\['?body"),
        "'loc': ",
        '"loc":',
        (", input", r"\[type=\w+, input"),
        ("unknown variant", r"unknown variant(?! `)"),
        "Failed to deserialize",
        "missing field `",
        "Invalid discriminator value",
        "xpected string, received",
        "Invalid literal value",
        "Invalid input: expected",
        "Invalid option: expected",
        "Unrecognized key",
        "invalid_union",
        ("", r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{4}"),
        "specified in the request is not valid",
        "specified in the request are not valid",
        "supported values are: ",
        "supported values: ",
        (" validation error", r"^\d+ validation errors?:"),
        "validation errors for ",
    )
)
# Sentences of other vendors: DeepSeek, GLM, Moonshot, Copilot, Ollama, LM Studio, Poe, Volcengine, OpenAI, Gemini, vLLM,
# and of the web backend of claude.ai.
SENTENCES = Phrases(
    (
        "Model Not Exist",
        "Insufficient balance",
        "Insufficient Balance",
        "404 page not found",
        "Improperly formed request",
        "unsupported beta header",
        ("invalid request body", r"^invalid request body"),
        "The requested model is not supported",
        "The usage limit has been reached",
        "invalid thinking: only type=enabled",
        "The provided credential is invalid",
        "only available for Coding Agents",
        "We are unable to serve your request",
        ("Invalid authorization", r"^Invalid authorization(?: for organization)?\.?$"),
        "Missing permissions. Please check",
        "Method Not Allowed",
        ("Not authenticated", r"^Not authenticated"),
        "Only text tool_result blocks",
        ("Invalid model: '", r"Invalid model: '[^'\n]*'\. Please check"),
        "scope must be organization or account",
        "must be either 'user' or 'assistant'",
        ("does not support tools", r"does not support tools$"),
        (" not found", r"^model .{1,80} not found"),
        "try pulling it first",
        "Incorrect API key provided",
        ("Rate limit reached for ", r"^Rate limit reached for "),
        "You exceeded your current quota",
        "maximum context length is ",
        "Unrecognized request argument",
        "This model's maximum context",
        "The model `",
        "Authentication Fails",
        (" is not ", r"[Mm]odel .{1,80} is not (?:available|supported) (?:on|in|for) (?:this|your)"),
        ("Unsupported ", r"Unsupported (?:parameter|value): '"),
        "Additional properties are not allowed",
        "is a required property",
        "GenerateContentRequest",
        "Invalid value at '",
        "API key not valid",
        "ensure this value",
        "compaction parameter requires",
        "Input should be less than or equal to",
        ("tool_choice.name: Tool", r"^tool_choice\.name: Tool"),
        "Request exceeds the maximum allowed number of bytes",
        "failed to parse grammar",
        "Conversation blocks and tool result blocks cannot be provided in the same turn",
    )
)
# In the text around: names of the vendor or of its wire format.
_AROUND = (
    "eepSeek",
    "deepseek",
    "bigmodel",
    "hipu",
    "moonshot",
    "Kimi",
    "kimi",
    "dashscope",
    "volcengine",
    "volces",
    "odewhisperer",
    "odeWhisperer",
    "kiro",
    "Kiro",
    "Copilot",
    "copilot",
    "CAPIError",
    "req_poe_",
    "ollama",
    "Ollama",
    "LM Studio",
    "lmstudio",
    "vllm",
    "vLLM",
    "gemini-",
    "models/gemini",
    "gpt-3",
    "gpt-4",
    "gpt-5",
    "glm-",
    "qwen",
    "claude.ai/api",
    "claude_api",
    "claude_ai",
    "mistral",
    "grok-",
    "ERROR_OPENAI",
    "OpenAIChatCompletionRequest",
)
_REQUEST_ID = re.compile(r"^[0-9a-f]{8}-[0-9a-f]{4}-|^\d{14}|^req_poe_|^chatcmpl|^0217\d|^[0-9a-f]{32}$")
_NUMERIC = re.compile(r"^\d{3,6}$")
_TYPES = frozenset(
    {"BadRequest", "Bad Request", "server_error", "invalid_request", "access_terminated_error", "insufficient_quota", "thinking_error"}
)
_CODES = frozenset(
    {
        "invalid_parameter_error",
        "invalid_reasoning_effort",
        "InvalidParameter",
        "context_length_exceeded",
        "model_not_supported",
        "insufficient_quota",
        "invalid_api_key",
    }
)


def is_lookalike_text(message: str) -> bool:
    """Whether the message itself bears a mark that the API's own messages never bear."""
    return _MARKS.found_in(message) or SENTENCES.found_in(message)


def is_lookalike_envelope(error_type: str | None, code: str | None, request_id: str | None) -> bool:
    """Whether type, code or request id are of another make than the API's."""
    if error_type is not None and (error_type in _TYPES or _NUMERIC.match(error_type)):
        return True
    if code is not None and (code in _CODES or _NUMERIC.match(code)):
        return True
    return request_id is not None and error_type is not None and error_type.endswith("_error") and _REQUEST_ID.match(request_id) is not None


def names_other_vendor(around: str) -> bool:
    """Whether the text around the error names another vendor's backend."""
    return any(word in around for word in _AROUND)
