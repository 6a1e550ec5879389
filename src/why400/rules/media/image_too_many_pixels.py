"""An image is wider or higher than the API takes.

## What happens
A side of an image has more than 8000 pixels, or more than 2000 in a request with more than 20 images.

## Why the API refuses it
Images of earlier turns and those in results of tools count too, so that a long session fails at its 21st screenshot although nothing about
the screenshots changed. Usual ways there: full-page screenshots, scans, sessions of computer use on large screens.

## Example
```json
{"messages": [{"role": "user", "content": [{"type": "image", "source": {"type": "base64", "media_type": "image/gif",
  "data": "R0lGODlhKCMKAAAAADs="}}]}]}
```

## Use instead
```json
{"messages": [{"role": "user", "content": [{"type": "image", "source": {"type": "base64", "media_type": "image/png",
  "data": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgaPgPAAIDAYAkYfWXAAAAAElFTkSuQmCC"}}]}]}
```

## Fix
None: scale the image down (1568 pixels on the longer side lose nothing on most models), or take old screenshots out of the history.
"""

from why400.contract import limits
from why400.contract.views.blocks import DocumentBlock
from why400.rules import Conversation, Hit, Hits, Says, rule
from why400.rules.media import embedded_images, image_path, images

_DOCUMENTS_COUNT = ("bedrock", "vertex")


@rule(
    says=[
        Says(
            "{path}: At least one of the image dimensions exceed max allowed size for many-image requests: {limit:n} pixels",
            when="many",
            since="2025-10",
            source="rules-beyond image-many-image-2000 corpus dev-195 dev-196 dev-197",
        ),
        Says(
            "{path}: At least one of the image dimensions exceed max allowed size: {limit:n} pixels",
            when="one",
            since="2025-08",
            source="corpus dev-193 dev-194",
        ),
    ],
    codes=("image_dimensions_too_large",),
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="image nested:image document nested:document",
    order=74,
    source="rules-messages image-dimensions code-image-dimensions-too-large "
    "rules-beyond image-max-dimension-8000 errcode-image-dimensions-too-large",
    cause="the image has {width} x {height} pixels; {limit} a side is the most{why}",
    mend="scale the image down to {limit} pixels a side",
)
def image_too_many_pixels(talk: Conversation) -> Hits:
    platform, on = talk.context.platform, talk.context.on
    count = sum(1 for _ in images(talk))
    if platform in _DOCUMENTS_COUNT:
        count += sum(1 for _ in talk.everywhere(DocumentBlock))
    many = limits.find("many_images", platform, on=on)
    is_many = many is not None and many.broken_by(count) is not None
    limit = limits.find("many_images_side" if is_many else "image_side", platform, on=on)
    if limit is None:
        return
    for image, source, facts in embedded_images(talk):
        if facts.fault is None and facts.dimensions is not None and limit.broken_by(max(facts.dimensions)) is not None:
            width, height = facts.dimensions
            yield Hit(
                (source, "data"),
                path=image_path(image),
                when="many" if is_many else "one",
                width=width,
                height=height,
                limit=limit.value,
                why=f" in a request with {count} images" if is_many else "",
                label=f"{width} x {height} pixels",
            )
