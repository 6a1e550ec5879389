"""Logs to explain: ordinary lines of several programs, and errors as SDKs, gateways and agents write them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from random import Random

_MESSAGES = (
    (400, "invalid_request_error", "max_tokens: Field required"),
    (400, "invalid_request_error", "messages.3.content.0.text.colour: Extra inputs are not permitted"),
    (400, "invalid_request_error", "messages: text content blocks must be non-empty"),
    (400, "invalid_request_error", "max_tokens: Input should be a valid integer"),
    (400, "invalid_request_error",
     "messages.5: `tool_use` ids were found without `tool_result` blocks immediately after: toolu_01AbC. Each `tool_use` block must have a"
     " corresponding `tool_result` block in the next message."),
    (400, "invalid_request_error", "prompt is too long: 208310 tokens > 200000 maximum"),
    (401, "authentication_error", "invalid x-api-key"),
    (404, "not_found_error", "model: claude-sonnet-9"),
    (413, "request_too_large", "Request exceeds the maximum size"),
    (429, "rate_limit_error", "This request would exceed your organization's rate limit of 40,000 input tokens per minute."),
    (500, "api_error", "Internal server error"),
    (529, "overloaded_error", "Overloaded"),
    (400, "invalid_request_error", "something that nobody has seen yet: the frobnicator of 17 is not aligned"),
)  # fmt: skip


def _body(rng: Random) -> tuple[int, dict[str, object], str]:
    status, kind, message = rng.choice(_MESSAGES)
    request = f"req_011C{rng.randrange(10**14):020d}"
    return status, {"type": "error", "error": {"type": kind, "message": message}, "request_id": request}, request


def _plain(rng: Random) -> str:
    return json.dumps(_body(rng)[1], separators=(",", ":"))


def _python_sdk(rng: Random) -> str:
    status, body, _ = _body(rng)
    name = {400: "BadRequestError", 401: "AuthenticationError", 404: "NotFoundError", 429: "RateLimitError"}.get(
        status, "InternalServerError"
    )
    return f"anthropic.{name}: Error code: {status} - {body!r}"


def _traceback(rng: Random) -> str:
    return (
        'Traceback (most recent call last):\n  File "/srv/app/worker.py", line 88, in run\n    reply = client.messages.create(**request)\n'
        f"            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n{_python_sdk(rng)}"
    )


def _node_sdk(rng: Random) -> str:
    status, body, request = _body(rng)
    return (
        f"BadRequestError: {status} {json.dumps(body)}\n"
        "    at APIError.generate (/app/node_modules/@anthropic-ai/sdk/core/error.js:44:14) {\n"
        f"  status: {status},\n  requestID: '{request}'\n}}"
    )


def _escaped(rng: Random) -> str:
    return json.dumps({"level": "error", "msg": "upstream failed", "body": _plain(rng), "attempt": rng.randrange(5)})


def _agent(rng: Random) -> str:
    status, body, _ = _body(rng)
    return f"API Error: {status} {json.dumps(body, separators=(',', ':'))}"


def _http(rng: Random) -> str:
    status, body, request = _body(rng)
    return f"HTTP/1.1 {status} Error\nrequest-id: {request}\ncontent-type: application/json\n\n{json.dumps(body)}"


def _page(rng: Random) -> str:
    return (
        "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n"
        f"<body><center><h1>502 Bad Gateway</h1></center><!-- {rng.randrange(10**6)} --></body>\r\n</html>"
    )


_SHAPES: tuple[Callable[[Random], str], ...] = (_plain, _python_sdk, _traceback, _node_sdk, _escaped, _agent, _http, _page)


def ordinary(rng: Random, number: int) -> str:
    """A line without an error."""
    stamp = f"2026-11-23 22:{number // 60 % 60:02d}:{number % 60:02d}.{rng.randrange(1000):03d}"
    match number % 5 if number % 25 != 24 else -1:
        case 0:
            return f'{stamp} INFO  [worker-{number % 8}] httpx: HTTP Request: POST https://api.anthropic.com/v1/messages "HTTP/1.1 200 OK"'
        case 1:
            return json.dumps({"level": "info", "ts": stamp, "message": "request finished", "status": 200, "tokens": rng.randrange(9000)})
        case 2:
            return f"{stamp} DEBUG cache hit key=conv:{rng.randrange(9999)} size={rng.randrange(777)} ttl=300 errors=0"
        case 3:
            return f'10.0.{number % 255}.{number % 251} - - [{stamp}] "GET /health HTTP/1.1" 200 {rng.randrange(999)} "-" "kube-probe/1.29"'
        case 4:
            return f"{stamp} INFO  queue.consumer: batch of {rng.randrange(90)} done in {rng.random():.3f}s, next poll at {stamp}"
        case _:  # some words of errors without one
            return f"{stamp} WARN  retrying in {rng.random():.3f}s: connection pool has {rng.randrange(10)} idle, 400 requests served"


def _log(size: int, every: int) -> Iterator[str]:
    rng = Random(every)
    written = number = 0
    while written < size:
        number += 1
        line = ordinary(rng, number) if number % every else rng.choice(_SHAPES)(rng)
        written += len(line) + 1
        yield line


def log(size: int, every: int) -> bytes:
    """About `size` bytes in which one line of `every` is an error (1: all are); an error may go over several lines."""
    return "\n".join(_log(size, every)).encode()
