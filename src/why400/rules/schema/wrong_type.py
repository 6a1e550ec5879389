"""A value is of another JSON type than the API takes.

## What happens
A member holds, say, a string where a number is wanted.

## Why the API refuses it
Types are strict: `"1024"` is no number, `1` is no boolean, and `null` is no way to leave a member out, save for a few. Usual ways there: values
from environment variables or forms, `null` for "not set", tool arguments left as a JSON string.

## Example
```json
{"max_tokens": "1024"}
```

## Use instead
```json
{"max_tokens": 1024}
```

## Fix
Writes the value in the wanted type where it plainly spells one, and takes a `null` away where the member may be absent.
"""

import json

from why400.rules import Edit, Hit, Says, Violation, rule

_SHOWN_AT_MOST = 24
_WORDS = {
    "string": "a string",
    "integer": "an integer",
    "number": "a number",
    "boolean": "true or false",
    "array": "an array",
    "object": "an object",
    "null": "null",
}


@rule(
    claims="type",
    says=[
        Says(
            "{path}: Input should be a valid {expected:word}",
            since="2024-06",
            source="measured s5-max-tokens-null corpus dev-488",
        ),
        Says("{path}: Input should be a valid list", when="array", since="2025-01", source="measured old-messages-string"),
        Says(
            "{path}: Input should be a valid array",
            when="array",
            since="2026-05-15",
            source="measured new-content-array-2026-05",
        ),
        Says(
            "{path}: Input does not match the expected shape.",
            when="object",
            since="2024-05-31",
            source="public DataDog/dd-trace-py:anthropic_completion_error",
        ),
        Says("{path}: Input should be a valid dictionary", when="object", since="2024-12", source="corpus dev-117"),
        Says("{path}: Input should be an object", when="object", since="2026-07", source="measured s5-thinking-string"),
        Says(
            "{path}: Input does not match the expected shape.",
            source="measured s5-system-item-int",
            at="system.* output_config metadata container.ContainerParams",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    cause="{path} is {got}; the API takes {wanted} and converts nothing "
    "|| {path} has to be of the type {expected}; nothing is converted || {path} is not of the type that the API takes; nothing is converted",
    mend="send {asked} || send a value of the type {expected} || send it in the type that the message names",
)
def wrong_type(v: Violation) -> Hit:
    wanted, got = _WORDS.get(v.expected, v.expected), _WORDS.get(v.got, v.got)
    asked = _unspelt(v, wanted) if isinstance(v.value, str) and v.spelt is None else wanted
    return Hit(
        v, path=v.path, when=v.expected, expected=v.expected, wanted=wanted, asked=asked, got=got, label=f"{got}, should be {wanted}"
    )


def _unspelt(v: Violation, wanted: str) -> str:
    """What is asked for in the place of a string that spells nothing of the kind."""
    written = json.dumps(v.value, ensure_ascii=False)
    shown = written if len(written) <= _SHOWN_AT_MOST else "the text"
    if v.expected in ("integer", "number"):
        return f"{wanted} in digits, without quotes: {shown} spells none"
    return f"{wanted}, without quotes: {shown} is neither" if v.expected == "boolean" else wanted


@wrong_type.mends(safe=True)
def respell(hit: Hit) -> Edit | None:
    """Writes the value in its type, or leaves an optional null out."""
    v = hit.place
    assert isinstance(v, Violation)
    if v.value is None and v.optional:
        return Edit.remove(v)
    return Edit.replace(v, v.spelt) if v.spelt is not None else None
