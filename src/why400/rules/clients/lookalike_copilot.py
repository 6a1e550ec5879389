"""GitHub Copilot's backend refuses the request.

## What happens
Copilot serves Claude models through a backend of its own, which takes less than the API.

## Why the API refuses it
Not the API: another backend behind an address that speaks its format (base URL, router, relay, local server). Its own
documentation says what it takes. It wants certain efforts, betas and tools only, and prompts that are shorter than what the model takes.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error", "message": "unsupported beta header(s): context-1m-2025-08-07"}}
```

## Fix
Leave the named thing out, or use the API itself.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            'output_config.effort "{name}" is not supported by model {model}; supported values: {list}',
            since="2026-04",
            source="corpus dev-186 dev-187",
        ),
        Says("{path} {value} is not supported by model {model}; supported values: {list}", since="2026-04", source="corpus dev-186"),
        Says("unsupported beta header(s): {list}", since="2026-03", source="corpus dev-350"),
        Says("rejected tool(s): {list}", since="2026-08", source="corpus dev-578"),
        Says("The requested model is not supported", since="2026-03", source="corpus dev-627"),
        Says("The requested model is not supported{tail}", since="2026-03", source="corpus dev-627"),
        Says("invalid request body", since="2026-02", source="corpus dev-442"),
        Says("prompt token count of {n:n} exceeds the limit of {most:n}", since="2026-03", source="public zed-industries/zed#51443"),
    ],
    status=400,
    error=None,
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="lookalike",
    codes=("model_max_prompt_tokens_exceeded",),
    cause="GitHub Copilot's backend does not take this; it is not the API",
    mend="leave the named thing out, or use the API itself",
)
def lookalike_copilot() -> None: ...
