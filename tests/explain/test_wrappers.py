"""A message put into any wrapper, escaped and wrapped at random, comes back exactly."""

import json
import textwrap

from hypothesis import given, settings
from hypothesis import strategies as st

from why400.explain.find import find_errors

FIELDS = st.sampled_from(["messages", "tools", "system", "requests"])
TAILS = st.sampled_from(["", ".content", ".content.1", ".content.0.text", ".custom.input_schema", ".cache_control"])
PREDICATES = st.sampled_from(
    [
        "Field required",
        "Extra inputs are not permitted",
        "Input should be a valid string",
        "`tool_use` ids must be unique",
        "all messages must have non-empty content except for the optional final assistant message",
        "String should match pattern '^[a-zA-Z0-9_-]{1,64}$'",
        'Unexpected role "system". Allowed roles are "user" or "assistant"',
        "At least one of the image dimensions exceed max allowed size: 8000 pixels",
        "Input tag 'a' found using 'type' does not match any of the expected tags: 'b', 'c'",
    ]
)
MESSAGES = st.builds("{}.{}{}: {}".format, FIELDS, st.integers(0, 999), TAILS, PREDICATES)
PLAIN = MESSAGES.filter(lambda message: '"' not in message and "`" not in message)


def body(message: str) -> str:
    return json.dumps({"type": "error", "error": {"type": "invalid_request_error", "message": message}, "request_id": "req_01AbCdEf"})


STRUCTURED = {
    "body": body,
    "compact body": lambda m: json.dumps(json.loads(body(m)), separators=(",", ":")),
    "pretty body": lambda m: json.dumps(json.loads(body(m)), indent=2),
    "Python SDK": lambda m: f"anthropic.BadRequestError: Error code: 400 - {json.loads(body(m))!r}",
    "TypeScript SDK": lambda m: f"BadRequestError: 400 {body(m)}\n    at APIError.generate (/app/node_modules/x.js:1:2)",
    "Go SDK": lambda m: f'POST "https://api.anthropic.com/v1/messages": 400 Bad Request {body(m)}',
    "agent": lambda m: f"  ⎿  API Error: 400 {body(m)} · Please run /login",
    "LiteLLM": lambda m: f"litellm.BadRequestError: AnthropicException - {body(m)}. Received Model Group=x\nAvailable Model Group=None",
    "OpenRouter": lambda m: json.dumps({"error": {"message": "Provider returned error", "code": 400, "metadata": {"raw": body(m)}}}),
    "Vertex AI": lambda m: json.dumps({"error": {"code": 400, "message": body(m), "status": "INVALID_ARGUMENT"}}, indent=2),
    "twice nested": lambda m: json.dumps({"error": json.dumps({"message": json.dumps({"error": {"message": m, "type": "x_error"}})})}),
    "stream": lambda m: f"event: error\ndata: {body(m)}\n\n",
    "log line": lambda m: f"2026-11-23T22:14:01Z ERROR worker - call failed: {body(m)}",
    "raw HTTP": lambda m: f"HTTP/1.1 400 Bad Request\nrequest-id: req_01AbCdEf\n\n{body(m)}",
    "quoted mail": lambda m: f"> API Error: 400 {body(m)}\n",
}
PRINTED = {
    "nothing": "{}",
    "backticks": "it says `{}` every time",
    "quotes": 'the call fails with 400: "{}".',
    "agent": "API Error: 400 {}",
    "agent, in brackets": "  ⎿  API Error (400 {}) · Retrying in 1 seconds… (attempt 1/10)",
    "AI SDK": "AI_APICallError: {}",
    "Ruby": "RubyLLM::BadRequestError: {}",
    "Java": "Exception in thread main: com.anthropic.errors.BadRequestException: 400: {}",
    "botocore": "An error occurred (ValidationException) when calling the Converse operation: {}",
    "AWS for Java": "bedrockruntime.model.ValidationException: {} (Service: BedrockRuntime, Status Code: 400, Request ID: 93347852-c368)",
    "relay": "API Error: 400 {} (request id: 20260120091405936400036lX3Hi6Cd)",
    "table": '| case | 400 "{}" |',
    "test": '    assert_equal "{}", error.message',
    "comment": "        // 400: {}",
    "fence": "```\n{}\n```",
    "type first": "400 invalid_request_error: {}",
}


def squeezed(message: str) -> str:
    return "".join(message.split())


@given(MESSAGES, st.sampled_from(sorted(STRUCTURED)))
@settings(max_examples=300, deadline=None)
def test_a_structured_wrapper_gives_the_message_back(message: str, name: str) -> None:
    found = find_errors(STRUCTURED[name](message))
    assert [error.message for error in found] == [message]
    assert found[0].origin in ("api", "platform")


@given(PLAIN, st.sampled_from(sorted(PRINTED)))
@settings(max_examples=300, deadline=None)
def test_a_printed_wrapper_gives_the_message_back(message: str, name: str) -> None:
    assert [error.message for error in find_errors(PRINTED[name].format(message))] == [message]


@given(
    MESSAGES,
    st.sampled_from(["body", "compact body", "agent", "TypeScript SDK"]),
    st.integers(40, 120),
    st.sampled_from(["", "  ", "     ", "│ "]),
)
@settings(max_examples=200, deadline=None)
def test_a_terminals_line_breaks_are_taken_out(message: str, name: str, width: int, indent: str) -> None:
    text = "\n".join(textwrap.wrap(STRUCTURED[name](message), width, subsequent_indent=indent, break_on_hyphens=False))
    assert [squeezed(error.message) for error in find_errors(text)] == [squeezed(message)]


@given(MESSAGES, st.integers(1, 4))
@settings(max_examples=100, deadline=None)
def test_any_number_of_escapes_is_undone(message: str, depth: int) -> None:
    text = body(message)
    for _ in range(depth):
        text = json.dumps(text)
    assert [error.message for error in find_errors(f"seen: {text}")] == [message]


@given(st.lists(st.tuples(MESSAGES, st.sampled_from(["body", "compact body", "Python SDK", "agent", "log line"])), min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_every_error_of_a_log_is_found(errors: list[tuple[str, str]]) -> None:
    lines = []
    for message, name in errors:
        lines += ["2026-11-23 22:14:01 INFO request served in 12 ms"] * 30
        lines.append(STRUCTURED[name](message))
    found = find_errors("\n".join(lines))
    assert [error.message for error in found] == [message for message, _ in errors]
    assert [error.first_line for error in found] == [31 * (n + 1) for n in range(len(errors))]


@given(st.text(max_size=400))
@settings(max_examples=200, deadline=None)
def test_no_text_crashes(text: str) -> None:
    find_errors(text)
    find_errors(f'Error: 400 {{"error": {{"message": "{text}')


@given(st.binary(max_size=400))
@settings(max_examples=100, deadline=None)
def test_no_bytes_crash(data: bytes) -> None:
    find_errors(b"API Error: 400 " + data)


@given(
    MESSAGES, st.sampled_from(["body", "compact body", "agent", "Python SDK"]), st.integers(30, 140), st.sampled_from(["", "  ", "     "])
)
@settings(max_examples=200, deadline=None)
def test_line_breaks_in_the_middle_of_words_are_taken_out(message: str, name: str, width: int, indent: str) -> None:
    text = STRUCTURED[name](message)
    text = ("\n" + indent).join(text[at : at + width] for at in range(0, len(text), width))
    assert [squeezed(error.message) for error in find_errors(text)] == [squeezed(message)]
