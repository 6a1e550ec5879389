"""A system message stands before a user message.

## What happens
A message of role `system`, or a run of them, is followed by a user message.

## Why the API refuses it
A system message must be followed by the assistant, or be the last of the conversation: it closes the user turn. Usual ways there: a
reminder put in front of the next question, a queue of user messages with a notice between them. Neighbouring system messages count as
one; the API names the last of them.

## Example
```json
{"messages": [{"role": "user", "content": "Hello"}, {"role": "system", "content": "Be brief."}, {"role": "user", "content": "And now?"}]}
```

## Use instead
```json
{"messages": [{"role": "user", "content": "Hello"}, {"role": "user", "content": "And now?"}, {"role": "system", "content": "Be brief."}]}
```

## Fix
Moves it behind the user turn that follows. Unsafe: the model reads it later than it did stand.
"""

from collections.abc import Iterator

from msgspec import Struct

from why400.rules import Conversation, Edit, Hit, Hits, Says, Turn, message_path, rule
from why400.rules.messages import SYSTEM_MESSAGES_SINCE, behind_next_turn, is_directive, is_unsound


@rule(
    says=[
        Says(
            "{path}: role 'system' must precede an 'assistant' message or end the array; the directive-only form (content: [] with "
            "output_config) is accepted at any position",
            since="2026-08",
            source="measured s5-shape-system-before-user s5-shape-system-run-3-before-user corpus dev-501 dev-745",
        ),
        Says(
            "{path}: role 'system' must precede an 'assistant' message or end the array",
            since="2026-07",
            source="corpus dev-134",
        ),
        Says(
            "role 'system' must precede an 'assistant' message or end the array; the directive-only form (content: [] with "
            "output_config) is accepted at any position",
            when="answer",
            source="measured xl-system-before-user",
        ),
        Says("role 'system' must precede an 'assistant' message or end the array", when="answer", source="corpus dev-134"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="role:system",
    order=14,
    source="rules-messages sysmsg-placement rules-beyond mid-system-placement measured system-run",
    cause="a system message must come before the assistant or last, and here comes before a user message",
    mend="put it behind the user message that follows",
)
def system_message_before_user(talk: Conversation) -> Hits:
    if talk.context.on < SYSTEM_MESSAGES_SINCE:
        return
    for run in talk.turns("system"):
        notes = [message for message in run.messages if not is_directive(message)]
        if run.index == 0 or not notes or run.next.role != "user" or not may_follow(run):
            continue  # the front and what comes before have rules of their own, and the same mend
        mixed = len(notes) < len(run.messages)  # how directives among them count has not been seen
        yield Hit(
            notes[-1],
            path=message_path(notes[-1]),
            keep=(talk, run),
            severity="warning" if mixed else None,
            label="comes right before a user message",
        )


def may_follow(run: Turn) -> bool:
    """Whether what stands before the run lets system messages follow, or is not known well enough to say."""
    last = run.previous.last
    if run.previous.role != "assistant" or last is None:
        return True
    return isinstance(last, Struct) and (is_unsound(last) or str(last.__struct_config__.tag).endswith("_tool_result"))


@system_message_before_user.mends(safe=False)
def move(hit: Hit) -> Iterator[Edit]:
    """Moves the run behind the user turn that follows."""
    yield from behind_next_turn(*hit.keep)
