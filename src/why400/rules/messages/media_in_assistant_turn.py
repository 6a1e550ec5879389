"""An image or document stands in a message of the assistant.

## What happens
A message of the assistant holds an `image`; under API version 2026-10-21 a `document` counts too.

## Why the API refuses it
The assistant writes text; pictures and files come from the user or from tools. Usual ways there: an image that another model made, kept
in the history as its reply.

## Example
```json
{"messages": [{"role": "user", "content": "Draw a dot."}, {"role": "assistant", "content": [
  {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data":
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgaPgPAAIDAYAkYfWXAAAAAElFTkSuQmCC"}}]},
  {"role": "user", "content": "Larger."}]}
```

```json model=claude-sonnet-5-5 api_version=2026-10-21
{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": [
  {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "x"}}]}, {"role": "user", "content": "b"}]}
```

## Use instead
```json
{"messages": [{"role": "user", "content": "Draw a dot."}, {"role": "assistant", "content": "Here it is."},
  {"role": "user", "content": [
  {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data":
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgaPgPAAIDAYAkYfWXAAAAAElFTkSuQmCC"}},
  {"type": "text", "text": "Larger."}]}]}
```

## Fix
None: whether the picture is still needed, in a user message, is yours to say.
"""

from why400.contract import versions
from why400.contract.views.blocks import DocumentBlock, ImageBlock
from why400.rules import Conversation, Hit, Hits, Says, rule


@rule(
    says=[
        Says("'{kind}' blocks are not permitted within assistant turns", since="2026-04", when="image", source="corpus dev-166"),
        Says(
            "{path}: '{kind}' blocks are not permitted within assistant turns",
            since="2026-04",
            when="answer",
            source="rules-messages image-doc-user-only",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="assistant:image assistant:document",
    order=40,
    source="rules-messages image-doc-user-only v20261021-no-document-in-assistant",
    cause="a message of the assistant may hold no block of this kind",
    mend="put the block into a user message",
)
def media_in_assistant_turn(talk: Conversation) -> Hits:
    version = versions.find(talk.context.api_version) if talk.context.version_known else None
    documents = version is not None and "document" in " ".join(version.refused_blocks)
    for turn in talk.turns("assistant"):
        for block in turn.content:
            if isinstance(block, ImageBlock):
                yield Hit(block, kind="image", when="image", label="not in a message of the assistant")
            elif documents and isinstance(block, DocumentBlock):
                yield Hit(block, kind="document", when="document", label="not in a message of the assistant")
