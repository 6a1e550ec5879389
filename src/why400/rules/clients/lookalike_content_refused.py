"""A backend that takes only text there.

## What happens
The backend wants a string where the request has blocks.

## Why the API refuses it
Not the API: another backend behind an address that speaks its format (base URL, router, relay, local server). Its own
documentation says what it takes.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error", "message": "Only text tool_result blocks are supported when
tool_result.content is an array."}}
```

## Fix
Send plain text there, or use the API itself.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Input should be a valid string (ref: {id})", since="2026-08", source="corpus dev-050"),
        Says("Input should be a valid {what} (ref: {id})", since="2026-08", source="corpus dev-050"),
        Says("Only text tool_result blocks are supported when tool_result.content is an array.", since="2026-04", source="corpus dev-180"),
        Says("Only text tool_result blocks are supported{tail}", since="2026-04", source="corpus dev-180"),
        Says(
            "<{n:n}> InternalError.Algo.InvalidParameter: The content field's type should be {name} in messages.",
            since="2025-08",
            source="corpus dev-705",
        ),
        Says("{lead}The content field's type should be {tail}", since="2025-08", source="corpus dev-705"),
    ],
    status=400,
    error=None,
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="lookalike",
    cause="a backend that is not the API takes only text there",
    mend="send plain text there, or use the API itself",
)
def lookalike_content_refused() -> None: ...
