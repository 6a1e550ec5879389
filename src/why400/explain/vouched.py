"""Whether an error may be called the API's: short sentences stand in any service's log, and then something has to name the API.

Who pastes an error means one of the API's, so a known sentence in a paste is taken at its word, a few commonplaces in bodies of another make aside.
A log holds the lines of many services: there the answer's own type, a request id of its make, a platform, a path into its requests, a long sentence
or a word around it has to vouch; so it has for a sentence that no rule knows, wherever it stands.
"""

import re

from why400.explain.gateway import NAMES as GATEWAYS
from why400.explain.raw_error import RawError
from why400.explain.recognise import Recognised
from why400.explain.sentence import is_field
from why400.explain.status_line import API_TYPES, STATUS_OF_EXCEPTION, STATUS_OF_GRPC

_TELLING = {"log": 32, "paste": 24}
"""Squeezed letters of a template's own words from which nobody else says the same; a number in its place counts as eight."""
_NAMES = (
    "nthropic", "req_01", "laude", "API Error", "API error", "edrock", "/v1/messages", "LLM", "aiplatform", "oundry", "vertex", "Vertex",
    "InvokeModel", "itellm", "penRouter", "penrouter", "opencode", "openclaw", "opilot", "The model returned the", "/v1/complete", "NTHROPIC",
    "CLAUDE", "req_vrtx",
)  # fmt: skip
# Parts of other words too, so each with the pattern that it is to fit.
_WHOLE_NAMES = tuple(
    (word, re.compile(row))
    for word, row in (
        ("529", r"\b529\b"),
        ("llm", r"\bllm"),
        ("AI_", r"\bAI_"),
        ("sonnet", r"\bsonnet\b"),
        ("opus", r"\bopus\b"),
        ("haiku", r"\bhaiku\b"),
        ("Converse", r"\bConverse(?:Stream)?\b"),
    )
)
_OWN_WORDS = re.compile(
    r"\b(?:messages|tools|system|requests|content)\.\d|\b(?:tool_use|tool_result|tool_choice|cache_control|max_tokens|mcp_server|output_format"
    r"|output_config|context_management|thinking|redacted_thinking|budget_tokens)\b|x-api-key|anthropic-|claude|Claude|`\w+`.*`\w+`"
)
_PATH = re.compile(
    r"(?:messages|tools|system|thinking|tool_choice|max_tokens|output_config|output_format|context_management|mcp_servers)\b"
)
# Members that the requests of many services have.
_ANYBODYS = frozenset("model file files prompt stream metadata container requests reasoning diagnostics".split())  # noqa: SIM905  # reads better
_OWN_ID = re.compile(r"req_(?:01|vrtx_|bdrk_)")
_ROOT = re.compile(r"[\w-]+")


def names_the_api(context: str) -> bool:
    """Whether the text around an error names the API, a platform of it, a model, or a program that calls such."""
    return any(name in context for name in _NAMES) or any(word in context and row.search(context) is not None for word, row in _WHOLE_NAMES)


def is_vouched(error: RawError, known: Recognised | None) -> bool:
    """Whether the error may be called what it seems; `known`: the rule whose sentence it is, if any."""
    if error.type in API_TYPES or _OWN_ID.match(error.request_id or "") is not None:
        return True
    if known is None:
        if error.type in STATUS_OF_GRPC and error.setting == "named":
            return True
        if error.type is not None and not error.type.endswith(("Exception", "Error")):
            return False  # a type of another make, and an unknown sentence
        named = error.setting == "named" and error.platform not in GATEWAYS
        return named or names_the_api(error.message) or _is_its_own(error.message)
    if error.setting in ("named", "alone") or error.type in STATUS_OF_EXCEPTION:
        return True
    if error.setting == "paste" and known.entry.origin not in ("api", "platform"):
        return True
    if sum(map(len, known.says.literals)) + 8 * known.says.numbers >= _TELLING[error.setting] or _is_its_own(error.message):
        return True
    root = _ROOT.match(known.values.get("path", ""))
    return root is not None and is_field(root[0]) and (error.setting != "log" or root[0] not in _ANYBODYS)


def _is_its_own(message: str) -> bool:
    return _PATH.match(message) is not None or _OWN_WORDS.search(message) is not None
