r"""The data is not clean base64.

## What happens
The `data` of an image or a PDF holds more than the base64 of the bytes, or less.

## Why the API refuses it
It wants plain base64 and nothing else. Usual ways there: the `data:image/png;base64,` in front of a data URL, line breaks put in by a mail
library or by `base64` on a command line, the URL-safe alphabet, text cut by a length limit, a `repr` of bytes (`b'…'`).

## Example
```json
{"messages": [{"role": "user", "content": [{"type": "image", "source": {"type": "base64", "media_type": "image/png",
  "data": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgaPgPAAIDAYAkYfWXAAAAAElFTkSuQmCC"}}]}]}
```

```json
{"messages": [{"role": "user", "content": [{"type": "image", "source": {"type": "base64", "media_type": "image/png",
  "data": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1Pe\nAAAADElEQVR4nGNgaPgPAAIDAYAkYfWXAAAAAElFTkSuQmCC"}}]}]}
```

## Use instead
```json
{"messages": [{"role": "user", "content": [{"type": "image", "source": {"type": "base64", "media_type": "image/png",
  "data": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgaPgPAAIDAYAkYfWXAAAAAElFTkSuQmCC"}}]}]}
```

## Fix
Takes the prefix and the line breaks away, and puts the usual alphabet and padding in place; nothing where the text is damaged otherwise.
"""

import re
from collections.abc import Iterator

from why400.contract.views.blocks import Base64ImageSource, Base64PDFSource
from why400.media import Base64Fault, base64_fault
from why400.rules import ApiPath, Conversation, Edit, Hit, Hits, Says, rule
from why400.rules.media import embedded_images, embedded_pdfs, image_path

_SPACE = re.compile(r"\s+")
_UNSURE = ("whitespace", "length")
"""Whether line breaks and missing padding are refused has not been observed."""
_IN_WORDS = {
    "data-url": "it begins with the prefix of a data URL",
    "whitespace": "there is white space in it",
    "url-safe": "it uses the URL-safe alphabet",
    "character": "there is a character that base64 does not have",
    "padding": "there is padding before its end",
    "length": "it breaks off inside a group of four",
}


@rule(
    says=[Says("{path}: invalid base64 data", since="2024-11", source="corpus dev-206 dev-207")],
    status=400,
    error="invalid_request_error",
    evidence="observed",
    side="request",
    retry="never",
    phase="conversation",
    needs="image nested:image document nested:document",
    order=67,
    cause="the data is no clean base64: {fault}",
    mend="send the plain base64 of the bytes",
)
def base64_invalid(talk: Conversation) -> Hits:
    for image, source, facts in embedded_images(talk):
        if facts.fault is not None and facts.fault.kind != "empty":
            yield _hit(source, facts.fault, image_path(image, ""))
    for document, pdf, facts in embedded_pdfs(talk):
        if facts.fault is not None and facts.fault.kind != "empty":
            yield _hit(pdf, facts.fault, ApiPath(document, ("source",), "tagged", ".base64"))


def _hit(source: Base64ImageSource | Base64PDFSource, fault: Base64Fault, path: ApiPath) -> Hit:
    return Hit(
        (source, "data"),
        path=path,
        severity="warning" if fault.kind in _UNSURE else None,
        fault=_IN_WORDS[fault.kind],
        keep=(source.data, fault),
        label=f"{_IN_WORDS[fault.kind]}, at character {fault.offset}",
    )


@base64_invalid.mends(safe=True)
def clean(hit: Hit) -> Iterator[Edit]:
    """Writes the text as plain base64, where that is all that is wrong."""
    data, fault = hit.keep
    cleaned = cleaned_text(data, fault)
    if cleaned is not None:
        yield Edit.replace(hit.place, cleaned)


def cleaned_text(text: str, fault: Base64Fault | None) -> str | None:
    """The same bytes in plain base64; None where the text is damaged in another way."""
    if fault is not None and fault.kind == "data-url":
        text = text[len(fault.found) :]
        fault = base64_fault(text)
    if fault is not None and fault.kind in ("whitespace", "url-safe"):  # there may be both
        text = _SPACE.sub("", text).replace("-", "+").replace("_", "/")
        fault = base64_fault(text)
    if fault is not None and fault.kind == "length" and "=" not in text and len(text) % 4 != 1:
        text += "=" * (-len(text) % 4)
        fault = base64_fault(text)
    return text if fault is None else None
