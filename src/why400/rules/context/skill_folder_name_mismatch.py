"""A skill's folder is not named as its SKILL.md says.

## What happens
The uploaded files lie in a folder whose name is not the `name` in SKILL.md.

## Why the API refuses it
Folder and name identify the skill together. Usual ways there: zipping the parent folder, renaming one of the two.

## Example
```text
{"type": "error", "error": {"type": "invalid_request_error",
  "message": "The folder name 'skills' must match the skill name 'my-skill' in SKILL.md."}}
```

## Fix
Give the top folder the name that stands in the front matter of SKILL.md.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "The folder name '{folder}' must match the skill name '{name}' in SKILL.md.",
            since="2026-05",
            source="corpus dev-264",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    cause="the folder is called {folder}, the skill {name}",
    mend="give both the same name",
)
def skill_folder_name_mismatch() -> None: ...
