"""A gateway's or relay's own text.

## What happens
A gateway in front of the API (LiteLLM, OpenRouter, one-api, a cloud's) wrote this; the API may never have been asked.

## Why the API refuses it
Not an answer of the API. Usual ways there: a model, key or provider that the gateway's configuration lacks; a fault
in its translation between formats.

## Example
```text
Provider returned error
```

## Fix
Look in the gateway's log and configuration; what the provider said often stands in `metadata.raw` or further down.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("No fallback model group found for original model_group", since="2025-04", source="corpus dev-540"),
        Says("{lead}No fallback model group found{tail}", since="2025-04", source="corpus dev-540"),
        Says("failed to get config for provider {name}: not found", since="2026-06", source="corpus dev-411"),
        Says("failed to get config for provider {tail}", since="2026-06", source="corpus dev-411"),
        Says("decode anthropic tool input failed: {rest:rest}", since="2026-05", source="corpus dev-405"),
        Says("Invalid request sent to provider.", since="2026-05", source="corpus dev-443"),
        Says("Unexpected chat message content type {name}", since="2026-03", source="corpus dev-688"),
        Says("Internal Server Error", since="2026-05", source="corpus dev-727"),
        Says("Provider returned error", since="2025-10", source="corpus dev-572"),
        Says('Azure AI Foundry rejected model "{name}" (HTTP {n:n})', since="2026-06", source="corpus dev-381"),
        Says("Azure AI Foundry rejected model {tail}", since="2026-06", source="corpus dev-381"),
        Says("thinking 块格式无效，请检查配置或请求参数", since="2026-02", source="corpus dev-293"),
        Says("thinking 块格式无效{tail}", since="2026-02", source="corpus dev-293"),
        Says("No deployments available for selected model{tail}"),
        Says("Budget has been exceeded!{tail}"),
        Says("{lead}key not allowed to access model{tail}"),
        Says("No endpoints found {tail}"),
        Says(
            "{role:word} message {kind:word} blocks are not supported for OpenAI chat conversion; {rest:rest}",
            since="2026-05",
            source="public Alishahryar1/free-claude-code#310",
        ),
        Says('unsupported chat model "{model}"{tail}', since="2024-09", source="public sourcegraph/jetbrains#2339"),
        Says(
            '{model:word} requires moderation on {provider}. Your input was flagged for "{reason}". No credits were charged.',
            since="2024-10",
            source="public cline/cline#569",
        ),
        Says("No allowed providers are available{tail}"),
        Says("No cookie auth credentials found"),
        Says("No available channel for model {tail}"),
    ],
    status=None,
    error=None,
    evidence="observed",
    side="network",
    retry="never",
    phase="answer",
    origin="gateway",
    cause="a gateway in front of the API wrote this; the API may never have been asked",
    mend="look in the gateway's log and configuration",
)
def gateway_own_text() -> None: ...
