"""A sampling parameter is sent under an API version that does not know it.

## What happens
`temperature`, `top_p` or `top_k` stands in a request with `anthropic-version: 2026-10-21`.

## Why the API refuses it
That version has dropped the three, on every model and at any value, the default included. Usual way there: the version header was raised,
the body stayed.

## Example
```json model=claude-haiku-4-5 api_version=2026-10-21
{"temperature": 1}
```

## Use instead
```json model=claude-haiku-4-5 api_version=2026-10-21
{"system": "Answer as briefly and plainly as you can."}
```

## Fix
Takes the parameter away. Unsafe: with an older model, going back to `2023-06-01` keeps it.
"""

from why400.rules import Edit, Hit, Violation, rule


@rule(
    claims=("version at=/temperature", "version at=/top_p", "version at=/top_k"),
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="schema",
    source="rules-messages v20261021-no-sampling-params rules-beyond v2026-sampling-removed",
    cause="this API version has no {name}",
    mend="leave {name} out, or send anthropic-version 2023-06-01 where the model still takes it",
)
def sampling_removed_in_version(v: Violation) -> Hit:
    return Hit(v, name=v.name, words_as="field-unknown", label="not a member in this API version")


@sampling_removed_in_version.mends(safe=False)
def take_away(hit: Hit) -> Edit:
    """Removes the parameter."""
    return Edit.remove(hit.place)
