"""The image's bytes are of another format than its media type says.

## What happens
An image declares one media type, and its bytes begin like another of the formats that are accepted.

## Why the API refuses it
The first bytes are compared with `media_type`. Usual ways there: the type taken from the file's name, a screenshot tool that writes JPEG
under .png, a proxy that turned the image into WebP, `image/png` written once for all.

## Example
```json
{"messages": [{"role": "user", "content": [{"type": "image", "source": {"type": "base64", "media_type": "image/jpeg",
  "data": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgaPgPAAIDAYAkYfWXAAAAAElFTkSuQmCC"}}]}]}
```

## Use instead
```json
{"messages": [{"role": "user", "content": [{"type": "image", "source": {"type": "base64", "media_type": "image/png",
  "data": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgaPgPAAIDAYAkYfWXAAAAAElFTkSuQmCC"}}]}]}
```

## Fix
Writes the media type that the bytes show.
"""

from datetime import date

from why400.rules import Conversation, Edit, Hit, Hits, Says, rule
from why400.rules.media import IMAGE_TYPES, embedded_images, image_path, type_is_checked

_NEW_PATH = date(2026, 6, 1)


@rule(
    says=[
        Says(
            "{path}: The image was specified using the {declared:word} media type, but the image appears to be a {actual:word} image",
            since="2026-06",
            source="corpus dev-201",
        ),
        Says(
            "{path}: Image does not match the provided media type {declared:word}",
            since="2025-01",
            source="corpus dev-199 dev-093 dev-198 dev-200",
        ),
        Says(
            "The provided image does not match the specified image format.",
            since="2025-01",
            source="corpus dev-274",
            when="answer",
            on="bedrock",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="image nested:image document nested:document",
    order=72,
    source="rules-beyond image-magic-bytes-mismatch image-magic-bytes-mismatch-old-wording",
    cause="the image is declared as {declared}, its bytes are {actual} || the bytes of the image are not of the type that is declared",
    mend="declare {actual} || declare the type that the bytes are of",
)
def image_media_type_mismatch(talk: Conversation) -> Hits:
    checked = type_is_checked(talk)
    if checked is False:
        return
    for image, source, facts in embedded_images(talk):
        if (
            facts.fault is None
            and facts.media_type in IMAGE_TYPES
            and source.media_type in IMAGE_TYPES
            and facts.media_type != source.media_type
        ):
            yield Hit(
                (source, "media_type"),
                path=image_path(image, "" if talk.context.on >= _NEW_PATH else ".data"),
                severity=None if checked else "warning",
                declared=source.media_type,
                actual=facts.media_type,
                keep=facts.media_type,
                label=f"the bytes are {facts.media_type}",
            )


@image_media_type_mismatch.mends(safe=True)
def declare(hit: Hit) -> Edit:
    """Writes the type that the bytes show."""
    return Edit.replace(hit.place, hit.keep)
