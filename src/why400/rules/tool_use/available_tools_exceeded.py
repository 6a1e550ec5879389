"""More tools are available after a message than the service takes.

## What happens
The API answers with the code `available_tools_limit_exceeded`.

## Why the API refuses it
Tools added in the conversation count together with those in `tools`, in number and size; the limits are not published.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error", "message": "…", "details": {"error_code": "available_tools_limit_exceeded"}}}
```

## Fix
Remove tools with `tool_removal` before others are added, or define fewer.
"""

from why400.rules import rule


@rule(
    codes=("available_tools_limit_exceeded",),
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="answer",
    source="rules-messages code-available-tools-limit-exceeded",
    cause="more tools are available after a message than the service takes",
    mend="remove tools before others are added, or define fewer",
)
def available_tools_exceeded() -> None:
    """The limits are not published."""
