"""A reply begun for the assistant goes together with a JSON format.

## What happens
The last message is the assistant's, and the request has `output_config.format` (or `output_format`).

## Why the API refuses it
The format already says how the answer begins. Usual way there: the old trick of beginning with `{` left in when the format was added.

## Example
```json model=claude-haiku-4-5
{"output_config": {"format": {"type": "json_schema", "schema": {"type": "object", "properties": {}, "additionalProperties": false}}},
 "messages": [{"role": "user", "content": "List three colours."}, {"role": "assistant", "content": "{"}]}
```

## Use instead
```json model=claude-haiku-4-5
{"output_config": {"format": {"type": "json_schema", "schema": {"type": "object", "properties": {}, "additionalProperties": false}}},
 "messages": [{"role": "user", "content": "List three colours."}]}
```

## Fix
Takes the assistant's message away. Unsafe: what it began with is lost.
"""

from why400.contract.views.blocks import TextBlock
from why400.rules import Conversation, Edit, Hit, Says, rule


@rule(
    says=[
        Says(
            "Your API request included an `assistant` message in the final position, which would pre-fill the `assistant` response. "
            "When using output format, pre-filling the `assistant` response is not supported.",
            since="2026-04",
            source="corpus dev-365 dev-817",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="model",
    needs="last:assistant",
    source="rules-messages prefill-structured-outputs",
    cause="the conversation ends with a message of the assistant, and a format for the answer is set",
    mend="leave the assistant's message out",
)
def prefill_with_output_format(talk: Conversation) -> Hit | None:
    request, model, turn = talk.request, talk.context.model, talk.all_turns[-1]
    settings = request.output_config
    if request.output_format is None and (settings is None or settings.format is None):
        return None
    if (model is not None and model.prefill is False) or not isinstance(turn.last, str | TextBlock):
        return None
    return Hit(turn.messages[-1], keep=(turn.messages, len(talk.messages)), label="begun for the assistant")


@prefill_with_output_format.mends(safe=False)
def take_away(hit: Hit) -> list[Edit]:
    """Removes the last turn."""
    messages, count = hit.keep
    return [Edit.remove(message) for message in messages] if count > len(messages) else []
