"""LM Studio or llama.cpp fails.

## What happens
A local server of the llama.cpp family could not run the request.

## Why the API refuses it
Not the API: another backend behind an address that speaks its format (base URL, router, relay, local server). Its own
documentation says what it takes. Usual ways there: a tool's schema that its grammar cannot take, a context that is
set too small.

## Example
```text
Engine protocol predict request returned 400: {"error":{"code":400,"message":"Failed to initialize samplers: failed to parse
grammar","type":"invalid_request_error"}}
```

## Fix
Simplify the tools' schemas, or raise the context size where the model is loaded.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Engine protocol predict request returned {n:n}: {rest:rest}", since="2026-07", source="corpus dev-406"),
        Says("{lead}Failed to initialize samplers{tail}", since="2026-07", source="corpus dev-406"),
        Says("{lead}failed to parse grammar{tail}", since="2026-07", source="corpus dev-406"),
        Says("{lead}exceeds the available context size{tail}"),
    ],
    status=500,
    error=None,
    evidence="observed",
    side="client",
    retry="never",
    phase="answer",
    origin="lookalike",
    cause="a local server of the llama.cpp family could not run the request",
    mend="simplify the tools' schemas, or raise its context size",
)
def lookalike_llama_cpp() -> None: ...
