"""The answer says "Invalid model name" at system.

## What happens
A request that is fine is refused with `system: Invalid model name`.

## Why the API refuses it
It was seen in an incident of summer 2025, with tools that send the model's short name.

## Example
```text
400 {"type":"error","error":{"type":"invalid_request_error","message":"system: Invalid model name"}}
```

## Fix
Send the model's full id, log in again, and repeat the request.
"""

from why400.rules import Says, rule


@rule(
    says=[Says("system: Invalid model name", since="2025-07", source="corpus dev-603")],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="service",
    retry="backoff",
    phase="answer",
    cause="the service did not accept the model's name, in an incident of summer 2025",
    mend="send the model's full id and try again",
)
def model_name_invalid() -> None:
    """Only the answer shows it."""
