"""A value is none of those that the API takes here.

## What happens
A member that takes a fixed set of values holds another one.

## Why the API refuses it
The set is closed, and upper or lower case counts. Usual ways there: a value of another API, a typing error, a value of a newer feature.

## Example
```json
{"service_tier": "fast"}
```

## Use instead
```json
{"service_tier": "auto"}
```

## Fix
Replaces a value that differs from an allowed one in case or punctuation only.
"""

from why400.rules import Edit, Hit, Says, Violation, rule


@rule(
    claims="enum",
    says=[
        Says(
            "{path}: Input should be {allowed:rest}",
            since="2025-06",
            source="measured s5-service-tier-bogus corpus dev-109",
        ),
        Says("{path}: must be one of [{allowed:rest}]", at="inference_geo", source="measured s5-inference-geo-unknown corpus dev-428"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    cause="{path} is none of the values that the API takes here",
    mend="send one of {allowed}",
)
def value_not_in_enum(v: Violation) -> Hit | None:
    if v.unfilled:
        return None
    joined = listed(v)
    return Hit(v, path=v.path, allowed=joined, label=f"should be {joined}")


def listed(v: Violation) -> str:
    """The values that may stand there, as the API joins them."""
    quoted = [f"'{one}'" for one in v.allowed]
    if (v.path.startswith("thinking.") and v.name == "display") or v.path == "inference_geo":
        return ", ".join(quoted)  # these word the list in their own way (measured o55b-display-updates-no-beta)
    return " or ".join((", ".join(quoted[:-1]), quoted[-1])) if len(quoted) > 1 else "".join(quoted)


@value_not_in_enum.mends(safe=True)
def respell(hit: Hit) -> Edit | None:
    """Writes the allowed value that was plainly meant."""
    v = hit.place
    assert isinstance(v, Violation)
    given = str(v.value).strip().lower().replace("-", "_").replace(" ", "_")
    meant = [one for one in v.allowed if one.lower().replace("-", "_") == given]
    return Edit.replace(v, meant[0]) if len(meant) == 1 and isinstance(v.value, str) else None
