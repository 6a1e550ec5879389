"""A request that continues a thread repeats its system prompt or tools.

## What happens
`thread` is of type `continue`, and `system` or `tools` is there too.

## Why the API refuses it
The service takes both from the thread and refuses a request that sends them again.

## Example
```json model=claude-opus-5-5 betas=message-threads-2026-08-12
{"thread": {"type": "continue", "previous_message_id": "msg_1"}, "system": "Be brief."}
```

## Use instead
```json model=claude-opus-5-5 betas=message-threads-2026-08-12
{"thread": {"type": "continue", "previous_message_id": "msg_1"}}
```

## Fix
Takes `system` and `tools` away. Unsafe: what differs from the thread's is not used.
"""

from why400.contract.views.blocks import ThreadContinueParams
from why400.rules import Conversation, Edit, Hit, Hits, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    needs="thread",
    source="rules-messages thread-shape rules-beyond thread-continue-no-system-tools",
    cause="{name} may not be sent with a request that continues a thread",
    mend="leave {name} out, or begin a new thread",
)
def thread_fields_conflict(talk: Conversation) -> Hits:
    if isinstance(talk.request.thread, ThreadContinueParams):
        for name in ("tools", "system"):
            if getattr(talk.request, name) is not None:
                yield Hit((talk.request, name), path=name, name=name, label="is taken from the thread")


@thread_fields_conflict.mends(safe=False)
def take_away(hit: Hit) -> Edit:
    """Removes the member."""
    return Edit.remove(hit.place)
