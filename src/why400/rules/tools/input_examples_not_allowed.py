"""input_examples stands on a server tool or a toolset.

## What happens
An entry of `tools` that the API runs, or a toolset, has `input_examples`.

## Why the API refuses it
Examples are for tools whose schema is yours. Usual way there: examples added to all entries of `tools` alike.

## Example
```json
{"tools": [{"type": "web_search_20250305", "name": "web_search", "input_examples": [{"query": "weather"}]}]}
```

## Use instead
```json
{"tools": [{"type": "web_search_20250305", "name": "web_search"}]}
```

## Fix
Takes the examples away.
"""

from why400.rules import Edit, Hit, Violation, rule


@rule(
    claims=("unknown at=/tools/*/input_examples",),
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="schema",
    source="rules-messages tool-examples-where rules-beyond input-examples-not-server",
    cause="this entry takes no input_examples",
    mend="leave input_examples off server tools",
)
def input_examples_not_allowed(v: Violation) -> Hit:
    return Hit(v, words_as="field-unknown", label="not on this entry")


@input_examples_not_allowed.mends(safe=True)
def drop(hit: Hit) -> Edit:
    """Removes the member."""
    return Edit.remove(hit.place)
