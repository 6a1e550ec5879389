"""A Go backend's words.

## What happens
The text is that of Go's JSON package: cannot unmarshal, looking for beginning of value.

## Why the API refuses it
Not the API: another backend behind an address that speaks its format (base URL, router, relay, local server). Its own
documentation says what it takes. A Go program that says this of an answer was given something else than it had asked for.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error", "message": "json: cannot unmarshal object into Go struct field
MessagesRequest.messages.citations of type []anthropic.Citation"}}
```

## Fix
Send the type that it names, or leave the member out; or use the API itself.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "json: cannot unmarshal {given:word} into Go struct field {field:word} of type {wanted}",
            since="2026-09",
            source="public 71188624139",
        ),
        Says("json: cannot unmarshal {given:word} into Go value of type {wanted}", since="2026-09", source="public 71386892290"),
        Says("invalid character {character} looking for beginning of {what}", since="2026-09", source="public 68302728820"),
        Says('invalid request body: json: unknown field "{name}"', since="2026-09", source="public decolua/9router#4077"),
    ],
    status=400,
    error=None,
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="lookalike",
    cause="a backend written in Go, not the API, does not take a value",
    mend="send the type that it names, or leave the member out; or use the API itself",
)
def lookalike_go() -> None: ...
