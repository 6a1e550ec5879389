"""A backend that refuses a tool entry.

## What happens
The backend does not take a tool definition in the form that the API has.

## Why the API refuses it
Not the API: another backend behind an address that speaks its format (base URL, router, relay, local server). Its own
documentation says what it takes.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error", "message": "Invalid type for 'tools.23', expected an json object."}}
```

## Fix
Leave that tool out (server tools and toolsets exist at the API only), or use the API itself.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Invalid type for 'tools.{n:n}', expected an json object.{tail}", since="2026-06", source="corpus dev-446"),
        Says("Invalid type for 'tools.{tail}", since="2026-06", source="corpus dev-446"),
    ],
    status=400,
    error=None,
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="lookalike",
    cause="a backend that is not the API does not take this tool entry",
    mend="leave that tool out, or use the API itself",
)
def lookalike_tool_refused() -> None: ...
