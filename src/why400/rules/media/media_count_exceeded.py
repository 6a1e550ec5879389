"""The request holds more images and document pages than it may.

## What happens
All images of the conversation, those in results of tools included, and the pages of its PDFs are more than 100, or 600 on models with a
context of a million tokens.

## Why the API refuses it
The whole history is sent anew each time, so that the count only grows; compaction of such a history fails in the same way. On Bedrock some
backends stop at 100 or 20.

## Example
`$repeat` stands for so many items like the one beside it.

```json model=claude-haiku-4-5
{"messages": [{"role": "user", "content": [{"$repeat": 101, "item": {"type": "image", "source": {"type": "url",
  "url": "https://www.anthropic.com/a.png"}}}]}]}
```

## Use instead
```json model=claude-haiku-4-5
{"messages": [{"role": "user", "content": [{"type": "image", "source": {"type": "url", "url": "https://www.anthropic.com/a.png"}}]}]}
```

## Fix
None: take the oldest images out of the history, or begin a new conversation.
"""

from why400.contract import limits
from why400.contract.views.blocks import DocumentBlock, ImageBlock
from why400.rules import Conversation, Hit, Hits, Says, rule
from why400.rules.media import embedded_pdfs, images, images_allowed


@rule(
    says=[
        Says(
            "too many images and documents: {images:n} + {documents:n} > {limit:n}",
            since="2026-07-06",
            source="measured bi-601-opus-4-8 bi-601-sonnet-5 bi-601-sonnet-4-6 bi-601-fable-5 corpus dev-794 dev-800",
        ),
        Says(
            "Too much media: {documents:n} document pages + {images:n} images > {limit:n}",
            since="2025-07",
            source="corpus dev-311 dev-312",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="image nested:image document nested:document",
    order=64,
    source="rules-messages image-count rules-beyond image-count-limit-others image-count-limit-200k measured bedrock-images",
    cause="{images} images and {documents} pages of documents; {limit} together are the most",
    mend="take the oldest images out of the history",
)
def media_count_exceeded(talk: Conversation) -> Hits:
    found: list[ImageBlock | DocumentBlock] = list(images(talk))
    count = len(found)
    wide = limits.find("images", talk.context.platform, on=talk.context.on)
    if wide is None:
        return
    allowed = images_allowed(talk)
    limit = min(wide.value, allowed or wide.value)
    least = min(limit, 100 if allowed is None else limit, wide.warn_from or limit)
    if count <= least and not any(True for _ in talk.everywhere(DocumentBlock)):
        return
    pages = 0
    for document, _, facts in embedded_pdfs(talk):
        found.append(document)
        if count + pages <= limit and facts.fault is None and facts.pdf is not None:
            pages += facts.pdf.pages or 1
    if count == 0 or count + pages <= least:
        return  # pages alone have a sentence of their own
    sure = count + pages > limit and not (talk.context.platform == "bedrock" and count + pages <= wide.value)
    yield Hit(
        found[min(limit if sure else least, len(found) - 1)],
        severity=None if sure else "warning",
        images=count,
        documents=pages,
        limit=limit if sure else least,
        label="one too many",
    )
