"""A batch item asks for streaming.

## What happens
The batch is accepted; the item comes back as errored.

## Why the API refuses it
Results of a batch are fetched when it has ended: there is nothing to stream. Usual ways there: parameters taken over from a direct call.

## Example
```json endpoint=/v1/messages/batches
{"requests": [{"custom_id": "a", "params":
  {"model": "claude-sonnet-5", "max_tokens": 16, "stream": true, "messages": [{"role": "user", "content": "Hello"}]}}]}
```

## Use instead
```json endpoint=/v1/messages/batches
{"requests": [{"custom_id": "a", "params":
  {"model": "claude-sonnet-5", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}}]}
```

## Fix
Takes `stream` away: the result is the same.
"""

from why400.rules import Conversation, Edit, Hit, Says, rule


@rule(
    says=[
        Says('"stream=True" is not supported in the Message Batches API', since="2026-09-02", source="measured ba-item-stream-true"),
        Says("`stream=True` is not supported in the Message Batches API", since="2026-09", source="corpus dev-601"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="batch-item+stream",
    source="rules-beyond batch-no-stream",
    cause="a batch item cannot be streamed",
    mend="take stream away",
)
def batch_item_streams(talk: Conversation) -> Hit | None:
    return Hit((talk.request, "stream")) if talk.context.batch_item and talk.request.stream is True else None


@batch_item_streams.mends(safe=True)
def take_away(hit: Hit) -> Edit:
    """Removes the member."""
    return Edit.remove(hit.place)
