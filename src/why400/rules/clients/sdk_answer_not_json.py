"""The answer is no JSON.

## What happens
The SDK expected JSON and got something else, usually a page.

## Why the API refuses it
Not an answer of the API. Usual ways there: a base URL that leads to a web site, a login page of a proxy, a gateway's
error page with status 200.

## Example
```text
anthropic.APIResponseValidationError: Expected Content-Type response header to be `application/json` but received `text/html` instead.
```

## Fix
Open the base URL that the client uses (ANTHROPIC_BASE_URL) and see who answers.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Expected Content-Type response header to be `application/json` but received `{type}` instead.",
            since="2026-11",
            source="sdk _response.py",
        ),
        Says("Attempted to iterate over a response with no body", since="2026-11", source="sdk-typescript core/streaming.js"),
    ],
    status=None,
    error=None,
    evidence="documented",
    side="network",
    retry="never",
    phase="answer",
    origin="client",
    cause="what came back is no answer of the API",
    mend="see who answers at the base URL that the client uses",
)
def sdk_answer_not_json() -> None: ...
