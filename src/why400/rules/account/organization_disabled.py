"""The organization is disabled.

## What happens
Everything that the organization sends is refused, whatever stands in it.

## Why the API refuses it
Anthropic has switched the organization off: for its usage policy, or for billing. Usual ways there: an old key of an
organization that no longer exists, in an environment variable that wins over the login; a ban.

## Example
```text
Error code: 400
{"type":"error","error":{"type":"invalid_request_error","message":"This organization has been disabled."},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
See which key is in use (an ANTHROPIC_API_KEY in the shell beats a login). If it is the right one: the mail to the
organization's owner says why; `appeal_url` in the details is where to object.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("This organization has been disabled.", since="2026-01", source="corpus dev-301 dev-302 dev-303"),
    ],
    source="rules-messages code-organization-on-hold",
    codes=("organization_on_hold",),
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="account",
    retry="never",
    phase="answer",
    cause="the organization that owns this credential has been switched off",
    mend="check which key is used; if it is the right one, ask support or appeal",
)
def organization_disabled() -> None: ...
