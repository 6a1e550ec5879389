"""A server tool stands in a request for counting tokens.

## What happens
`count_tokens` is asked with a tool that the service runs itself.

## Why the API refuses it
What such a tool adds is known only when it runs. It was measured for the tool search tools; for the others this warns. Usual ways there:
the same body sent to both endpoints.

## Example
```json endpoint=/v1/messages/count_tokens
{"tools": [{"type": "tool_search_tool_regex_20251119", "name": "tool_search_tool_regex"},
  {"name": "f", "input_schema": {"type": "object"}, "defer_loading": true}]}
```

## Use instead
```json endpoint=/v1/messages/count_tokens
{"tools": [{"name": "f", "input_schema": {"type": "object"}}]}
```

## Fix
None: count without the tool, or read the usage of a real answer.
"""

from why400.rules import Conversation, Hit, Says, rule

_SERVER = ("tool_search_tool_", "web_search_", "web_fetch_", "code_execution_", "advisor_")


@rule(
    says=[
        Says(
            "Server tools are not supported in the count_tokens endpoint: {list}. Use the /v1/messages endpoint instead.",
            since="2026-07-01",
            source="measured count-tool-search",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="count-tokens+tools:served",
    cause="counting tokens does not take the server tools {list}",
    mend="count without them",
)
def server_tool_in_count_tokens(talk: Conversation) -> Hit | None:
    if not talk.context.endpoint.endswith("/count_tokens"):
        return None
    found = [(tool, kind) for tool in talk.tools if (kind := str(getattr(tool, "type", None) or "")).startswith(_SERVER)]
    if not found:
        return None
    measured = any(kind.startswith("tool_search_tool_") for _, kind in found)
    return Hit(found[0][0], list=", ".join(kind for _, kind in found), severity=None if measured else "warning")
