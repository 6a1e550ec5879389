"""A backend that says "The parameter … specified in the request is not valid".

## What happens
The text is that of Volcengine, DashScope or their like.

## Why the API refuses it
Not the API: another backend behind an address that speaks its format (base URL, router, relay, local server). Its own
documentation says what it takes.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error", "message": "The parameter max_tokens specified in the request is not
valid: integer above maximum value, expected a value <= 32768, but got 64000 instead."}}
```

## Fix
Send what it names, or use the API itself.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("The parameter {name} specified in the request is not valid: {rest:rest}", since="2026-03", source="corpus dev-276"),
        Says("The parameter {name} specified in the request are not valid: {rest:rest}", since="2026-05", source="corpus dev-277"),
        Says("{name} specified in the request are not valid: {rest:rest}", since="2026-04", source="corpus dev-080"),
        Says("{lead}specified in the request is not valid{tail}", since="2026-03", source="corpus dev-276"),
        Says("{lead}specified in the request are not valid{tail}", since="2026-04", source="corpus dev-080"),
        Says("'{name}' must be in [{rest:rest}]", since="2026-08", source="public Hmbown/Codewhale#4978"),
        Says("<{n:n}> InternalError.Algo.{rest:rest}", since="2025-08", source="corpus dev-705"),
    ],
    status=400,
    error=None,
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="lookalike",
    cause="another vendor's backend, not the API, does not take {name} || another vendor's backend, not the API, does not take a parameter",
    mend="send what it names, or use the API itself",
)
def lookalike_parameter_invalid() -> None: ...
