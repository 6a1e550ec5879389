"""There are more messages than one request may hold.

## What happens
`messages` has more than 100,000 items.

## Why the API refuses it
The number of messages is limited, whatever their size. Usual ways there: a log sent as one message a line, a loop that appends without
end.

## Example
`$repeat` stands for so many items like the one beside it.

```json
{"messages": [{"$repeat": 100001, "item": {"role": "user", "content": "a"}}]}
```

## Use instead
```json
{"messages": [{"$repeat": 20, "item": {"role": "user", "content": "a"}}]}
```

## Fix
None: which messages to drop, or to join into one, is yours to say.
"""

from why400.contract import limits
from why400.rules import Conversation, Hit, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="schema",
    source="rules-messages messages-max-count",
    cause="there are {count} messages; a request may hold {limit}",
    mend="drop old messages, or join several into one",
)
def messages_too_many(talk: Conversation) -> Hit | None:
    limit = limits.find("messages", talk.context.platform, on=talk.context.on)
    count = len(talk.messages)
    if limit is None or limit.broken_by(count) is None:
        return None
    return Hit((talk.request, "messages"), path="messages", count=count, limit=limit.value, label=f"{count} messages")
