"""An image is larger than one image may be.

## What happens
The base64 text of one image is longer than the limit: 10 MB on the Claude API, 5 MB on Bedrock and Google Cloud.

## Why the API refuses it
What counts is the base64 text, which is a third longer than the file; an image of 7.6 MB on disk is over 10 MB as text. Usual ways there:
photos straight from a camera, full-page screenshots as PNG, a check of the file's size instead of the text's.

## Example
`$pad_image` stands for a message with an image of so many characters of base64.

```json
{"$pad_image": 10485764}
```

## Use instead
```json
{"messages": [{"role": "user", "content": [{"type": "image", "source": {"type": "base64", "media_type": "image/png",
  "data": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgaPgPAAIDAYAkYfWXAAAAAElFTkSuQmCC"}}]}]}
```

## Fix
None: scale the image down or save it as JPEG or WebP. More than about 2,500 pixels on the longer side are never looked at.
"""

from why400.contract import limits
from why400.rules import Conversation, Hit, Hits, Says, rule
from why400.rules.media import embedded_images, image_path

_MB = 1_048_576


@rule(
    says=[
        Says(
            "{path}: image exceeds {mb:n} MB maximum: {size:n} bytes > {limit:n} bytes",
            since="2024-08",
            source="corpus dev-203 dev-204 dev-205 dev-563",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="image nested:image document nested:document",
    order=68,
    source="rules-beyond image-size-direct-10mb image-size-bedrock-vertex-5mb",
    cause="the base64 text of the image has {size} characters; {limit} is the most",
    mend="scale the image down, or save it as JPEG or WebP",
)
def image_too_many_bytes(talk: Conversation) -> Hits:
    context = talk.context
    limit = limits.find("image_base64", context.platform, on=context.on)
    if limit is None:
        return
    for image, source, facts in embedded_images(talk):
        broken = limit.broken_by(facts.characters)
        if broken is not None:
            yield Hit(
                (source, "data"),
                path=image_path(image, ""),
                severity="warning" if broken == "warning" else None,
                mb=limit.value // _MB,
                size=facts.characters,
                limit=limit.value,
                label=f"{facts.characters:,} characters",
            )
