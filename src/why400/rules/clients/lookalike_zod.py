"""A TypeScript backend's words.

## What happens
The text is that of the validator zod: "expected … received", "Invalid literal value", "Invalid discriminator value",
a list of issues.

## Why the API refuses it
Not the API: another backend behind an address that speaks its format (base URL, router, relay, local server). Its own
documentation says what it takes.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error", "message": "request.messages.461.content.0.content.0.type: Invalid
literal value, expected 'text'"}}
```

## Fix
Send what it expects there, or use the API itself.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says('Invalid literal value, expected "{name}"', since="2026-08", source="corpus dev-230"),
        Says("{lead}Invalid literal value, expected {tail}", since="2026-08", source="corpus dev-230"),
        Says("Invalid input: expected {name}, received {got}", since="2025-12", source="corpus dev-438"),
        Says("{lead}Invalid input: expected {tail}", since="2025-12", source="corpus dev-438"),
        Says("{lead}Invalid option: expected one of {tail}", since="2025-12", source="corpus dev-438"),
        Says("{lead}Invalid discriminator value. Expected {list}", since="2026-05", source="corpus dev-582"),
        Says("{lead}Invalid enum value. Expected {tail}", since="2026-05", source="corpus dev-582"),
        Says("{lead}Unrecognized key(s) in object: {list}", since="2026-05", source="corpus dev-582"),
        Says("{lead}Unrecognized key: {list}", since="2026-05", source="corpus dev-582"),
        Says("Expected {name}, received {got}", since="2026-05", source="corpus dev-582"),
        Says("{path}: Expected {name}, received {got}", since="2026-05", source="corpus dev-582"),
        Says('{lead}"code": "invalid_type"{tail}', since="2025-12", source="corpus dev-438"),
        Says('{lead}"code": "invalid_union"{tail}', since="2025-12", source="corpus dev-438"),
        Says('{lead}"code": "invalid_literal"{tail}', since="2026-08", source="corpus dev-230"),
        Says('{lead}"code": "invalid_value"{tail}', since="2026-08", source="corpus dev-230"),
        Says('{lead}"code": "invalid_enum_value"{tail}', since="2026-08", source="corpus dev-230"),
        Says('{lead}"code": "unrecognized_keys"{tail}', since="2026-08", source="corpus dev-230"),
    ],
    status=400,
    error=None,
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="lookalike",
    cause="a backend written in TypeScript, not the API, expects something else there",
    mend="send what it expects, or use the API itself",
)
def lookalike_zod() -> None: ...
