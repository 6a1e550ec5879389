"""Inputs that nobody means well with, by size: what they cost must grow no faster than they do."""

from __future__ import annotations

from collections.abc import Callable

import orjson

from bench.bodies import request

_HEAD = b'{"model": "claude-sonnet-5", "max_tokens": 10, "messages": ['
_USER = b'{"role": "user", "content": "a"}'
_TAIL = b"]}"


def messages(count: int) -> bytes:
    """So many short messages."""
    return _HEAD + b", ".join([_USER] * count) + _TAIL


def unknown_keys(count: int) -> bytes:
    """So many unknown members of the body."""
    return _HEAD + _USER + b"]," + b", ".join(b'"key%d": 1' % number for number in range(count)) + b"}"


def one_key(count: int) -> bytes:
    """One unknown member so many times."""
    return _HEAD + _USER + b"]," + b", ".join([b'"key": 1'] * count) + b"}"


def missing_commas(count: int) -> bytes:
    """An array without any of its commas."""
    return _HEAD + b" ".join([_USER] * count) + _TAIL


def braces(count: int) -> bytes:
    """Nothing but opening braces."""
    return b"{" * count


def brackets(count: int) -> bytes:
    """An array in an array, and so on."""
    return _HEAD[:-1] + b"[" * count + b"]" * count + b"}"


def deep_input(count: int) -> bytes:
    """Objects in objects inside of a tool's input."""
    block = b'{"type": "tool_use", "id": "toolu_1", "name": "f", "input": ' + b'{"a":' * count + b"1" + b"}" * count + b"}"
    return _HEAD + b'{"role": "assistant", "content": [' + block + b"]}" + _TAIL


def quotes(count: int) -> bytes:
    """A string full of quotes that are not escaped."""
    return _HEAD + b'{"role": "user", "content": "' + b'say "a" ' * count + b'"}' + _TAIL


def unanswered_calls(count: int) -> bytes:
    """So many tool calls without a result."""
    call = b'{"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_%d", "name": "f", "input": {}}]}'
    return _HEAD + b", ".join(_USER + b", " + call % number for number in range(count)) + b", " + _USER + _TAIL


def faulty_blocks(count: int) -> bytes:
    """So many blocks with a fault each, on one line."""
    return _HEAD + b", ".join([b'{"role": "user", "content": [{"type": "text", "text": 5}]}'] * count) + _TAIL


def many_tools(count: int) -> bytes:
    """So many tools of one name."""
    made = request("60 KB", 1)
    made["tools"] = [{"name": "f", "input_schema": {"type": "object"}}] * count
    return orjson.dumps(made)


CHECKED: dict[str, tuple[Callable[[int], bytes], int]] = {
    "messages": (messages, 20_000),
    "unknown members": (unknown_keys, 2_000),
    "one member many times": (one_key, 50_000),
    "missing commas": (missing_commas, 10_000),
    "opening braces": (braces, 100_000),
    "arrays in arrays": (brackets, 25_000),
    "objects in a tool's input": (deep_input, 25_000),
    "quotes that are not escaped": (quotes, 2_000),
    "unanswered tool calls": (unanswered_calls, 1_000),
    "faulty blocks on one line": (faulty_blocks, 2_000),
    "tools of one name": (many_tools, 1_000),
}
"""By name: the input, and a size at which four times as much is still quick."""


def words(count: int) -> bytes:
    """One line of words."""
    return b"error: 400 " * count


def opened(count: int) -> bytes:
    """Error bodies that never end."""
    return b'{"type":"error","error":{"message":"' * count


def backslashes(count: int) -> bytes:
    """An error body behind a wall of backslashes."""
    return b'"' + b"\\" * count + b'{\\"type\\":\\"error\\"}'


def same_error(count: int) -> bytes:
    """One error so many times."""
    return b'Error code: 400 - {"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: Field required"}}\n' * count


EXPLAINED: dict[str, tuple[Callable[[int], bytes], int]] = {
    "one line of words": (words, 20_000),
    "bodies that never end": (opened, 2_000),
    "a million braces": (braces, 250_000),
    "brackets": (brackets, 50_000),
    "backslashes": (backslashes, 100_000),
    "one error many times": (same_error, 2_000),
}
