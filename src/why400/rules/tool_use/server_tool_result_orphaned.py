"""A server tool's result stands in the history without its call.

## What happens
A result block of a server tool names a `server_tool_use` that does not stand before it.

## Why the API refuses it
Call and result of a server tool are one piece. Usual ways there: a history trimmed or summarised between the two, a converter that drops
blocks it does not know.

## Example
```json
{"tools": [{"type": "web_search_20250305", "name": "web_search"}],
 "messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "web_search_tool_result", "tool_use_id": "srvtoolu_1", "content": []},
    {"type": "text", "text": "Rain."}]},
  {"role": "user", "content": "And tomorrow?"}]}
```

## Use instead
```json
{"tools": [{"type": "web_search_20250305", "name": "web_search"}],
 "messages": [
  {"role": "user", "content": "Weather in Paris?"},
  {"role": "assistant", "content": [{"type": "server_tool_use", "id": "srvtoolu_1", "name": "web_search", "input": {"query": "x"}},
    {"type": "web_search_tool_result", "tool_use_id": "srvtoolu_1", "content": []},
    {"type": "text", "text": "Rain."}]},
  {"role": "user", "content": "And tomorrow?"}]}
```

## Fix
Takes the result away, where the message has something else. Unsafe: what it says is lost.
"""

from why400.contract.views.blocks import ServerToolUseBlock
from why400.rules import Conversation, Edit, Hit, Hits, Says, plain_path, rule
from why400.rules.tool_use import is_server_result, is_sound, starts_elsewhere, tag_of


@rule(
    says=[
        Says(
            "{path}: unexpected `tool_use_id` found in `{kind:word}` blocks: {ids:ids}. Each `{kind:word}` block must have a corresponding "
            "`server_tool_use` block before it.",
            since="2026-05",
            source="corpus dev-125",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="web_search_tool_result web_fetch_tool_result code_execution_tool_result bash_code_execution_tool_result "
    "text_editor_code_execution_tool_result tool_search_tool_result advisor_tool_result",
    order=48,
    source="rules-messages server-result-orphan",
    cause="the {kind} for {ids} has no server_tool_use before it",
    mend="keep the call in front of its result, or drop both",
)
def server_tool_result_orphaned(talk: Conversation) -> Hits:
    if starts_elsewhere(talk):
        return
    called: set[object] = set()
    for turn in talk.all_turns:
        if not is_sound(turn):
            return
        for message in turn.messages:
            content = message.content if isinstance(message.content, list) else []
            for block in content:
                if isinstance(block, ServerToolUseBlock):
                    called.add(block.id)
                elif is_server_result(block):
                    answered = getattr(block, "tool_use_id", None)
                    if isinstance(answered, str) and answered not in called:
                        kind = tag_of(block)
                        yield Hit(block, path=plain_path(block), kind=kind, ids=answered, keep=len(content), label="no call before it")


@server_tool_result_orphaned.mends(safe=False)
def take_away(hit: Hit) -> Edit | None:
    """Removes the result."""
    return Edit.remove(hit.place) if hit.keep > 1 else None
