"""Google's Gemini API refuses a member that it does not know.

## What happens
`Invalid JSON payload received. Unknown name …: Cannot find field.`, with `INVALID_ARGUMENT`.

## Why the API refuses it
Not the API: a proxy turned the request into one for Gemini, whose schemas know fewer keywords (`exclusiveMinimum`, `$schema`,
`additionalProperties` and others are unknown to it).

## Example
```text
{"error": {"code": 400, "message": "Invalid JSON payload received. Unknown name \\"exclusiveMinimum\\" at 'tools[0].function_declarations[27].parameters':
Cannot find field.", "status": "INVALID_ARGUMENT"}}
```

## Fix
Take the named keyword out of the tool's schema, or use a proxy that does.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            'Invalid JSON payload received. Unknown name "{name}" at {rest:rest}',
            since="2025-08",
            source="public glidea/claude-worker-proxy#7",
        ),
        Says(
            'Invalid JSON payload received. Unknown name "{name}": Cannot find field.',
            since="2026-08",
            source="public Alishahryar1/free-claude-code#1548",
        ),
    ],
    status=400,
    error=None,
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="lookalike",
    cause="Google's Gemini API, not Claude's, does not know {name}",
    mend="take it out of the tool's schema, or use a proxy that does",
)
def lookalike_gemini() -> None: ...
