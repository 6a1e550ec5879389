"""claude.ai's web backend refused a session; not the developer API.

## What happens
The text is that of the web app's backend, which some tools call with a browser's cookies.

## Why the API refuses it
Not the developer API, though the JSON looks alike. Usual ways there: a session key that lapsed, an organization id of
another account, a country or model that the site does not offer.

## Example
```text
{"type": "error", "error": {"type": "permission_error", "message": "Invalid authorization for organization"}}
```

## Fix
Log in on the site anew; for programs use the developer API with a key.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Missing permissions. Please check with Anthropic support if you think this is in error.",
            since="2024-04",
            source="corpus dev-150 dev-514",
        ),
        Says("We are unable to serve your request", since="2024-07", source="corpus dev-355"),
        Says(
            "Unfortunately, Claude is only available in certain regions right now. Please contact support if you "
            "believe you are receiving this message in error.",
            since="2024-10",
            source="corpus dev-378",
        ),
        Says("Unfortunately, Claude is {tail}", since="2024-10", source="corpus dev-378"),
        Says(
            "This model isn't available right now. You can switch to another model to continue using Claude.",
            since="2025-07",
            source="corpus dev-420",
        ),
        Says("This model isn{mark}t available right now. You can switch to another model{tail}", since="2025-07", source="corpus dev-420"),
        Says("Invalid authorization for organization", since="2024-10", source="corpus dev-731"),
        Says("Invalid authorization", since="2023-08", source="corpus dev-730"),
    ],
    status=403,
    error="permission_error",
    evidence="observed",
    side="client",
    retry="never",
    phase="answer",
    origin="lookalike",
    cause="claude.ai's web backend refused the session; it is not the developer API",
    mend="log in on the site anew, or use the developer API with a key",
)
def claude_ai_web() -> None: ...
