"""The history has tool calls, and the request has no tools.

## What happens
The answer says that requests with `tool_use` or `tool_result` blocks must define tools.

## Why the API refuses it
Older models and some gateways want the tools declared wherever the history shows calls; newer ones accept such a history, so no request
alone can tell. Usual ways there: a summary or a title asked for at the end of a chat with tools.

## Example
```text
Requests which include `tool_use` or `tool_result` blocks must define tools.
```

## Fix
Send the tools along, with `tool_choice` `none` where none is to be called; or turn the old calls into text.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Requests which include `tool_use` or `tool_result` blocks must define tools.", source="corpus dev-589 dev-785"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    source="measured df-history-without-tools-haiku-4-5 df-history-without-tools-opus-5",
    cause="the history has tool calls and the request declares no tools",
    mend="send the tools along, with tool_choice none where none is to be called",
)
def tools_missing() -> None:
    """Accepted by today's models: only an answer tells."""
