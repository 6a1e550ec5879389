"""A managed agent's session does not fit its environment, its budget or its search provider.

## What happens
A session, a deployment or an agent is created or changed, and one of its settings does not fit the rest.

## Why the API refuses it
Self-hosted environments take memory stores as their only resources, a budget can be raised and not lowered below what is spent, and the
web tools take plain host names and the countries of the search provider.

## Example
```text
Error code: 400 - {"type": "error", "error": {"type": "invalid_request_error",
"message": "budget.max_list_cost must be greater than the session's consumed list cost"}}
```

## Fix
None: change the setting that the message names.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("budget.max_list_cost must be greater than the session's consumed list cost", source="rules-beyond budget-above-consumed"),
        Says(
            "Environment {id:word} is a self-hosted environment. `resources` are not supported with self-hosted environments.",
            source="rules-beyond self-hosted-env-resources",
        ),
        Says(
            '{path}: IP addresses are not supported; provide a plain hostname like "example.com"',
            source="rules-beyond ma-web-ip-domain",
        ),
        Says("{path}: not a country the search provider supports", source="rules-beyond ma-web-country agent-web-user-location"),
        Says("Only one of allowed_domains or blocked_domains may be set.", source="rules-beyond agent-web-domains"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="answer",
    source="rules-beyond session-budget",
    cause="a setting of the session does not fit its environment or what it has spent",
    mend="change the setting that the message names",
)
def session_request_refused() -> None:
    """Only the answer shows it: the bodies of these endpoints have no schema yet."""
