"""Converse wants the turns to alternate, the user's first.

## What happens
A Converse request begins with an assistant message, has no message at all, or has two of one role in a row.

## Why the API refuses it
Unlike the Messages API, which reads messages of one role in a row as one turn, Converse takes nothing but alternating turns. Usual ways there:
the results of parallel calls sent as messages of their own; instructions given as system prompt and no prompt beside them; history trimmed at
its front.

## Example
```text
botocore.errorfactory.ValidationException: An error occurred (ValidationException) when calling the Converse operation: A conversation
must alternate between user and assistant roles. Make sure the conversation alternates between user and assistant roles and try again.
```

## Fix
Put what stands in a row into one message, and begin with a user message.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "A conversation must alternate between user and assistant roles. Make sure the conversation alternates between user and "
            "assistant roles and try again.",
            since="2024-08",
            source="public langchain-ai/langchain-aws#130 cline/cline#431",
            on="bedrock",
        ),
        Says(
            "A conversation must start with a user message. Try again with a conversation that starts with a user message.",
            since="2025-05",
            source="public pydantic/pydantic-ai#4495 elastic/kibana#246393",
            on="bedrock",
        ),
    ],
    status=400,
    error="ValidationException",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="platform",
    cause="the messages do not alternate between user and assistant, the user's first",
    mend="put messages of one role in a row into one, and begin with a user message",
)
def bedrock_converse_turn_order() -> None: ...
