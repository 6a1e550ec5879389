"""A tool's name is longer than the 64 characters that Amazon Bedrock has taken.

## What happens
The name has 65 to 128 characters. The Claude API takes them; Bedrock has refused them.

## Why the API refuses it
Bedrock kept the older limit at least until August 2025; whether it has been raised since is not known, so this warns. Usual way there:
names joined from a server's and a tool's.

## Example
```json platform=bedrock model=us.anthropic.claude-sonnet-4-5-20250929-v1:0
{"tools": [{"name": "a_server_with_quite_a_long_name__and_a_tool_with_an_even_longer_one", "input_schema": {"type": "object"}}]}
```

## Use instead
```json platform=bedrock model=us.anthropic.claude-sonnet-4-5-20250929-v1:0
{"tools": [{"name": "server__tool", "input_schema": {"type": "object"}}]}
```

## Fix
None: the name stands in your code too.
"""

from why400.contract.views.blocks import CustomTool
from why400.rules import Conversation, Hit, Hits, rule, tagged_path

_LIMIT = 64  # characters
_ELSEWHERE = 128


@rule(
    status=400,
    error="invalid_request_error",
    evidence="observed",
    severity="warning",
    side="request",
    retry="never",
    phase="schema",
    needs="platform:bedrock+custom",
    source="rules-messages tool-name-pattern corpus dev-333",
    cause="the name has {count} characters, and Bedrock has taken {limit} at most",
    mend="shorten the name",
)
def tool_name_too_long_on_bedrock(talk: Conversation) -> Hits:
    for tool in talk.tools:
        if isinstance(tool, CustomTool) and isinstance(tool.name, str) and _LIMIT < len(tool.name) <= _ELSEWHERE:
            yield Hit(
                (tool, "name"),
                path=tagged_path(tool, "name"),
                words_as="length-out-of-range",
                when="string",
                bound="at most",
                limit=_LIMIT,
                count=len(tool.name),
                label=f"{len(tool.name)} long",
            )
