"""A number is smaller or larger than the API takes here.

## What happens
A numeric member is outside the bounds of this place.

## Why the API refuses it
The bounds are fixed; a value outside is not clipped. Usual ways there: a temperature of another API (0 to 2), 0 or -1 for "no limit".

## Example
```json
{"max_tokens": -1}
```

## Use instead
```json
{"max_tokens": 16}
```

## Fix
None: the value is yours to choose within the bounds.
"""

from why400.rules import Hit, Says, Violation, rule

_WORDS = {
    "ge": "greater than or equal to",
    "gt": "greater than",
    "le": "less than or equal to",
    "lt": "less than",
}


@rule(
    claims="range",
    says=[
        Says("{path}: Input should be {bound:rest} {limit:n}", since="2025-07", source="corpus dev-287 dev-402"),
        Says(
            "{path}: must be {bound:rest} {limit:n}",
            at="max_tokens",
            since="2026-08",
            source="measured s5-max-tokens-negative",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    cause="{path} must be {bound} {limit}",
    mend="choose a value within the bounds",
)
def number_out_of_range(v: Violation) -> Hit:
    bound = _WORDS[v.bound]
    return Hit(v, path=v.path, bound=bound, limit=v.limit, label=f"must be {bound} {v.limit}")
