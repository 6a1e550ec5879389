"""strict stands on a toolset.

## What happens
A computer, browser or MCP toolset has the member `strict`.

## Why the API refuses it
A toolset brings its own schemas. Usual way there: `strict` set on all entries of `tools` in a loop.

## Example
```json model=claude-opus-5-5
{"tools": [{"type": "computer_toolset_20260801", "strict": true}]}
```

## Use instead
```json model=claude-opus-5-5
{"tools": [{"type": "computer_toolset_20260801"}]}
```

## Fix
Takes `strict` away.
"""

from why400.rules import Edit, Hit, Violation, rule


@rule(
    claims=("unknown at=/tools/*/strict",),
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="schema",
    source="rules-messages tool-strict-not-on rules-beyond strict-not-toolsets",
    cause="a toolset takes no strict",
    mend="leave strict off toolsets",
)
def strict_on_toolset(v: Violation) -> Hit:
    return Hit(v, words_as="field-unknown", label="not on this entry")


@strict_on_toolset.mends(safe=True)
def drop(hit: Hit) -> Edit:
    """Removes the member."""
    return Edit.remove(hit.place)
