"""An image has no data.

## What happens
The `data` of an image is the empty string.

## Why the API refuses it
There is nothing to look at. Usual ways there: an upload that failed, a screenshot tool that gave nothing, a file read before it was
written.

## Example
```json
{"messages": [{"role": "user", "content": [{"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": ""}}]}]}
```

## Use instead
```json
{"messages": [{"role": "user", "content": "The screenshot failed."}]}
```

## Fix
None: send the image again, or say in words that there is none.
"""

from why400.rules import Conversation, Hit, Hits, Says, rule
from why400.rules.media import embedded_images, image_path


@rule(
    says=[Says("{path}: image cannot be empty", since="2025-11", source="corpus dev-202")],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="image nested:image document nested:document",
    order=66,
    cause="the image has no data",
    mend="send the image's bytes, or leave the block out",
)
def image_empty(talk: Conversation) -> Hits:
    for image, source, facts in embedded_images(talk):
        if facts.fault is not None and facts.fault.kind == "empty":
            yield Hit((source, "data"), path=image_path(image, ""), label="empty")
