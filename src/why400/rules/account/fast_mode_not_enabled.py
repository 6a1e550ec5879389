"""Fast mode is off for the organization, or not open over the API.

## What happens
The request asks for `speed: "fast"`, and an administrator has not switched it on.

## Why the API refuses it
Fast mode costs more and is opt-in for an organization. Usual ways there: a client's fast switch left on; an API key
of an organization without it.

## Example
```text
Error code: 400
{"type":"error","error":{"type":"invalid_request_error","message":"Fast mode is not enabled for your organization. An organization
admin must enable this feature."},
 "request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}
```

## Fix
Leave `speed` (and its beta) out, or let an administrator enable fast mode.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says("Fast mode is not enabled for your organization. An organization admin must enable this feature.", source="corpus dev-416"),
        Says("Fast mode is not enabled for your organization.", source="corpus dev-415"),
        Says(
            "Fast mode is currently available in research preview in Claude Code. It is not yet available via API.",
            since="2026-02",
            source="corpus dev-039",
        ),
        Says("Fast mode is {how} available {tail}", since="2026-02", source="corpus dev-039"),
        Says("Fast mode is {how} enabled {tail}", source="corpus dev-416"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="account",
    retry="never",
    phase="answer",
    cause="fast mode is switched off for this organization",
    mend="leave speed out, or let an administrator enable fast mode",
)
def fast_mode_not_enabled() -> None: ...
