"""The schemas compile to a grammar over the limit.

## What happens
All strict tools and the output format of a request together make too large a grammar.

## Why the API refuses it
They are compiled into one. Usual ways there: `strict` on every tool, deep schemas with many optional or enumerated properties. The size
shows only when it is compiled, so no check of a request can tell.

## Example
```text
The compiled grammar is too large, which would cause performance issues. Simplify your tool schemas or reduce the number of strict tools.
```

## Fix
Set `strict` on the tools that need it only; flatten the schemas; make properties required; shorten long enums.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "{path}: Invalid schema: The compiled grammar is too large, which would cause performance issues. "
            "Simplify your tool schemas or reduce the number of strict tools.",
            since="2026-06",
            source="corpus dev-190",
        ),
        Says(
            "The compiled grammar is too large, which would cause performance issues. Simplify your tool schemas or "
            "reduce the number of strict tools.",
            since="2026-02",
            source="corpus dev-263",
        ),
        Says(
            "Schema is too complex for compilation. Try reducing the number of tools or simplifying tool schemas.",
            since="2026-06",
            source="corpus dev-244",
        ),
        Says("Schema is too complex for compilation.", since="2026-06", source="rules-messages schema-too-complex"),
        Says(
            "Compiled grammar size ({size:word}) exceeds maximum allowed size ({limit:word}). Simplify your JSON "
            "schema to reduce grammar complexity.",
            since="2026-07-02",
            source="measured bedrock-grammar-size",
            on="bedrock",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    cause="the compiled schemas are too large together",
    mend="set strict on fewer tools, or simplify the schemas",
)
def grammar_too_large() -> None:
    """Only answers show this."""
