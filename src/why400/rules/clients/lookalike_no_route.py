"""A server that has no such path.

## What happens
A server answers, but not at that path; it is not the API, which would answer in JSON.

## Why the API refuses it
Not the API: another backend behind an address that speaks its format (base URL, router, relay, local server). Its own
documentation says what it takes. Usual ways there: a base URL with /v1 too much or too little; a server that speaks
OpenAI's format only.

## Example
```text
404 page not found
```

## Fix
Compare the base URL with that server's documentation: the SDKs add /v1/messages themselves.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("404 page not found", since="2026-01", source="corpus dev-370"),
        Says("page not found", since="2025-04", source="public langgenius/dify-official-plugins#764"),
        Says("Route {path:word} not found", since="2025-11", source="public Wei-Shaw/claude-relay-service#641"),
        Says("Cannot POST {path}"),
        Says("Unexpected endpoint or method. ({what}){tail}"),
    ],
    status=404,
    error=None,
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="lookalike",
    cause="the server behind the base URL has no such path; it is not the API",
    mend="check the base URL; the SDKs add /v1/messages themselves",
)
def lookalike_no_route() -> None: ...
