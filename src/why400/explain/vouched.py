"""Whether an error may be called the API's: short sentences stand in any service's log, and then something has to name the API.

Long sentences of the API vouch for themselves, as do paths into its requests. For `Not Found`, `Overloaded` or `name: Field required`
the answer's own type, a request id of its make, a platform, or a word in the text around has to.
"""

import re

from why400.explain.raw_error import RawError
from why400.explain.status_line import API_TYPES, STATUS_OF_GRPC
from why400.rules.says import Says

_TELLING = 40
"""Squeezed letters of a template's own words from which nobody else says the same; a number in its place counts as eight."""
_AROUND = re.compile(
    r"nthropic|NTHROPIC|[cC]laude|CLAUDE|edrock|[vV]ertex|aiplatform|oundry|InvokeModel|\bConverse(?:Stream)?\b|API [Ee]rror|/v1/messages|/v1/complete"
    r"|LLM|\bllm|itellm|pen[rR]outer|openclaw|opencode|\bAI_|\b(?:opus|sonnet|haiku)\b|[cC]opilot|\breq_(?:01|vrtx)|\b529\b"
)
_OWN_WORDS = re.compile(
    r"\b(?:messages|tools|system|requests|content)\.\d|\b(?:tool_use|tool_result|tool_choice|cache_control|max_tokens|mcp_server|output_format"
    r"|output_config|context_management|thinking|redacted_thinking|budget_tokens)\b|x-api-key|anthropic-|claude|Claude|`\w+`.*`\w+`"
)
_PATH = re.compile(
    r"(?:messages|tools|system|thinking|tool_choice|max_tokens|output_config|output_format|context_management|mcp_servers)\b"
)


def _is_of_a_class(error_type: str) -> bool:
    return error_type.endswith(("Exception", "Error"))


def names_the_api(context: str) -> bool:
    """Whether the text around an error names the API, a platform of it, a model, or a program that calls such."""
    return _AROUND.search(context) is not None


def is_vouched(error: RawError, says: Says | None, origin: str) -> bool:
    """Whether the error may be called what it seems; `says`: the template that it fits, if any; `origin`: that of the template's rule."""
    if says is None and error.type is not None and not _is_of_a_class(error.type):
        return error.type in API_TYPES or error.type in STATUS_OF_GRPC or (error.request_id or "").startswith("req_")
    if error.setting == "named" or (error.setting == "paste" and origin not in ("api", "platform")):
        return True
    if error.type in API_TYPES or (error.request_id or "").startswith("req_"):
        return True
    if says is not None and sum(map(len, says.literals)) + 8 * says.numbers >= _TELLING:
        return True
    return _PATH.match(error.message) is not None or _OWN_WORDS.search(error.message) is not None
