"""An image would be scaled down where scaling is forbidden.

## What happens
An image is larger than the model looks at, and the request says that such images are errors (`oversized_image: "error"`), or the image is
the result of a computer or browser toolset, where none is ever scaled.

## Why the API refuses it
Coordinates in the model's answer are those of the image that it saw. The limits are 1568 pixels on the longer side and 1568 tiles of 28 x
28, on models with high resolution 2576 and 4784; they hold for each model that the request names, fallbacks included.

## Example
```json
{"messages": [{"role": "user", "content": [{"type": "image", "transformations": {"oversized_image": "error"},
  "source": {"type": "base64", "media_type": "image/gif", "data": "R0lGODlhoA+gDwAAADs="}}]}]}
```

## Use instead
```json
{"messages": [{"role": "user", "content": [{"type": "image", "transformations": {"oversized_image": "error"},
  "source": {"type": "base64", "media_type": "image/png",
  "data": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgaPgPAAIDAYAkYfWXAAAAAElFTkSuQmCC"}}]}]}
```

## Fix
Lets the API scale it. Unsafe: coordinates then belong to the smaller image. Better scale it yourself.
"""

from collections.abc import Iterator

from why400.contract import limits
from why400.rules import Conversation, Edit, Hit, Hits, Says, rule, tagged_path
from why400.rules.media import embedded_images, in_toolset_result

_TILE = 28


@rule(
    says=[
        Says(
            "{path}: image dimensions {width:n}x{height:n} exceed the maximum image size of a model named on this request and would be "
            "downsized to {fit_width:n}x{fit_height:n}; scale the image to at most {fit_width:n}x{fit_height:n} or set the image's "
            '`oversized_image` setting to "downsize"',
            since="2026-09",
            source="rules-messages image-oversized-error corpus dev-422",
            when="asked",
        ),
        Says(
            "image dimensions {width:n}x{height:n} exceed the maximum image size of a model named on this request and would be "
            "downsized to {fit_width:n}x{fit_height:n}; scale the image to at most {fit_width:n}x{fit_height:n} or set the image's "
            '`oversized_image` setting to "downsize"',
            since="2026-09",
            source="corpus dev-422",
            when="answer",
        ),
        Says(
            "{path}: image dimensions {width:n}x{height:n} exceed the maximum image size of a model named on this request and would be "
            "downsized to {fit_width:n}x{fit_height:n}",
            source="corpus dev-562",
            when="answer",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="image nested:image document nested:document",
    order=76,
    source="rules-beyond image-oversized-error-mode image-oversized-error-position image-native-limit-tiers toolset-image-not-downscaled",
    cause="the image has {width} x {height} pixels, more than the model looks at; it would be scaled to {fit_width} x {fit_height}",
    mend="scale it to {fit_width} x {fit_height} before sending",
)
def image_above_native_size(talk: Conversation) -> Hits:
    ours = in_toolset_result(talk)
    for image, source, facts in embedded_images(talk):
        asked = image.transformations is not None and image.transformations.oversized_image == "error"
        if not asked and id(image) not in ours:
            continue
        if facts.fault is not None or facts.dimensions is None:
            continue
        width, height = facts.dimensions
        fitted = fitting(width, height, "")
        if fitted != (width, height):
            # which models see more is not known: what is within the higher limit may be accepted
            unsure = fitting(width, height, "_high") == (width, height)
            yield Hit(
                (source, "data"),
                path=tagged_path(image),
                when="asked" if asked else "toolset",
                severity="warning" if unsure else None,
                width=width,
                height=height,
                fit_width=fitted[0],
                fit_height=fitted[1],
                keep=(image, asked),
                label=f"{width} x {height} pixels",
            )


def fitting(width: int, height: int, tier: str) -> tuple[int, int]:
    """The size to which the API scales an image of that size; the same size where it fits."""
    edge, tiles = limits.find(f"image_long_edge{tier}"), limits.find(f"image_tokens{tier}")
    if edge is None or tiles is None or (max(width, height) <= edge.value and _tiles(width, height) <= tiles.value):
        return width, height
    low, high = 1, min(edge.value, max(width, height))
    while low < high:  # the longest side whose picture fits
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _tiles(*_scaled(width, height, middle)) <= tiles.value else (low, middle - 1)
    return _scaled(width, height, low)


def _scaled(width: int, height: int, longer: int) -> tuple[int, int]:
    scale = longer / max(width, height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def _tiles(width: int, height: int) -> int:
    return -(-width // _TILE) * -(-height // _TILE)


@image_above_native_size.mends(safe=False)
def downsize(hit: Hit) -> Iterator[Edit]:
    """Lets the API scale the image, where the request forbade it."""
    image, asked = hit.keep
    if asked:
        yield Edit.replace((image.transformations, "oversized_image"), "downsize")
