"""A good request of everyday size, and what must hold of any finding whatever was sent."""

from __future__ import annotations

import copy
import dataclasses
import json
from collections.abc import Iterator

from why400 import Finding

AS_OF = "2026-11-24"

Keys = tuple[str | int, ...]

_SEARCH = {
    "name": "search_orders",
    "description": "Orders of a customer: newest first, at most \u201climit\u201d of them.",
    "input_schema": {
        "type": "object",
        "properties": {
            "customer": {"type": "string", "description": "e-mail or number"},
            "limit": {"type": "integer", "minimum": 1, "maximum": 50},
            "states": {"type": "array", "items": {"type": "string", "enum": ["open", "sent", "lost"]}},
            "since": {"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]},
        },
        "required": ["customer"],
        "additionalProperties": False,
    },
    "cache_control": {"type": "ephemeral", "ttl": "1h"},
}
_MAIL = {
    "name": "send_mail",
    "description": "Sends a mail.",
    "input_schema": {"type": "object", "properties": {"to": {"type": "string"}, "text": {"type": "string"}}, "required": ["to", "text"]},
}
_SIGNATURE = "ElYKRggLGAIoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj9AQUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVpbXF1eX2BhYmNkZWZnaGlqa2xtbm9wcXJzdHV2dw=="
"""Made up: the outer form of one, around counted bytes."""
_PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

GOOD: dict[str, object] = {
    "model": "claude-sonnet-5",
    "max_tokens": 2048,
    "thinking": {"type": "adaptive"},
    "metadata": {"user_id": "user-17"},
    "stop_sequences": ["\n\nEND"],
    "stream": False,
    "system": [
        {"type": "text", "text": "You help customers of a bicycle shop. Größen in cm, Preise in €."},
        {"type": "text", "text": 'Answer "briefly".', "cache_control": {"type": "ephemeral"}},
    ],
    "tools": [_MAIL, _SEARCH],
    "tool_choice": {"type": "auto", "disable_parallel_tool_use": False},
    "messages": [
        {"role": "user", "content": "Where are my orders? \U0001f6b2"},
        {
            "role": "assistant",
            "content": [
                {"type": "thinking", "thinking": "Two look-ups.", "signature": _SIGNATURE},
                {"type": "text", "text": "I look them up."},
                {"type": "tool_use", "id": "toolu_01", "name": "search_orders", "input": {"customer": "a@example.com", "limit": 5}},
                {"type": "tool_use", "id": "toolu_02", "name": "search_orders", "input": {"customer": "b@example.com", "states": ["open"]}},
            ],
        },
        {
            "role": "user",
            "content": [
                {"type": "tool_result", "tool_use_id": "toolu_01", "content": [
                    {"type": "text", "text": "order 7: sent\norder 9: open"},
                    {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": _PIXEL}},
                ]},
                {"type": "tool_result", "tool_use_id": "toolu_02", "is_error": True, "content": "no such customer"},
                {"type": "text", "text": "And the second?"},
            ],
        },
        {"role": "assistant", "content": [{"type": "text", "text": "Order 7 is on its way."}]},
        {"role": "user", "content": [
            {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "Terms of trade"}, "title": "Terms"},
            {"type": "text", "text": "Mail that to me.", "cache_control": {"type": "ephemeral"}},
        ]},
    ],
}  # fmt: skip
GOOD_BYTES = json.dumps(GOOD, ensure_ascii=False, indent=1).encode()


def places(value: object, at: Keys = ()) -> Iterator[Keys]:
    """The keys of every node."""
    yield at
    if isinstance(value, (dict, list)):
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(one, (*at, key))


def replaced(value: object, at: Keys, by: object) -> object:
    """The value with another one at the place."""
    if not at:
        return by
    changed = copy.deepcopy(value)
    holder = changed
    for key in at[:-1]:
        holder = holder[key]
    holder[at[-1]] = by
    return changed


def assert_sound(findings: list[Finding], body: object) -> None:
    """Each finding can be written as JSON and points to something in the body, or to what is missing from something in it."""
    assert isinstance(findings, list)
    assert sum(one.first for one in findings) <= 1
    for finding in findings:
        assert isinstance(finding, Finding)
        json.dumps(dataclasses.asdict(finding), default=_text).encode()
        for pointer in (finding.pointer, *(one.pointer for one in finding.also)):
            if pointer:
                assert resolves(body, pointer) or resolves(body, pointer.rpartition("/")[0]), f"{finding.rule}: {pointer}"


def _text(value: object) -> str:
    if isinstance(value, bytes):  # the text of a mend of broken JSON
        return value.decode("utf-8", "replace")
    raise TypeError(f"{type(value)} in a finding")


def resolves(body: object, pointer: str) -> bool:
    """Whether there is something at the JSON pointer."""
    for part in pointer.split("/")[1:]:
        part = part.replace("~1", "/").replace("~0", "~")
        if isinstance(body, dict) and part in body:
            body = body[part]
        elif isinstance(body, list) and part.isdigit() and int(part) < len(body):
            body = body[int(part)]
        else:
            return False
    return True
