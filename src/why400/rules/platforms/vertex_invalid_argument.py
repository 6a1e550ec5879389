"""Google's front end refuses the request without saying what is wrong.

## What happens
`Request contains an invalid argument.` with the status `INVALID_ARGUMENT`: Google's own words, not the API's.

## Why the API refuses it
The body did not pass Google's own check, before any model saw it. Usual ways there: a proxy that turns a Claude request into Google's format and
leaves a member that this format lacks, a tool schema with keywords that Google's does not know.

## Example
```text
{"error": {"code": 400, "message": "Request contains an invalid argument.", "status": "INVALID_ARGUMENT"}}
```

## Fix
Look at what is sent in the end, behind the proxy: take members and schema keywords away until it passes.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Request contains an invalid argument.",
            since="2025-07",
            source="public link0518/Antigravity2api#4 google-gemini/gemini-cli#4635",
            on="vertex",
        ),
    ],
    status=400,
    error="INVALID_ARGUMENT",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="platform",
    cause="Google's front end refuses the body, and does not say which member",
    mend="look at what is sent behind the proxy, and take members and schema keywords away until it passes",
)
def vertex_invalid_argument() -> None: ...
