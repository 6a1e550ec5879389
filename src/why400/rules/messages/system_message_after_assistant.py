"""A system message follows a reply of the assistant.

## What happens
A message of role `system` comes right after an assistant message.

## Why the API refuses it
A system message is read together with the user turn before it, so it must follow a user message (results of tools count), or an assistant
message that ends in the result of a server tool. Neighbouring system messages count as one. Usual ways there: a notice put in when a
reply is stored, an instruction between a tool call and its result.

## Example
```json
{"messages": [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Hi."},
  {"role": "system", "content": "Be brief."}, {"role": "user", "content": "And now?"}]}
```

## Use instead
```json
{"messages": [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Hi."},
  {"role": "user", "content": "And now?"}, {"role": "system", "content": "Be brief."}]}
```

## Fix
Moves it behind the user turn that follows. Unsafe: the model reads it later than it did stand.
"""

from collections.abc import Iterator

from why400.rules import Conversation, Edit, Hit, Hits, Says, message_path, rule
from why400.rules.messages import SYSTEM_MESSAGES_SINCE, behind_next_turn, is_directive
from why400.rules.messages.system_message_before_user import may_follow


@rule(
    says=[
        Says(
            "{path}: role 'system' must follow a 'user' message or an 'assistant' message ending in a server tool result; the "
            "directive-only form (content: [] with output_config) is accepted at any position",
            since="2026-08",
            source="measured o55e-system-after-assistant o55e-system-run-after-assistant o55e-system-between-use-and-result",
        ),
        Says(
            "{path}: role 'system' must follow a 'user' message or an 'assistant' message ending in a server tool result",
            since="2026-08",
            when="answer",
            source="corpus dev-500 measured cc-system-after-assistant",
        ),
        Says(
            "{path}: role 'system' must follow a 'user' message or an 'assistant' message ending in a server tool result; {tail:rest}",
            since="2026-08",
            when="answer",
            source="corpus dev-744",
        ),
        Says(
            "role 'system' must follow a 'user' message or an 'assistant' message ending in a server tool result; the directive-only "
            "form (content: [] with output_config) is accepted at any position",
            when="answer",
            source="corpus dev-787 measured xl-system-after-assistant-before-user",
        ),
        Says(
            "role 'system' must follow a 'user' message or an 'assistant' message ending in a server tool result",
            when="answer",
            source="corpus dev-788",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="role:system",
    order=13,
    source="rules-messages sysmsg-placement rules-beyond mid-system-placement measured system-follow system-both-rules",
    cause="a system message must come after a user message, and here comes after one of the assistant",
    mend="put it behind the next user message",
)
def system_message_after_assistant(talk: Conversation) -> Hits:
    if talk.context.on < SYSTEM_MESSAGES_SINCE:
        return
    for run in talk.turns("system"):
        notes = [message for message in run.messages if not is_directive(message)]
        if notes and not may_follow(run):
            mixed = len(notes) < len(run.messages)  # how directives among them count has not been seen
            yield Hit(
                notes[0],
                path=message_path(notes[0]),
                keep=(talk, run),
                severity="warning" if mixed else None,
                label="comes right after the assistant",
            )


@system_message_after_assistant.mends(safe=False)
def move(hit: Hit) -> Iterator[Edit]:
    """Moves the run behind the user turn that follows."""
    yield from behind_next_turn(*hit.keep)
