"""An exception that a library raised by itself is the client's own, whatever its words sound like; one that stands for an answer is not."""

import pytest

import why400

PYTHON = """Traceback (most recent call last):
  File "/app/main.py", line 12, in <module>
    print(agent.run("x"))
          ^^^^^^^^^^^^^^
  File "/app/.venv/lib/python3.12/site-packages/some_agent/models/anthropic.py", line 40, in convert
    raise {kind}(
{name}: {text}
"""
JAVASCRIPT = """{name}: {text}
    at convertMessages (/app/node_modules/some-agent/dist/index.js:10:15)
    at async main (/app/src/main.ts:3:1)
"""
OWN = [
    "Unsupported role: tool",
    "messages.0 cannot be converted: content must not be empty",
    "Only base64 data URLs are supported for Bedrock",
    "System message content must be a string for Bedrock processing by this handler. Found type: list.",
    "Model 'claude-2' does not support extended thinking.",
    "thinking budget must be at least 10 and less than max_tokens",
]


@pytest.mark.parametrize("text", OWN)
@pytest.mark.parametrize("name", ["ValueError", "some_agent.errors.ConfigurationError"])
def test_raised_by_a_python_library(text: str, name: str) -> None:
    (found,) = why400.explain(PYTHON.format(kind=name.rpartition(".")[2], name=name, text=text))
    assert (found.origin, found.message) == ("client", text)


@pytest.mark.parametrize("text", OWN)
@pytest.mark.parametrize("name", ["Error", "TypeError"])
def test_raised_by_a_javascript_library(text: str, name: str) -> None:
    (found,) = why400.explain(JAVASCRIPT.format(name=name, text=text))
    assert (found.origin, found.message) == ("client", text)


KNOWN = "messages: at least one message is required"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ValueError", f"Error raised by the service: {KNOWN}"),
        ("anthropic.BadRequestError", f"Error code: 400 - {{'type': 'error', 'error': {{'type': 'invalid_request_error', 'message': '{KNOWN}'}}}}"),
        ("RuntimeError", f'{{"type":"error","error":{{"type":"invalid_request_error","message":"{KNOWN}"}}}}'),
        ("some_agent.ModelHTTPError", f"status_code: 400, model_name: claude-sonnet-5, body: {{'error': {{'type': 'invalid_request_error', 'message': '{KNOWN}'}}}}"),
    ],
)  # fmt: skip
def test_an_answer_that_a_library_passes_on_is_the_apis(name: str, text: str) -> None:
    found = why400.explain(PYTHON.format(kind=name.rpartition(".")[2], name=name, text=text))
    assert [(one.origin, one.message, one.match) for one in found] == [("api", KNOWN, "exact")]


def test_raised_by_the_programs_own_code_is_left_open() -> None:
    own = PYTHON.replace("/app/.venv/lib/python3.12/site-packages/some_agent/models/anthropic", "/app/src/convert")
    (found,) = why400.explain(own.format(kind="ValueError", name="ValueError", text="Unsupported role: tool"))
    assert found.origin == "unknown"


@pytest.mark.parametrize(
    "text", ["Unsupported role: tool", "stdin is not available for this process", "You must provide on_handoff when input_type is provided"]
)
def test_a_sentence_that_nobody_knows_and_nothing_vouches_for(text: str) -> None:
    (found,) = why400.explain(text)
    assert (found.origin, found.match) == ("unknown", "none")
