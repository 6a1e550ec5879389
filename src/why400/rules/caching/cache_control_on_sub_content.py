"""A part of a block is marked for the cache.

## What happens
`cache_control` stands on something inside a block, such as a citation or a source.

## Why the API refuses it
Only whole blocks can be marked. Usual ways there: code that walks through all objects with a `type` and marks the last one.

## Example
```json
{"messages": [{"role": "user", "content": [{"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "Hello",
  "cache_control": {"type": "ephemeral"}}}]}]}
```

## Use instead
```json
{"messages": [{"role": "user", "content": [{"type": "document", "cache_control": {"type": "ephemeral"},
  "source": {"type": "text", "media_type": "text/plain", "data": "Hello"}}]}]}
```

## Fix
Takes the mark away there.
"""

from why400.rules import Edit, Hit, Violation, rule


@rule(
    claims=[
        "unknown at=/messages/*/content/*/citations/*/cache_control",
        "unknown at=/messages/*/content/*/source/cache_control",
        "unknown at=/messages/*/content/*/content/*/citations/*/cache_control",
        "unknown at=/messages/*/content/*/content/*/source/cache_control",
        "unknown at=/system/*/citations/*/cache_control",
    ],
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="schema",
    source="rules-messages cache-subcontent",
    cause="a part of a block cannot be marked for the cache",
    mend="mark the whole block instead",
)
def cache_control_on_sub_content(v: Violation) -> Hit:
    return Hit(v, path=v.path, words_as="field-unknown", label="only whole blocks can be marked")


@cache_control_on_sub_content.mends(safe=True)
def take_away(hit: Hit) -> Edit:
    """Removes the mark."""
    return Edit.remove(hit.place)
