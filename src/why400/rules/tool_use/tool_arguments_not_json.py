"""The arguments of a stored tool call are no JSON (OpenAI-compatible endpoint).

## What happens
On `/v1/chat/completions` the answer says that JSON could not be parsed, though the body is JSON.

## Why the API refuses it
There the arguments of a call are a string that holds JSON, and it was empty or cut off. Usual ways there: a call without arguments stored
as `""`, a stream that broke off.

## Example
```text
Failed to parse JSON:
```

## Fix
Store `{}` for a call without arguments; drop calls that broke off.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Failed to parse JSON:", typed=True, since="2026-02", source="corpus dev-412"),
        Says("Failed to parse JSON: {rest:rest}", typed=True, since="2026-02", source="corpus dev-412"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    cause="the arguments of a tool call in the history are no JSON",
    mend="send valid JSON in tool_calls[].function.arguments",
)
def tool_arguments_not_json() -> None:
    """The body of that endpoint is not looked into."""
