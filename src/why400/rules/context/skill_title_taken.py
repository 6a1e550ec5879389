"""A skill's title is in use.

## What happens
A skill is made with the display title of another one.

## Why the API refuses it
Titles are unique in the organization. Usual ways there: a deployment that makes the skill anew at each run instead of adding a version.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error", "message": "Skill cannot reuse an existing display_title"}}
```

## Fix
Add a version to the existing skill, or choose another title.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Skill cannot reuse an existing display_title",
            since="2026-01",
            source="corpus dev-248",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    cause="another skill has this display_title",
    mend="add a version to that skill, or choose another title",
)
def skill_title_taken() -> None: ...
