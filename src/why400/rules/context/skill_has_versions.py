"""A skill that still has versions cannot be deleted.

## What happens
A call deletes a skill whose versions are still there.

## Why the API refuses it
Versions have to go first, so that none disappears by accident.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error",
  "message": "Cannot delete skill with existing versions. Delete all versions first."}}
```

## Fix
List the versions, delete each, then delete the skill.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Cannot delete skill with existing versions. Delete all versions first.",
            since="2026-01",
            source="corpus dev-015",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="after-fix",
    phase="answer",
    cause="the skill still has versions",
    mend="delete its versions first",
)
def skill_has_versions() -> None: ...
