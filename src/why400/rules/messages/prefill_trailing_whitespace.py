"""The last message, of the assistant, ends in white space.

## What happens
The assistant's last message ends in a space or a line end.

## Why the API refuses it
The model goes on from the exact end of the text, and no answer begins well after a blank. Usual ways there: `"Answer: "`, a block of text
read from a file.

## Example
```json model=claude-haiku-4-5
{"messages": [{"role": "user", "content": "2+2?"}, {"role": "assistant", "content": "Answer: "}]}
```

## Use instead
```json model=claude-haiku-4-5
{"messages": [{"role": "user", "content": "2+2?"}, {"role": "assistant", "content": "Answer:"}]}
```

## Fix
Takes the white space at the end away.
"""

from why400.contract.views.blocks import TextBlock
from why400.rules import Conversation, Edit, Hit, Says, rule


@rule(
    says=[
        Says("messages: final assistant content cannot end with trailing whitespace", source="corpus dev-620"),
        Says(
            "final assistant content cannot end with trailing whitespace",
            since="2025-07",
            source="public junjiem/dify-plugin-agent-mcp_sse#119",
            on="bedrock",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="last:assistant",
    order=36,
    source="rules-messages prefill-trailing-whitespace",
    cause="the last message is of the assistant and ends in white space",
    mend="cut the white space at its end",
)
def prefill_trailing_whitespace(talk: Conversation) -> Hit | None:
    model, turn = talk.context.model, talk.all_turns[-1]
    last = turn.last
    text = last if isinstance(last, str) else last.text if isinstance(last, TextBlock) else None
    if not text or not text[-1].isspace() or text.isspace() or (model is not None and model.prefill is False):
        return None  # a model without prefill refuses the message as a whole
    place = (last, "text") if isinstance(last, TextBlock) else (turn.messages[-1], "content")
    return Hit(place, path="messages", keep=text, label="ends in white space")


@prefill_trailing_whitespace.mends(safe=True)
def cut(hit: Hit) -> Edit:
    """Cuts the white space."""
    return Edit.replace(hit.place, hit.keep.rstrip())
