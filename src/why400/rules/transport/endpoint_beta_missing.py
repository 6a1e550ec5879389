"""The endpoint needs a beta that is not sent.

## What happens
The whole endpoint belongs to a beta, and `anthropic-beta` does not name it.

## Why the API refuses it
Without the beta some of these paths answer as if they did not exist (404). The official SDKs add the header by themselves; usual ways
there: a request built by hand, a proxy that drops the header. Where only the SDK tells of the need, this warns.

## Example
```http
GET /v1/agents HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01

```

## Use instead
```http
GET /v1/agents HTTP/1.1
Host: api.anthropic.com
x-api-key: REDACTED
anthropic-version: 2023-06-01
anthropic-beta: managed-agents-2026-04-01

```

## Fix
None: headers are yours to set.
"""

import re

from why400.rules import Call, Header, Hit, rule

_BETA = re.compile(r"[a-z0-9][a-z0-9-]*-20\d\d-\d\d-\d\d", re.ASCII)
# Of these the documentation says that the header must be there; of the others only that the SDK always sends it.
_DOCUMENTED = ("managed-agents-2026-04-01", "experimental-cc-routine-2026-04-01")


@rule(
    status=404,
    error="not_found_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="transport",
    order=45,
    source="rules-beyond ma-beta memory-beta-exclusive dream-beta routine-fire-beta webhook-org plugin-create "
    "beta-required-ce-plugins-2026-09-01 beta-required-webhooks-2026-10-07 beta-required-mcp-tunnels-2026-06-22",
    cause="this endpoint needs the beta {beta}",
    mend="send anthropic-beta: {beta}",
)
def endpoint_beta_missing(call: Call) -> Hit | None:
    path = call.context.endpoint.partition(" ")[2]
    sent = call.context.betas
    if sent is None or call.context.bare or path.startswith("/v1/messages"):
        return None
    endpoint = call.endpoint
    if endpoint is None:
        return None
    wanted = [name for entry in endpoint.betas for name in _BETA.findall(entry)]  # one of them is enough
    if not wanted or any(name in sent for name in wanted):
        return None
    newer = any(name[:-10] == given[:-10] for name in wanted for given in sent)  # another day of the same beta
    sure = len(wanted) == 1 and wanted[0] in _DOCUMENTED and not newer
    return Hit(Header("anthropic-beta"), beta=" or ".join(wanted), severity=None if sure else "warning")
