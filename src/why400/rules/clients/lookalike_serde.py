"""A Rust backend's words.

## What happens
The text is that of Rust's JSON library: unknown variant, missing field, deserialize.

## Why the API refuses it
Not the API: another backend behind an address that speaks its format (base URL, router, relay, local server). Its own
documentation says what it takes. (Bedrock's "unknown variant" about effort is another matter.)

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error", "message": "Failed to deserialize the JSON body into the target type:
messages[0].role: unknown variant `system`, expected `user` or `assistant` at line 1 column 29"}}
```

## Fix
Send one of the values that it lists, or use the API itself.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Failed to deserialize the JSON body into the target type: {rest:rest}", since="2025-10", source="corpus dev-410"),
        Says("{lead}Failed to deserialize the JSON body{tail}", since="2025-10", source="corpus dev-410"),
        Says("unknown variant '{name}', expected {list}", since="2026-05", source="corpus dev-691"),
        Says("{path}: unknown variant '{name}', expected {list}", since="2026-05", source="corpus dev-691"),
        Says("unknown field {name}, expected {list} at line {n:n} column {column:n}"),
        Says("missing field {name} at line {n:n} column {column:n}"),
        Says("invalid type: {name}, expected {what} at line {n:n} column {column:n}"),
        Says("{lead}data did not match any variant of untagged enum {tail}"),
    ],
    status=400,
    error=None,
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="lookalike",
    cause="a backend written in Rust, not the API, does not know a value",
    mend="send one of the values that it lists, or use the API itself",
)
def lookalike_serde() -> None: ...
