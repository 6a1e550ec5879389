"""The organization has not enabled web search.

## What happens
The request has a web search tool; an administrator has switched web search off.

## Why the API refuses it
The whole request fails, not the search alone. It depends on the account, so no check of a request can tell.

## Example
```text
400 invalid_request_error: says that web search is not enabled (the sentence itself has not been seen)
```

## Fix
Have web search enabled in the console's settings, or leave the tool out.
"""

from why400.rules import rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="account",
    retry="after-fix",
    phase="answer",
    source="rules-beyond web-search-disabled-org",
    cause="the organization has not enabled web search",
    mend="have web search enabled, or leave the tool out",
)
def web_search_not_enabled() -> None:
    """Only answers show this."""
