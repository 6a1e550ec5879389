"""A domain of a web tool lies outside what the organization allows.

## What happens
`allowed_domains` names a domain that the organization's settings do not hold, or that they block.

## Why the API refuses it
A request may narrow the organization's list, never widen it. The list is not in the request, so no check can tell.

## Example
```text
400 invalid_request_error: the conflicting domains are named (the sentence itself has not been seen)
```

## Fix
Take the domain out of the list, or ask an administrator to allow it.
"""

from why400.rules import rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="account",
    retry="after-fix",
    phase="answer",
    source="rules-beyond web-domains-org-subset",
    cause="the organization does not allow this domain",
    mend="take the domain out, or have it allowed",
)
def domain_not_allowed_by_organization() -> None:
    """Only answers show this."""
