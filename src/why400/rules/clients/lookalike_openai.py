"""An OpenAI-compatible backend's words.

## What happens
The text is in the words of OpenAI's API or of a server that copies it.

## Why the API refuses it
Not the API: another backend behind an address that speaks its format (base URL, router, relay, local server). Its own
documentation says what it takes. Usual ways there: a router that turns the request into OpenAI's format.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error", "message": "Unsupported parameter: 'thinking' is not supported with
this model."}}
```

## Fix
Send what that backend takes, or use the API itself.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Unsupported parameter: '{name}'{tail}"),
        Says("Unsupported parameter: {name:word}", since="2026-08", source="public tiylabs/tiygate#52"),
        Says("Unsupported value: '{name}'{tail}"),
        Says("Missing required parameter: '{name}'{tail}"),
        Says("Unknown parameter: '{name}'{tail}"),
        Says("Invalid value: '{name}'. Supported values are: {list}"),
        Says("Invalid value: {name:word}. Supported values are: {list}", since="2026-02", source="public QwenLM/qwen-code#1888"),
        Says("Invalid type for '{name}': expected {tail}"),
        Says(
            "Invalid '{name}': string does not match pattern. Expected a string that matches the pattern '{pattern}'.",
            since="2026-05",
            source="public deepseek-ai/awesome-deepseek-agent#67",
        ),
        Says(
            "Invalid max_tokens value, the valid range of max_tokens is [{least:n}, {most:n}]",
            since="2025-12",
            source="public router-for-me/CLIProxyAPI#599",
        ),
        Says(
            "An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'.{tail}",
            since="2026-04",
            source="public claude-code-best/claude-code#168",
        ),
        Says('One of "{name}" or {list} must be provided.', since="2026-05", source="public earendil-works/pi#4246"),
        Says("Unrecognized request argument supplied: {name}"),
        Says("Incorrect API key provided: {tail}", status=401),
        Says("You exceeded your current quota, please check your plan and billing details.{tail}", status=429),
        Says(
            "Rate limit reached for {model} in organization {tail}", since="2025-07", source="public BuilderIO/micro-agent#86", status=429
        ),
        Says("This model's maximum context length is {n:n} tokens{tail}"),
        Says(
            "Your input exceeds the context window of this model. Please adjust your input and try again.",
            since="2026-07",
            source="public anthropics/claude-code#77992",
        ),
        Says("This model{mark}s maximum context length is {tail}"),
        Says(
            "This model's maximum prompt length is {most:n} but the request contains {n:n} tokens.",
            since="2025-04",
            source="public cline/cline#3120",
        ),
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
