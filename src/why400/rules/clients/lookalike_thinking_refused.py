"""A backend with other kinds of thinking.

## What happens
The backend knows other values of `thinking.type` than the API.

## Why the API refuses it
Not the API: another backend behind an address that speaks its format (base URL, router, relay, local server). Its own
documentation says what it takes.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error", "message": "Only 'enabled' and 'disabled' are supported for thinking;
'adaptive' is not supported."}}
```

## Fix
Send a kind that it names, leave thinking out, or use the API itself.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Only {list} are supported for thinking; '{name}' is not supported.", since="2026-02", source="corpus dev-179"),
        Says("Only {list} supported for thinking; {tail}", since="2026-02", source="corpus dev-179"),
        Says("invalid thinking: only type={name} is allowed for this model", since="2026-06", source="corpus dev-445"),
        Says("invalid thinking: {tail}", since="2026-06", source="corpus dev-445"),
        Says(
            "The `reasoning_content` in the thinking mode must be passed back to the API.",
            since="2026-04",
            source="public hawkxtreme/mini-ai-1c#157",
        ),
    ],
    status=400,
    error=None,
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="lookalike",
    cause="a backend that is not the API has other kinds of thinking",
    mend="send a kind that it names, or leave thinking out",
)
def lookalike_thinking_refused() -> None: ...
