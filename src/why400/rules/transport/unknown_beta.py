"""The anthropic-beta header names a beta that is unknown or not served there.

## What happens
One of the values of `anthropic-beta` is not known to the API, not open to the organization, or not served on that platform.

## Why the API refuses it
Unknown values are refused, not ignored. Usual ways there: a typing error, another day in the name, a beta of the Claude API sent to
Bedrock or Google Cloud by a tool that adds its headers everywhere. No list of betas is complete, so a dated name that is not known here
only warns.

## Example
```http
POST /v1/messages HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01
anthropic-beta: invalid-beta-name

{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Use instead
```http
POST /v1/messages HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01

{"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
None: headers are yours to set.
"""

import re

from why400.contract import betas
from why400.rules import Call, Header, Hit, Says, rule

_DATED = re.compile(r"[a-z0-9][a-z0-9-]*-20\d\d-?\d\d-?\d\d", re.ASCII)


@rule(
    says=[
        Says(
            "Unexpected value(s) {list} for the `anthropic-beta` header. Please consult our documentation at docs.anthropic.com or try "
            "again without the header.",
            since="2025-05",
            source="corpus dev-346 dev-347 dev-348 dev-349",
        ),
        Says(
            "Unexpected value(s) {list} for the `anthropic-beta` header. Please consult our documentation at platform.claude.com/docs or "
            "try again without the header.",
            since="2026-07",
            source="measured dc-unknown-beta",
        ),
        Says(
            "Unexpected value(s) {list} for the `anthropic-beta` header. Please consult our documentation at {url:word} or try again "
            "without the header.",
            when="answer",
            source="corpus dev-346",
        ),
        Says("invalid beta flag", on="bedrock", since="2025-08", source="corpus dev-057 dev-058 dev-059 dev-271"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="transport",
    order=30,
    source="measured o55b-beta-unknown rules-messages beta-header-unknown rules-beyond beta-header-unknown beta-header-bedrock-invalid",
    cause="the beta {list} is not known, or not served there || a beta that is sent is not known, or not served there",
    mend="leave it out; {near} may be meant",
)
def unknown_beta(call: Call) -> Hit | None:
    platform = call.context.platform
    if not call.header("anthropic-beta") or (not call.direct and call.served != platform):
        return None
    given = [beta.strip() for value in call.headers["anthropic-beta"] for beta in value.split(",")]
    strange = [beta for beta in given if not _served(beta, platform)]
    if not strange:
        return None
    # every beta there ever was ends in a date: what has none cannot be one
    certain = platform == "anthropic" and any(not _DATED.fullmatch(beta) for beta in strange if beta)
    near = betas.nearest(strange[0])
    named = ", ".join(f"`{beta}`" for beta in strange)
    return Hit(Header("anthropic-beta"), list=named, near=near if near not in strange else None, severity=None if certain else "warning")


def _served(name: str, platform: str) -> bool:
    beta = betas.find(name)
    return beta is not None and platform not in beta.refused_on
