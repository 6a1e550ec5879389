"""Converse refuses text beside tool results.

## What happens
A user turn holds tool results and other blocks; for some models Converse does not take both.

## Why the API refuses it
Usual ways there: the next user text merged into the turn that carries the results.

## Example
```text
botocore.errorfactory.ValidationException: An error occurred (ValidationException) when calling the Converse operation:
messages.2.content: Conversation blocks and tool result blocks cannot be provided in the same turn.
```

## Fix
Send the results alone, the text in a later user turn; or use InvokeModel, where both may stand together, results
first.
"""

from why400.rules import Says, rule


@rule(
    says=[
        Says(
            "{path}: Conversation blocks and tool result blocks cannot be provided in the same turn.", source="corpus dev-088", on="bedrock"
        ),
        Says(
            "{path}: Conversation blocks and tool use blocks cannot be provided in the same turn.",
            since="2025-11",
            source="public quarkiverse/quarkus-langchain4j#1983",
            on="bedrock",
        ),
        Says("Conversation blocks and tool result blocks cannot be provided in the same turn.", source="corpus dev-088", on="bedrock"),
    ],
    status=400,
    error="ValidationException",
    evidence="observed",
    side="request",
    retry="never",
    phase="answer",
    origin="platform",
    cause="{path} holds tool results, or tool calls, and other blocks in one turn "
    "|| a turn holds tool results, or tool calls, and other blocks",
    mend="send the results alone, or use InvokeModel",
)
def bedrock_converse_results_mixed() -> None: ...
