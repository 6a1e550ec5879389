"""The user profile is unknown or not billable.

## What happens
The request runs on behalf of a user profile (header anthropic-user-profile-id), and that profile cannot be used.
Known by error_code: user_profile_not_found (400), user_profile_not_billable, user_profile_billing_not_authorized (403).

## Why the API refuses it
With billing by profile every request must name one that exists, is active and may be billed. The wording is not known
yet.

## Example
```text
HTTP/1.1 400
{"type":"error","error":{"type":"invalid_request_error","message":"...","details":{"error_code":"user_profile_not_found"}},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Send the id of an active profile of this organization; let the customer authorize billing.
"""

from why400.rules import rule


@rule(
    source="rules-messages user-profile-id-header code-user-profile-billing-not-authorized rules-messages code-user-profile-not-billable",
    codes=(
        "user_profile_billing_not_authorized",
        "user_profile_not_billable",
        "user_profile_not_found",
    ),
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="account",
    retry="never",
    phase="answer",
    cause="the user profile that the request names is unknown or may not be billed",
    mend="name an active profile whose customer has authorized billing",
)
def user_profile_refused() -> None: ...
