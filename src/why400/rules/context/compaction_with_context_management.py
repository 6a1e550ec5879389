"""Two kinds of compaction meet in one request.

## What happens
A request has both `compaction` and `context_management`.

## Why the API refuses it
`compaction` makes the whole request one for a summary; edits of the context have no place in it. Usual ways there: a client that sends
its usual context edits with every request.

## Example
```json model=claude-opus-5-5 betas=compact-2026-09-04,context-management-2025-06-27
{"compaction": {"type": "summarize"}, "context_management": {"edits": [{"type": "clear_tool_uses_20250919"}]},
 "messages": [{"role": "user", "content": "ping"}, {"role": "assistant", "content": "pong"}, {"role": "user", "content": "more"}]}
```

## Use instead
```json model=claude-opus-5-5 betas=compact-2026-09-04
{"compaction": {"type": "summarize"},
 "messages": [{"role": "user", "content": "ping"}, {"role": "assistant", "content": "pong"}, {"role": "user", "content": "more"}]}
```

## Fix
Takes context_management away. Unsafe: the summary is then made of the whole history.
"""

from why400.rules import Also, Conversation, Edit, Hit, Hits, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    needs="compaction",
    order=83,
    source="rules-messages compaction-vs-context-management rules-beyond ctx-compaction-exclusive",
    cause="compaction and context_management exclude each other",
    mend="leave out one of the two",
)
def compaction_with_context_management(talk: Conversation) -> Hits:
    request = talk.request
    if request.compaction is None or request.context_management is None:
        return
    counting = talk.context.endpoint.endswith("/count_tokens")  # which ignores compaction
    yield Hit(
        (request, "context_management"),
        severity="warning" if counting else None,
        label="not beside compaction",
        also=(Also((request, "compaction"), "compaction stands here"),),
    )


@compaction_with_context_management.mends(safe=False)
def take_away(hit: Hit) -> Edit:
    """Removes context_management."""
    return Edit.remove(hit.place)
