"""The image cannot be decoded.

## What happens
The data begins like an image of the declared type, but the picture behind it is cut or broken.

## Why the API refuses it
A picture has to decode in full. Usual ways there: an upload or a download that broke off, a file written only in part, base64 cut by a
length limit. It stays in the history and fails each later turn too.

## Example
```json
{"messages": [{"role": "user", "content": [{"type": "image", "source": {"type": "base64", "media_type": "image/png",
  "data": "iVBORw0KGgo="}}]}]}
```

## Use instead
```json
{"messages": [{"role": "user", "content": [{"type": "image", "source": {"type": "base64", "media_type": "image/png",
  "data": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgaPgPAAIDAYAkYfWXAAAAAElFTkSuQmCC"}}]}]}
```

## Fix
None: make the image anew, or take it out of the history.
"""

from why400.rules import Conversation, Hit, Hits, Says, rule
from why400.rules.media import IMAGE_TYPES, embedded_images, image_path

_LONGEST_HEADER = 64
"""Bytes within which a sound PNG or GIF says its size."""


@rule(
    says=[Says("Could not process image", since="2025-06", source="corpus dev-033 dev-034")],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="image nested:image document nested:document",
    order=78,
    source="rules-beyond image-unprocessable",
    cause="the image breaks off or is damaged before it says its width and height",
    mend="make the image anew, or take it out",
)
def image_unprocessable(talk: Conversation) -> Hits:
    for image, source, facts in embedded_images(talk):
        if facts.fault is None and facts.media_type in IMAGE_TYPES and facts.dimensions is None:
            plain = facts.media_type in ("image/png", "image/gif") or (facts.size_bytes or 0) < _LONGEST_HEADER
            yield Hit((source, "data"), path=image_path(image), severity=None if plain else "warning", label="cut or damaged")
