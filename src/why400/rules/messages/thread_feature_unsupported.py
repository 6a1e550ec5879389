"""A thread is sent together with something that threads do not take.

## What happens
`thread` stands beside `cache_control`, `context_management`, `fallbacks` or `thinking`. The answer has the code
`thread_unsupported_request` and may name the member in `unsupported`.

## Why the API refuses it
The service keeps the thread's state itself, and these members would each have a say in it. Usual way there: threads switched on in a
program that caches its prompt.

## Example
```json model=claude-opus-5-5 betas=message-threads-2026-08-12
{"thread": {"type": "create"}, "cache_control": {"type": "ephemeral"}}
```

## Use instead
```json model=claude-opus-5-5 betas=message-threads-2026-08-12
{"thread": {"type": "create"}}
```

## Fix
None: choose the thread or the other member.
"""

from why400.contract.views.blocks import ThinkingConfigDisabled
from why400.rules import Also, Conversation, Hit, Hits, rule

_EXCLUDED = ("cache_control", "context_management", "fallbacks")


@rule(
    codes=("thread_unsupported_request",),
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    needs="thread",
    order=88,
    source="rules-messages code-thread-unsupported-request rules-beyond errcode-thread-unsupported-request",
    cause="{name} does not go with a thread",
    mend="leave {name} out, or send the whole conversation without thread",
)
def thread_feature_unsupported(talk: Conversation) -> Hits:
    request = talk.request
    thread = getattr(request, "thread", None)  # counting tokens has none
    if thread is None:
        return
    also = (Also((request, "thread"), "the thread"),)
    for name in _EXCLUDED:
        if getattr(request, name) is not None:
            yield Hit((request, name), name=name, label="not with a thread", also=also)
    # which markers and which kinds of thinking are meant is not said
    if talk.marked:
        yield Hit((talk.cached[0], "cache_control"), name="cache_control", severity="warning", label="not with a thread", also=also)
    if request.thinking is not None and not isinstance(request.thinking, ThinkingConfigDisabled):
        yield Hit((request, "thinking"), name="thinking", severity="warning", label="not with a thread", also=also)
