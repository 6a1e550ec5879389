"""A call that looks third-party draws on extra usage, not on the plan.

## What happens
The call comes with a subscription's token, but looks like one of another program; such calls are paid from extra
usage, and there is none.

## Why the API refuses it
Plans pay for Anthropic's own apps. Usual ways there: another agent or a proxy with the token of Claude Code; a
changed system prompt that makes Claude Code look like another program.

## Example
```text
Error code: 400
{"type":"error","error":{"type":"invalid_request_error","message":"Third-party apps now draw from your extra usage, not your plan
limits. Add more at claude.ai/settings/usage and keep going."},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Add extra usage at claude.ai/settings/usage, or use an API key for that program.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Third-party apps now draw from your extra usage, not your plan limits. Add more at claude.ai/settings/usage and keep going.",
            since="2026-09",
            source="corpus dev-294",
        ),
        Says(
            "Third-party apps now draw from your extra usage, not your plan limits. We've added a ${n:n} credit to "
            "get you started. Claim it at claude.ai/settings/usage and keep going.",
            since="2026-04",
            source="corpus dev-295",
        ),
        Says("Third-party apps now draw from your {kind} usage{tail}", since="2026-04", source="corpus dev-294 dev-295"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="account",
    retry="never",
    phase="answer",
    cause="a program other than Anthropic's own uses a subscription's token, and extra usage is empty",
    mend="add extra usage at claude.ai/settings/usage, or use an API key for that program",
)
def third_party_extra_usage() -> None: ...
