"""A client's own check refused the parameters.

## What happens
A library between you and the API found the parameters at odds; nothing was sent.

## Why the API refuses it
Not an answer of the API, though the API may well say something like it.

## Example
```text
temperature is not supported when thinking is enabled
```

## Fix
Leave the named parameter out, or set it as that library wants it.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("temperature is not supported when thinking is enabled", since="2026-02", source="corpus dev-614"),
        Says("topP is not supported when thinking is enabled", since="2026-02", source="corpus dev-614"),
        Says("topK is not supported when thinking is enabled", since="2026-02", source="corpus dev-614"),
        Says("top_p is not supported when thinking is enabled", since="2026-02", source="corpus dev-614"),
        Says("top_k is not supported when thinking is enabled", since="2026-02", source="corpus dev-614"),
        Says("Unmapped reasoning effort: {name}", since="2026-03", source="corpus dev-693"),
    ],
    status=None,
    error=None,
    evidence="observed",
    side="client",
    retry="never",
    phase="answer",
    origin="client",
    cause="a library's own check refused the parameters; nothing was sent",
    mend="leave the named parameter out, or set it as that library wants it",
)
def client_check_refused() -> None: ...
