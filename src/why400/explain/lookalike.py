"""Backends that imitate the API: what gives them away.

General marks first (the API never prints them), then sentences of other vendors that stand in public code or docs.
"""

import re

# In a message: bracket indexes, other validators' wording, CJK text, a path through `request.` or `body`.
_IN_MESSAGE = re.compile(
    r"\bmessages?\[\d+\]|\btools\[\d+\]|\bcontent\[\d+\]|^request\.messages|^\['?body|'loc': |\"loc\":|\[type=\w+, input|unknown variant(?! `)|Failed to deserialize|missing field `|at line \d+ column \d+"
    r"|Invalid discriminator value|[Ee]xpected string, received|Invalid literal value|Invalid input: expected|Invalid option: expected|Unrecognized key|invalid_union|\[\{'type': 'missing'"
    r"|[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{4}|specified in the request (?:is|are) not valid|supported values(?: are)?: |Request id: 02\w{20}|^\d+ validation errors?:|validation errors for"
)
# Sentences of other vendors (DeepSeek, GLM, Moonshot, Copilot, Ollama, LM Studio, Poe, Volcengine, OpenAI, vLLM, claude.ai's web backend).
SENTENCES = re.compile(
    r"^Model Not Exist|Insufficient balance|^404 page not found|Improperly formed request|unsupported beta header|^invalid request body|The requested model is not supported|The usage limit has been reached"
    r"|only type=enabled is allowed|The provided credential is invalid|only available for Coding Agents|^We are unable to serve your request|^Invalid authorization(?: for organization)?\.?$|^Missing permissions\. Please check|Method Not Allowed|Not authenticated"
    r"|Only text tool_result blocks|Invalid model: '[^']*'\. Please check|scope must be organization or account|must be either 'user' or 'assistant'|does not support tools$|model .{1,80} not found(?:, try pulling|$)|try pulling it first"
    r"|Incorrect API key provided|You exceeded your current quota|maximum context length is \d+|Unrecognized request argument|This model's maximum context|invalid_api_key|The model `[^`]+` does not exist|Authentication Fails|[Mm]odel .{1,80} is not (?:available|supported) (?:on|in|for) (?:this|your)"
    r"|Unsupported (?:parameter|value): '|Additional properties are not allowed|is a required property|GenerateContentRequest|Invalid value at '|API key not valid|models/gemini|contents?\.parts|is not in the list of supported|ensure this value"
    r"|compaction parameter requires|Input should be less than or equal to|^tool_choice\.name: Tool|^Request exceeds the maximum allowed number of bytes"
)
# In the text around: names of the vendor or of its wire format.
_AROUND = re.compile(
    r"[Dd]eep[Ss]eek|bigmodel|[Zz]hipu|moonshot|[Kk]imi|dashscope|volc(?:engine|es)|codewhisperer|CodeWhisperer|\b[Kk]iro\b|kiro:|Copilot|copilot|CAPIError|req_poe_|[Oo]llama|LM Studio|lmstudio|vllm|vLLM|gemini-\d|models/gemini|gpt-[345]|\bglm-|qwen|claude\.ai/api|claude_api|claude_ai\b|mistral|x\.ai|grok-|ERROR_OPENAI|OpenAIChatCompletionRequest"
)
_REQUEST_ID = re.compile(r"^[0-9a-f]{8}-[0-9a-f]{4}-|^\d{14}|^req_poe_|^chatcmpl|^0217\d|^[0-9a-f]{32}$")
_NUMERIC = re.compile(r"^\d{3,6}$")


def is_lookalike(message: str, error_type: str | None, code: str | None, request_id: str | None, around: str) -> bool:
    """Whether the error bears a mark that the API's own errors never bear."""
    if _IN_MESSAGE.search(message) or SENTENCES.search(message):
        return True
    if error_type is not None and (
        _NUMERIC.match(error_type)
        or error_type
        in (
            "BadRequest",
            "Bad Request",
            "server_error",
            "invalid_request",
            "access_terminated_error",
            "insufficient_quota",
        )
    ):
        return True
    if code is not None and (
        _NUMERIC.match(code)
        or code
        in (
            "invalid_reasoning_effort",
            "InvalidParameter",
            "context_length_exceeded",
            "model_not_supported",
            "insufficient_quota",
            "invalid_api_key",
        )
    ):
        return True
    return (
        request_id is not None
        and _REQUEST_ID.match(request_id) is not None
        and error_type is not None
        and error_type.endswith("_error")
    )


def names_other_vendor(around: str) -> bool:
    """Whether the text around the error names another vendor's backend."""
    return _AROUND.search(around) is not None
