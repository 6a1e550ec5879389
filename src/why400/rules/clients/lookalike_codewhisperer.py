"""Amazon Q's or Kiro's backend refuses the request.

## What happens
The backend of Amazon Q or Kiro, which some proxies dress up as the API, refuses.

## Why the API refuses it
Not the API: another backend behind an address that speaks its format (base URL, router, relay, local server). Its own
documentation says what it takes. "Improperly formed request" hides the reason: history out of order, too long, tools
too many or badly named.

## Example
```text
ValidationException: Improperly formed request.
```

## Fix
Shorten the conversation or begin a new one; log in anew where the credential is named.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Improperly formed request.", since="2025-05", source="corpus dev-423 dev-424"),
        Says("Improperly formed request{tail}", since="2025-05", source="corpus dev-423"),
        Says("The provided credential is invalid.", since="2026-01", source="corpus dev-625"),
    ],
    status=400,
    error="ValidationException",
    evidence="observed",
    side="client",
    retry="never",
    phase="answer",
    origin="lookalike",
    cause="Amazon Q's or Kiro's backend refused it and does not say why; it is not the API",
    mend="shorten the conversation or begin a new one, or use the API itself",
)
def lookalike_codewhisperer() -> None: ...
