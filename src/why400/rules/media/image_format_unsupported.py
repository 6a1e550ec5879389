"""The bytes are no image that the API reads.

## What happens
The data of an image decodes, but to something that is neither JPEG, PNG, GIF nor WebP.

## Why the API refuses it
Only these four formats are read, whatever the media type says. Usual ways there: HEIC from a phone, SVG or AVIF from the web, a PDF sent
as an image, a login page or an error message that was downloaded in place of the picture, a file's path that was encoded in place of the
file.

## Example
```json
{"messages": [{"role": "user", "content": [{"type": "image", "source": {"type": "base64", "media_type": "image/png",
  "data": "PCFET0NUWVBFIGh0bWw+PGh0bWw+PHRpdGxlPk5vdCBmb3VuZDwvdGl0bGU+PC9odG1sPg=="}}]}]}
```

## Use instead
```json
{"messages": [{"role": "user", "content": [{"type": "image", "source": {"type": "base64", "media_type": "image/png",
  "data": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgaPgPAAIDAYAkYfWXAAAAAElFTkSuQmCC"}}]}]}
```

## Fix
None: turn the picture into PNG, JPEG, GIF or WebP; send a PDF as a document.
"""

from datetime import date

from why400.rules import Conversation, Hit, Hits, Says, rule
from why400.rules.media import IMAGE_TYPES, embedded_images, image_path, type_is_checked

_MISMATCH_UNTIL = date(2026, 6, 1)
"""Until then what was no image at all had the sentence for another type (corpus dev-093)."""


@rule(
    says=[
        Says(
            "{path}: The file format is invalid or unsupported",
            since="2026-09",
            source="measured ba-item-image-url-not-an-image corpus dev-561",
        ),
    ],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="image nested:image document nested:document",
    order=71,
    source="rules-beyond image-magic-bytes-mismatch corpus dev-093",
    cause="the data is {actual}, which is none of JPEG, PNG, GIF and WebP || the data is none of JPEG, PNG, GIF and WebP",
    mend="send it as one of these",
)
def image_format_unsupported(talk: Conversation) -> Hits:
    checked = type_is_checked(talk)
    if checked is False:
        return
    for image, source, facts in embedded_images(talk):
        if facts.fault is None and facts.media_type not in IMAGE_TYPES:
            yield Hit(
                (source, "data"),
                path=image_path(image),
                severity=None if checked else "warning",
                declared=source.media_type,
                words_as="image-media-type-mismatch" if talk.context.on < _MISMATCH_UNTIL else None,
                actual=facts.media_type or "of no known format",
                label=facts.media_type or "no known format",
            )
