"""Two items of a batch share a custom_id.

## What happens
A `custom_id` stands on more than one item; the whole batch is refused.

## Why the API refuses it
Results come in any order and are told apart by these ids. Usual ways there: ids made from something that is not unique (a title, a date),
a list that was appended twice.

## Example
```json endpoint=/v1/messages/batches
{"requests": [
  {"custom_id": "a", "params": {"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "One"}]}},
  {"custom_id": "a", "params": {"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Two"}]}}]}
```

## Use instead
```json endpoint=/v1/messages/batches
{"requests": [
  {"custom_id": "a", "params": {"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "One"}]}},
  {"custom_id": "b", "params": {"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Two"}]}}]}
```

## Fix
None: your own code has to find the results by these ids.
"""

from why400.rules import Also, Batch, Hit, Hits, Pointer, Says, rule


@rule(
    says=[
        Says(
            "requests: custom_id's must be unique within a batch. Duplicate custom_id found: {name}",
            since="2026-09",
            source="measured ba-custom-id-duplicate corpus dev-586",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    source="rules-beyond batch-custom-id-unique",
    cause="the custom_id {name} stands on more than one item",
    mend="give each item a custom_id of its own",
)
def batch_custom_id_duplicate(batch: Batch) -> Hits:
    first: dict[str, int] = {}
    for index, item in enumerate(batch.items):
        name = item.get("custom_id") if isinstance(item, dict) else None
        if not isinstance(name, str):
            continue
        if name in first:
            before = Also(Pointer(("requests", first[name], "custom_id")), "first used here")
            yield Hit(Pointer(("requests", index, "custom_id")), path="requests", name=name, also=(before,), label="used before")
        else:
            first[name] = index
