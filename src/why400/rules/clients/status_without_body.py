"""Only the status came through; the API's words are lost.

## What happens
The client prints the status, and not the body that came with it, where the cause stands.

## Why the API refuses it
Not the API's text. Either the body was empty (a proxy on the way, a wrong path), or the client threw it away.

## Example
```text
400 status code (no body)
```

## Fix
Make the client print the body: `response.text`, `err.error`, debug log, or the same call with `curl -i`. Then ask
again.
"""

from why400.rules import Says, rule

_REASONS = {
    400: "Bad Request",
    401: "Unauthorized",
    402: "Payment Required",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    413: "Request Entity Too Large",
    422: "Unprocessable Entity",
    429: "Too Many Requests",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}
_FRAMES = (
    "Request failed with status: {code} {reason}",
    "Request failed with status {code} {reason}",
    "{code} - {reason}",
    "{code} {code} {reason}",
    "{reason}, status code {code}",
)


@rule(
    says=[
        Says("{n:n} status code (no body)", since="2025-02", source="corpus dev-752 dev-753"),
        Says("Client error '{status}' for url '{url}'{tail}", since="2024-06", source="corpus dev-391 dev-392"),
        Says("Server error '{status}' for url '{url}'{tail}", since="2024-10", source="corpus dev-789"),
        Says("HTTP status client error ({status}) for url ({url})", since="2025-02", source="corpus dev-421"),
        Says("HTTP status server error ({status}) for url ({url})", since="2025-02", source="corpus dev-421"),
        Says("Request failed with status: {n:n}", since="2025-07", source="corpus dev-580"),
        Says("Request failed with status code {n:n}", since="2025-07", source="corpus dev-580"),
        Says("the server responded with status {n:n}", since="2024-10", source="corpus dev-628"),
        Says("HTTP request returned status code {n:n}", since="2026-01", source="corpus dev-591"),
        Says("Sending to model ({model}) failed: HTTP request returned status code {n:n}", since="2026-01", source="corpus dev-591"),
        Says("Received: '{reason}, status code {n:n}' when invoking: {rest:rest}", since="2024-05", source="corpus dev-576"),
        Says("failed with status {n:n} in {ms:n}ms{tail}", since="2025-06", source="corpus dev-724"),
        Says("{n:n} Error", since="2025-05", source="corpus dev-369"),
        Says("Anthropic API error {n:n}", since="2026-05", source="corpus dev-707"),
        Says("Anthropic API error: {n:n}", since="2026-05", source="corpus dev-707"),
        Says("Claude API error: {n:n}", since="2025-10", source="corpus dev-386"),
        Says("Server error: {n:n}", since="2025-04", source="public microsoft/vscode-copilot-release#7560"),
        Says("Response status code does not indicate success: {status}"),
        Says("(request id: {id})", since="2026-01", source="corpus dev-581"),
        *(
            Says(frame.format(code=code, reason=reason), since="2024-05", source="corpus dev-385 dev-534 dev-576 dev-580")
            for frame in _FRAMES
            for code, reason in _REASONS.items()
        ),
    ],
    status=None,
    error=None,
    evidence="observed",
    side="client",
    retry="never",
    phase="answer",
    origin="client",
    cause="the client shows the status and has thrown the reason away",
    mend="make it print the body of the answer, then ask again",
)
def status_without_body() -> None: ...
