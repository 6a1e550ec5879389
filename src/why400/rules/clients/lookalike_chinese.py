"""Zhipu's text about a wrong parameter.

## What happens
The text says: a parameter of the call is wrong, see the documentation.

## Why the API refuses it
Not the API: another backend behind an address that speaks its format (base URL, router, relay, local server). Its own
documentation says what it takes. Zhipu (GLM) words its errors in Chinese.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error", "message": "API 调用参数有误，请检查文档。"}}
```

## Fix
Leave out what GLM does not take (betas, thinking kinds, server tools), or use the API itself.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("API 调用参数有误，请检查文档。", since="2026-02", source="corpus dev-711"),
        Says("API 调用参数有误{tail}", since="2026-02", source="corpus dev-711"),
    ],
    status=400,
    error=None,
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="lookalike",
    cause="Zhipu's backend, not the API, does not take a parameter",
    mend="leave out what GLM does not take, or use the API itself",
)
def lookalike_chinese() -> None: ...
