"""A backend whose paths have bracket indexes.

## What happens
The text names places as `messages[1]`; the API writes `messages.1`.

## Why the API refuses it
Not the API: another backend behind an address that speaks its format (base URL, router, relay, local server). Its own
documentation says what it takes. Usual ways there: a router that turns the request into OpenAI's format and passes
its complaints back.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error", "message": "messages[1].role must be either 'user' or 'assistant', but
got 'system'"}}
```

## Fix
Send what that backend takes (often: no system role in messages, plain text content), or use the API itself.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("message[{n:n}].role must be 'user' or 'assistant'", since="2026-06", source="corpus dev-078"),
        Says("messages[{n:n}].role must be either 'user' or 'assistant', but got '{name}'", since="2026-05", source="corpus dev-133"),
        Says("Invalid 'input[{n:n}].id': '{id}'. Expected an ID that begins with '{prefix}'.", since="2026-06", source="corpus dev-439"),
        Says("Invalid '{name}[{n:n}]{tail}", since="2026-06", source="corpus dev-439"),
        Says("messages[{n:n}].{tail}", since="2026-05", source="corpus dev-133"),
        Says("messages[{n:n}]: {tail}", since="2026-05", source="corpus dev-133"),
        Says("message[{n:n}].{tail}", since="2026-06", source="corpus dev-078"),
        Says("request.messages[{n:n}].{tail}", since="2026-05", source="corpus dev-133"),
        Says("{path}messages[{n:n}].{tail}", since="2026-05", source="corpus dev-133"),
        Says("tools[{n:n}].{tail}", since="2026-05", source="corpus dev-133"),
        Says("input[{n:n}].{tail}", since="2026-06", source="corpus dev-439"),
        Says("Param Incorrect", since="2025-12", source="corpus dev-560"),
        Says("Param Incorrect{tail}", since="2025-12", source="corpus dev-560"),
    ],
    status=400,
    error=None,
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="lookalike",
    cause="another backend, not the API, refuses a message",
    mend="send what that backend takes, or use the API itself",
)
def lookalike_bracket_path() -> None: ...
