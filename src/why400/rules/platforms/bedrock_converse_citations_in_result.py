"""Converse refuses citations in tool result documents.

## What happens
A document inside a tool result has citations on.

## Why the API refuses it
Converse takes citations on documents of a message only. Usual way there: documents made in one place, for messages and for results alike.

## Example
```http
POST /model/us.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse HTTP/1.1
Host: bedrock-runtime.us-east-1.amazonaws.com
Content-Type: application/json

{"messages": [{"role": "user", "content": [{"text": "Read it."}]},
  {"role": "assistant", "content": [{"toolUse": {"toolUseId": "t1", "name": "read", "input": {}}}]},
  {"role": "user", "content": [{"toolResult": {"toolUseId": "t1", "content": [
    {"document": {"name": "a", "format": "txt", "source": {"bytes": "YQ=="}, "citations": {"enabled": true}}}]}}]}]}
```

## Use instead
```http
POST /model/us.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse HTTP/1.1
Host: bedrock-runtime.us-east-1.amazonaws.com
Content-Type: application/json

{"messages": [{"role": "user", "content": [{"text": "Read it."}]},
  {"role": "assistant", "content": [{"toolUse": {"toolUseId": "t1", "name": "read", "input": {}}}]},
  {"role": "user", "content": [{"toolResult": {"toolUseId": "t1", "content": [
    {"document": {"name": "a", "format": "txt", "source": {"bytes": "YQ=="}}}]}}]}]}
```

## Fix
Takes the citations off there. Unsafe: answers no longer cite that document; to keep them, move it into the message.
"""

from why400.rules import Call, Edit, Hit, Hits, Pointer, Says, rule
from why400.rules.platforms.converse import pieces


@rule(
    says=[
        Says("Citations are not supported in tool result documents.", since="2025-10", source="corpus dev-018", on="bedrock"),
    ],
    status=400,
    error="ValidationException",
    evidence="observed",
    side="request",
    retry="never",
    phase="schema",
    origin="platform",
    cause="a document inside a tool result has citations on",
    mend="switch them off there, or move the document into the message",
)
def bedrock_converse_citations_in_result(call: Call) -> Hits:
    for piece in pieces(call):
        citations = piece.held.get("citations")
        if piece.in_result and piece.kind == "document" and isinstance(citations, dict) and citations.get("enabled") is True:
            yield Hit(Pointer((*piece.keys, "citations")), label="not inside a tool result")


@bedrock_converse_citations_in_result.mends(safe=False)
def switch_off(hit: Hit) -> Edit:
    """Takes the citations off."""
    return Edit.remove(hit.place)
