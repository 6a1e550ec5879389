"""A string or a list is shorter or longer than the API takes here.

## What happens
A string has too few or too many characters, or a list too few or too many items.

## Why the API refuses it
The bounds are fixed. Usual ways there: an empty name, generated names that outgrow their limit.

## Example
```json
{"tools": [{"name": "", "input_schema": {"type": "object"}}]}
```

## Use instead
```json
{"tools": [{"name": "f", "input_schema": {"type": "object"}}]}
```

## Fix
None: which part to leave out is yours to say.
"""

from why400.rules import Hit, Says, Violation, rule


@rule(
    claims="length",
    says=[
        Says(
            "{path}: String should have {bound:rest} {limit:n} character",
            when="string-1",
            source="measured s5-tool-name-empty",
        ),
        Says(
            "{path}: String should have {bound:rest} {limit:n} characters",
            when="string",
            since="2025-06",
            source="corpus dev-161 dev-240",
        ),
        Says(
            "{path}: List should have {bound:rest} {limit:n} item after validation, not {count:n}",
            when="array-1",
            source="corpus dev-587",
        ),
        Says(
            "{path}: List should have {bound:rest} {limit:n} items after validation, not {count:n}",
            when="array",
            source="corpus dev-587",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    cause="the length of {path} is {count}; the API takes {bound} {limit}",
    mend="bring it to {bound} {limit}",
)
def length_out_of_range(v: Violation) -> Hit:
    bound = "at least" if v.bound == "min" else "at most"
    when = f"{v.expected}-1" if v.limit == 1 else v.expected
    return Hit(
        v,
        path=v.path,
        when=when,
        bound=bound,
        limit=v.limit,
        count=v.got,
        label=f"{v.got} long, takes {bound} {v.limit}",
    )
