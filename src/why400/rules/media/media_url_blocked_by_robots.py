"""The site of the URL forbids fetching it.

## What happens
An image or document is given by URL, and the site keeps robots away from that path.

## Why the API refuses it
The API fetches URLs as a robot that keeps to robots.txt. Usual ways there: an own host whose robots.txt forbids /api/ or everything.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error", "message": "This URL is disallowed by the website's robots.txt file"}}
```

## Fix
Allow the path in robots.txt, or send the bytes as base64 or as a file.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "This URL is disallowed by the website's robots.txt file",
            source="corpus dev-644",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    cause="the site's robots.txt forbids fetching the URL",
    mend="send the bytes as base64, or allow the path in robots.txt",
)
def media_url_blocked_by_robots() -> None: ...
