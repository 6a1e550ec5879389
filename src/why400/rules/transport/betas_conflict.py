"""Two betas that exclude one another are sent.

## What happens
`anthropic-beta` names two betas of which one replaces the other.

## Why the API refuses it
The two give the same endpoints different shapes: `agent-memory-2026-07-22` takes the place of `managed-agents-2026-04-01` on memory
stores. Elsewhere this warns.

## Example
```http
POST /v1/memory_stores HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01
anthropic-beta: agent-memory-2026-07-22, managed-agents-2026-04-01

{"name": "notes"}
```

## Use instead
```http
POST /v1/memory_stores HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01
anthropic-beta: agent-memory-2026-07-22

{"name": "notes"}
```

## Fix
None: send the one that the endpoint wants.
"""

from why400.contract import betas
from why400.rules import Call, Header, Hit, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="transport",
    order=40,
    source="rules-messages beta-memory-conflict",
    cause="{beta} and {other} exclude one another",
    mend="send {beta} alone",
)
def betas_conflict(call: Call) -> Hit | None:
    sent = call.context.betas or frozenset()
    for name in sorted(sent):
        beta = betas.find(name)
        other = next((other for other in beta.conflicts if other in sent), None) if beta is not None else None
        if beta is not None and other is not None:
            certain = call.path.startswith("/v1/memory_stores")
            return Hit(Header("anthropic-beta"), beta=name, other=other, severity=None if certain else "warning")
    return None
