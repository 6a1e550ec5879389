"""An OpenAI-compatible backend's words.

## What happens
The text is in the words of OpenAI's API or of a server that copies it.

## Why the API refuses it
Not the API: another backend behind an address that speaks its format (base URL, router, relay, local server). Its own
documentation says what it takes. Usual ways there: a router that turns the request into OpenAI's format.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error", "message": "Unsupported parameter: 'thinking' is not supported with this model."}}
```

## Fix
Send what that backend takes, or use the API itself.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Unsupported parameter: '{name}'{tail}", since="2026-06"),
        Says("Unsupported value: '{name}'{tail}", since="2026-06"),
        Says("Missing required parameter: '{name}'{tail}", since="2026-06"),
        Says("Unknown parameter: '{name}'{tail}", since="2026-06"),
        Says("Invalid value: '{name}'. Supported values are: {list}", since="2026-06"),
        Says("Invalid type for '{name}': expected {tail}", since="2026-06"),
        Says("Unrecognized request argument supplied: {name}", since="2026-06"),
        Says("Incorrect API key provided: {tail}", since="2026-06", status=401),
        Says("You exceeded your current quota, please check your plan and billing details.{tail}", since="2026-06", status=429),
        Says("This model's maximum context length is {n:n} tokens{tail}", since="2026-06"),
        Says("This model{mark}s maximum context length is {tail}", since="2026-06"),
    ],
    source="corpus dev-439 dev-619",
    status=400,
    error=None,
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="lookalike",
    cause="a backend with the words of OpenAI, not the API, refuses the request",
    mend="send what that backend takes, or use the API itself",
)
def lookalike_openai() -> None: ...
