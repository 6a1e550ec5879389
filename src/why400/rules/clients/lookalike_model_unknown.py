"""Another backend does not know the model.

## What happens
The backend behind the base URL has no model of that name.

## Why the API refuses it
Not the API: another backend behind an address that speaks its format (base URL, router, relay, local server). Its own
documentation says what it takes. Usual ways there: a Claude model name sent to DeepSeek, Ollama, vLLM, Kiro or a
router with names of its own.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error", "message": "Model Not Exist"}}
```

## Fix
Send a name that this backend lists, or take the base URL out.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Invalid model: '{name}'. Please check the model name.", since="2026-02", source="corpus dev-060"),
        Says("Invalid model ID. Please select a different model to continue.{tail}", since="2026-08", source="corpus dev-440"),
        Says("Invalid model. Please select a different model to continue.{tail}", since="2026-08", source="corpus dev-440"),
        Says("Model Not Exist", since="2025-03", source="corpus dev-532"),
        Says("The model `{name}` does not exist.", source="corpus dev-619"),
        Says("The model {name} does not exist{tail}", source="corpus dev-619"),
        Says("Unknown Model, please check the model code.", since="2026-04", source="corpus dev-690"),
        Says("Unknown Model{tail}", since="2026-04", source="corpus dev-690"),
        Says(
            "{model} is no longer available. Please switch to {other}.",
            since="2026-02",
            source="public router-for-me/CLIProxyAPI#1630",
        ),
        Says("model {name} not found, try pulling it first"),
        Says("not found, try pulling it first"),
    ],
    status=None,
    error=None,
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="lookalike",
    cause="the backend behind the base URL has no model of that name; it is not the API",
    mend="send a name that it lists, or take that base URL out",
)
def lookalike_model_unknown() -> None: ...
