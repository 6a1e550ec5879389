"""A Python backend's words.

## What happens
The text is a list of errors of the library pydantic, or "N validation errors for …". The API uses pydantic too, but
shows one error as `path: text`.

## Why the API refuses it
Not the API: another backend behind an address that speaks its format (base URL, router, relay, local server). Its own
documentation says what it takes. Often vLLM, SGLang, a LiteLLM or FastAPI server.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error", "message": "Request validation error: 33 validation errors for
OpenAIChatCompletionRequest"}}
```

## Fix
Read loc and msg in it: they name the member that this backend does not take.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("{n:n} validation error: {rest:rest}", since="2026-05", source="corpus dev-535"),
        Says("{n:n} validation errors: {rest:rest}", since="2026-05", source="corpus dev-535"),
        Says("Request validation error: {n:n} validation errors for {rest:rest}", since="2025-12", source="corpus dev-784"),
        Says("{n:n} validation error for {rest:rest}", since="2025-12", source="corpus dev-784"),
        Says("{n:n} validation errors for {rest:rest}", since="2025-12", source="corpus dev-784"),
        Says("[{{'type': 'missing', 'loc': ({rest:rest}", since="2025-07", source="corpus dev-680"),
        Says("{lead}'loc': ('body{tail}", since="2025-07", source="corpus dev-535 dev-680"),
        Says("{lead}'loc': ['body{tail}", since="2025-07", source="corpus dev-680"),
        Says('{lead}"loc": ["body{tail}', since="2025-07", source="corpus dev-680"),
    ],
    status=400,
    error=None,
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="lookalike",
    cause="a backend written in Python, not the API, refuses a member",
    mend="read loc and msg in it, or use the API itself",
)
def lookalike_pydantic() -> None: ...
