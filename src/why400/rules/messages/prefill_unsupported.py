"""The conversation ends with the assistant on a model without prefill.

## What happens
The last message is a text of the assistant, and the model continues none.

## Why the API refuses it
Models from Claude 4.6 on answer the user and do not go on in a text that was begun for them. Usual ways there: a prefill that forced JSON
on older models; a reply stored before the next question; the last user message trimmed away. A turn that pauses in a server tool is no
prefill, nor is an empty one.

## Example
```json
{"messages": [{"role": "user", "content": "List three colours as JSON."}, {"role": "assistant", "content": "{"}]}
```

## Use instead
```json
{"messages": [{"role": "user", "content": "List three colours as JSON. Answer with the JSON alone."}]}
```

## Fix
None: what the user is to say next is yours. For forced JSON use `output_config.format`.
"""

from why400.contract.views.blocks import TextBlock, ToolUseBlock
from why400.rules import Conversation, Hit, Says, rule


@rule(
    says=[
        Says(
            "This model does not support assistant message prefill. The conversation must end with a user message.",
            since="2026-08-08",
            source="measured or-prefill-0808 cm-prefill pf-sonnet-4-6 pf-opus-4-7 pf-opus-4-8 pf-sonnet-5 pf-fable-5 or-prefill-direct",
        ),
        Says("This model does not support assistant message prefill", since="2026-05", when="answer", source="corpus dev-638"),
        Says("Prefilling assistant messages is not supported for this model.", when="answer", source="corpus dev-779"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    needs="last:assistant",
    source="rules-messages prefill-unsupported prefill-fallback-exception measured em-assistant-empty-string-last-opus-5",
    cause="the conversation ends with a message of the assistant, and this model continues none",
    mend="end with a user message; for a fixed form of the answer use output_config.format",
)
def prefill_unsupported(talk: Conversation) -> Hit | None:
    model = talk.context.model
    if model is None or model.prefill is not False:
        return None
    if getattr(talk.request, "fallback_credit_token", None) is not None:
        return None  # a token redeemed in this form allows one prefill
    turn = talk.all_turns[-1]
    last = turn.last
    if not isinstance(last, str | TextBlock | ToolUseBlock):
        return None  # empty, paused in a server tool, or of a kind with rules of its own
    sure = not isinstance(last, ToolUseBlock) and not talk.context.endpoint.endswith("/count_tokens")
    return Hit(turn.messages[-1], severity=None if sure else "warning", label="the conversation ends with the assistant")
