r"""A prompt of the old completions endpoint lacks its human turn.

## What happens
The `prompt` sent to `/v1/complete` neither begins with `Human:` nor has a `\n\nHuman:` further on.

## Why the API refuses it
The old endpoint reads the conversation from the text itself: `\n\nHuman: … \n\nAssistant:`. Usual ways there: a plain prompt of another
API, a prompt that begins with the assistant.

## Example
```json endpoint=/v1/complete as_of=2024-03
{"prompt": "Hello"}
```

## Use instead
```json endpoint=/v1/complete as_of=2024-03
{"prompt": "\n\nHuman: Hello\n\nAssistant:"}
```

## Fix
None: use `/v1/messages`, which wants no such marks.
"""

import orjson

from why400.rules import Call, Hit, Pointer, Says, rule

_HUMAN = "\n\nHuman:"
_BARE = "Human:"  # accepted at the very front without its line ends: observed 2025-03 (recording langsmith completions)


@rule(
    says=[
        Says('prompt must start with "\n\nHuman:" turn', since="2024-01", source="corpus dev-222"),
        Says(
            'prompt must start with "\n\nHuman:" turn after an optional system prompt',
            since="2024-03",
            source="corpus dev-223",
            on="bedrock",
        ),
        Says(r'prompt must start with "\n\nHuman:" turn', when="answer", source="corpus dev-222"),
        Says(r'prompt must start with "\n\nHuman:" turn after an optional system prompt', when="answer", source="corpus dev-223"),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    source="rules-beyond completions-legacy",
    cause="the prompt has no human turn",
    mend="use /v1/messages, or begin the prompt with two line ends and Human:",
)
def completion_prompt_format(call: Call) -> Hit | None:
    if not call.context.endpoint.endswith("/v1/complete"):
        return None
    try:
        body = orjson.loads(call.body)
    except orjson.JSONDecodeError:
        return None
    prompt = body.get("prompt") if isinstance(body, dict) else None
    if not isinstance(prompt, str) or not prompt or _HUMAN in prompt or prompt.lstrip().startswith(_BARE):
        return None  # with a system prompt in front the human turn may come later
    return Hit(Pointer(("prompt",)), path="prompt", label="no human turn")
