"""A computer or browser toolset has a name.

## What happens
An entry of type `computer_toolset_…` or `browser_toolset_…` has the member `name`.

## Why the API refuses it
The names of its members are fixed by the type. Usual way there: an old computer tool whose `type` was changed and whose rest stayed.

## Example
```json model=claude-opus-5-5
{"tools": [{"type": "browser_toolset_20260801", "name": "browser"}]}
```

## Use instead
```json model=claude-opus-5-5
{"tools": [{"type": "browser_toolset_20260801"}]}
```

## Fix
Takes the name away.
"""

import re

from why400.rules import Edit, Hit, Says, Violation, rule

_TOOLSET = re.compile(r"\.(?:computer|browser)_toolset_\d+$")


@rule(
    claims=("unknown at=/tools/*/name",),
    says=[
        Says(
            "{path}: name is not accepted on a toolset entry: the member names are fixed by the dated type, and the "
            "served tool keeps the family's bare name",
            since="2026-09",
            source="measured bt-browser-toolset-name corpus dev-673",
        ),
        Says("{path}: name is not accepted on a toolset entry{more:rest}", source="corpus dev-672", when="answer"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    source="rules-beyond browser-versions computer-toolset-fields",
    cause="a toolset takes no name",
    mend="leave name off the toolset",
)
def toolset_entry_named(v: Violation) -> Hit | None:
    entry = v.path.removesuffix(".name")
    return Hit(v, path=entry, label="not on a toolset") if _TOOLSET.search(entry) else None


@toolset_entry_named.mends(safe=True)
def drop(hit: Hit) -> Edit:
    """Removes the name."""
    return Edit.remove(hit.place)
