"""A streamed tool call whose input is no JSON.

## What happens
The SDK put the pieces of a tool call's input together, and they are no JSON.

## Why the API refuses it
Not an answer of the API: the model wrote it so, or the reply reached max_tokens in the middle, or a proxy or a look-alike
backend dropped events.

## Example
```text
ValueError: Unable to parse tool parameter JSON from model. Please retry your request or adjust your prompt. Error: EOF while parsing
a string at line 1 column 14. JSON: {"city": "Pa
```

## Fix
Send it again. If the stop reason is max_tokens, raise it; if it happens often, look at what stands between you and the
API. Do not run the call.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "Unable to parse tool parameter JSON from model. Please retry your request or adjust your prompt. Error: {reason:rest}. JSON: {json:rest}",
            since="2026-11",
            source="sdk lib/streaming/_messages.py",
        ),
    ],
    status=None,
    error=None,
    evidence="documented",
    side="service",
    retry="backoff",
    phase="answer",
    origin="client",
    cause="the pieces of a tool call's input do not add up to JSON",
    mend="send it again; if the reply reached max_tokens, raise that; do not run the call",
)
def sdk_tool_input_not_json() -> None: ...
