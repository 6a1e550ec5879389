"""A reply begun for the assistant goes together with tools.

## What happens
The last message is the assistant's, and the request has `tools`.

## Why the API refuses it
Seen on models that do take a prefill, mostly on Bedrock: with tools they refuse it. Not every model does, so this only warns.

## Example
```json model=claude-3-5-sonnet-20240620 as_of=2025-01
{"tools": [{"name": "f", "input_schema": {"type": "object"}}],
 "messages": [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Well,"}]}
```

## Use instead
```json model=claude-3-5-sonnet-20240620 as_of=2025-01
{"tools": [{"name": "f", "input_schema": {"type": "object"}}], "messages": [{"role": "user", "content": "Hello"}]}
```

## Fix
None: whether the beginning or the tools matter more is yours to say.
"""

from why400.contract.views.blocks import TextBlock
from why400.rules import Conversation, Hit, Says, rule


@rule(
    says=[
        Says(
            "Your API request included an `assistant` message in the final position, which would pre-fill the `assistant` response. "
            "When using tools, pre-filling the `assistant` response is not supported.",
            source="corpus dev-623 dev-700 dev-701 dev-702 dev-703",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    severity="warning",
    needs="last:assistant",
    cause="the conversation ends with a message of the assistant, and there are tools",
    mend="end with a user message, or leave the tools out",
)
def prefill_with_tools(talk: Conversation) -> Hit | None:
    model = talk.context.model
    if not talk.tools or model is None or model.prefill is not True:
        return None
    turn = talk.all_turns[-1]
    return Hit(turn.messages[-1], label="begun for the assistant") if isinstance(turn.last, str | TextBlock) else None
