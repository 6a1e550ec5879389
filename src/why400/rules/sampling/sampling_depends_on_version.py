"""A sampling parameter is refused if the request goes out with API version 2026-10-21.

## What happens
`temperature`, `top_p` or `top_k` is set, and nobody said which `anthropic-version` is sent with the body.

## Why the API refuses it
Version `2026-10-21` has dropped the three. This is a warning: under `2023-06-01` the model decides.

## Example
```json model=claude-haiku-4-5 api_version=unknown
{"temperature": 0.5}
```

## Use instead
```json model=claude-haiku-4-5 api_version=2023-06-01
{"temperature": 0.5}
```

## Fix
None: say which version is sent (`--api-version`).
"""

from datetime import date

from why400.rules import Conversation, Hit, Hits, rule

_BORN = date(2026, 10, 21)
"""The version's name is the day of its birth: nothing sent before can have said it."""


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="schema",
    severity="warning",
    needs="temperature top_p top_k",
    source="rules-messages v20261021-no-sampling-params rules-beyond v2026-sampling-removed",
    cause="API version 2026-10-21 has no {name}, and it is not known which version is sent",
    mend="say which version is sent; leave {name} out where it is 2026-10-21",
)
def sampling_depends_on_version(talk: Conversation) -> Hits:
    if talk.context.version_known or not talk.context.bare or talk.context.on < _BORN:
        return
    for name in ("temperature", "top_k", "top_p"):
        if getattr(talk.request, name) is not None:
            yield Hit((talk.request, name), name=name, words_as="field-unknown", label="unknown from 2026-10-21 on")
