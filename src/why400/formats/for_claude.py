"""Whether what was read as a request is meant for Claude: any JSON object can be read as a body, and any address be asked by curl."""

import re
from collections.abc import Mapping
from typing import Final

import msgspec

from why400.formats.read_input import ReadInput

_MEMBERS: Final = frozenset(
    {"model", "max_tokens", "system", "tools", "tool_choice", "anthropic_version", "stream", "thinking", "temperature", "output_config"}
)
_BROKEN_BODY = re.compile(rb"""["']messages["']\s*:\s*\[""")
_BROKEN_REST = re.compile(rb"""["'](?:model|max_tokens|anthropic_version)["']\s*:""")
_CLAUDE = re.compile(r"anthropic|claude|/v1/(?:messages|complete|models|files|skills)\b|/model/[^/]+/(?:invoke|converse)", re.IGNORECASE)


def is_for_claude(given: ReadInput) -> bool:
    """Whether it looks like a request to Claude."""
    if not given.body_only:
        return _CLAUDE.search(given.request.url) is not None
    if given.kind != "json":
        return True
    body = given.request.body
    value = _json(body)
    if value is None:  # broken: unless it is many texts, one a line
        one_a_line = isinstance(_json(body.partition(b"\n")[0]), Mapping)
        return not one_a_line and _BROKEN_BODY.search(body) is not None and _BROKEN_REST.search(body) is not None
    return isinstance(value, Mapping) and _is_body(value)


def _json(text: bytes) -> object:
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return None


def _is_body(value: Mapping[str, object]) -> bool:
    if isinstance(value.get("messages"), list):
        return not _MEMBERS.isdisjoint(value)
    items = value.get("requests")
    if isinstance(items, list):
        return any(isinstance(item, dict) and "params" in item for item in items[:10])
    return isinstance(value.get("prompt"), str) and "max_tokens_to_sample" in value
