"""A reply begun for the assistant goes together with thinking.

## What happens
The last message is a text of the assistant, and extended thinking is on.

## Why the API refuses it
The documentation says that thinking comes before the answer, so an answer cannot have begun. Haiku 4.5 was seen to accept it, so this
only warns, and not there.

## Example
```json model=claude-sonnet-4-5
{"thinking": {"type": "enabled", "budget_tokens": 1024},
 "messages": [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Well,"}]}
```

## Use instead
```json model=claude-sonnet-4-5
{"thinking": {"type": "enabled", "budget_tokens": 1024}, "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
None: whether the beginning or the thinking matters more is yours to say.
"""

from why400.contract.views.blocks import TextBlock
from why400.rules import Conversation, Hit, rule


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="model",
    severity="warning",
    needs="last:assistant",
    source="rules-messages prefill-with-thinking measured pf-haiku-4-5-thinking",
    cause="the conversation ends with a message of the assistant while thinking is on",
    mend="end with a user message, or turn thinking off",
)
def prefill_with_thinking(talk: Conversation) -> Hit | None:
    model, thinking = talk.context.model, talk.request.thinking
    if thinking is None or thinking.type not in ("enabled", "adaptive") or model is None or model.prefill is not True:
        return None
    turn = talk.all_turns[-1]
    if model.family == "haiku" or not isinstance(turn.last, str | TextBlock):
        return None
    return Hit(turn.messages[-1], label="begun for the assistant")
