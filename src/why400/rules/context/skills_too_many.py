"""More skills are named than a request may have.

## What happens
`container.skills` has more than 20 entries (8 until the middle of 2026).

## Why the API refuses it
Each skill is put into the container and described to the model.

## Example
`$repeat` stands for so many items like the one beside it.

```json
{"container": {"skills": [{"$repeat": 21, "item": {"type": "anthropic", "skill_id": "pptx"}}]},
 "tools": [{"type": "code_execution_20260120", "name": "code_execution"}]}
```

## Use instead
```json
{"container": {"skills": [{"type": "anthropic", "skill_id": "pptx"}]}, "tools": [{"type": "code_execution_20260120",
  "name": "code_execution"}]}
```

## Fix
None: name the skills that the task needs.
"""

from why400.rules import Hit, Hits, Violation, rule


@rule(
    claims="length at=/container/skills",
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="schema",
    severity="warning",
    source="rules-beyond container-skills-20",
    cause="{count} skills are named; {limit} are the most",
    mend="name only the skills that the task needs",
)
def skills_too_many(v: Violation) -> Hits:
    if v.bound == "max":
        yield Hit(v, path=v.path, count=v.got, limit=v.limit, label=f"{v.got} skills")
