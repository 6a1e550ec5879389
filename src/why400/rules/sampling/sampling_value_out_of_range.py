"""temperature or top_p is outside 0 to 1.

## What happens
A sampling parameter has a value that none can have.

## Why the API refuses it
The scale ends at 1. Usual ways there: a temperature on the scale of another API (0 to 2), a percentage.

## Example
```json model=claude-haiku-4-5
{"temperature": 1.5}
```

## Use instead
```json model=claude-haiku-4-5
{"temperature": 1}
```

## Fix
Sets the nearest value that is allowed. Unsafe: on another scale it may mean something else.
"""

from why400.rules import Edit, Hit, Says, Violation, rule


@rule(
    claims=("range at=/temperature", "range at=/top_p", "range at=/top_k"),
    says=[
        Says(
            "{path}: range: {least:n}..{most:n}",
            since="2026-08",
            source="measured cm-temperature-1-5 ht-temperature-2 corpus dev-615 dev-679",
        ),
        Says("{path}: range: -1 or {least:n}..{most:n}", since="2025-03", source="corpus dev-260"),
        Says("temperature: Input should be less than or equal to {most:n}", source="corpus dev-610", when="answer"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    source="rules-messages sampling-temperature-range",
    cause="{path} is outside its range || a sampling parameter is outside its range",
    mend="choose a value within 0 and 1",
)
def sampling_value_out_of_range(v: Violation) -> Hit:
    least, most = (0, 1) if v.name != "top_k" else (0, None)
    near = least if v.bound in ("ge", "gt") else most
    return Hit(v, keep=near, name=v.name, least=least, most=most, label="outside 0 to 1" if most else "below 0")


@sampling_value_out_of_range.mends(safe=False)
def clip(hit: Hit) -> Edit | None:
    """Sets the nearest bound."""
    return None if hit.keep is None else Edit.replace(hit.place, hit.keep)
