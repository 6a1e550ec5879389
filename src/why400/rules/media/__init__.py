"""Images, documents and files: their bytes, sizes, counts and addresses."""

import ipaddress
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from why400.contract.views.blocks import (
    Base64ImageSource,
    Base64PDFSource,
    ContentBlockSource,
    DocumentBlock,
    ImageBlock,
    ToolResultBlock,
)
from why400.media import MediaFacts
from why400.rules import ApiPath, Conversation, is_scrubbed

IMAGE_TYPES = ("image/jpeg", "image/png", "image/gif", "image/webp")
TYPE_CHECKED_SINCE = date(2025, 1, 1)
"""Before, bytes that contradict the media type were accepted (corpus dev-199 is the first refusal)."""
_LONGEST_MARK = 100  # characters
_MARK_BRACKETS = {("<", ">"), ("[", "]"), ("{", "}")}
_NOWHERE = (".invalid", ".localhost", ".local", ".internal", ".test", ".example")


def images(talk: Conversation) -> list[ImageBlock]:
    """The images: in messages, in results of tools and in documents made of blocks."""
    return talk.once(_images)


def _images(talk: Conversation) -> list[ImageBlock]:
    found = list(talk.everywhere(ImageBlock))
    for document in documents(talk):
        source = document.source
        if isinstance(source, ContentBlockSource) and isinstance(source.content, list):
            found.extend(block for block in source.content if isinstance(block, ImageBlock))
    return found


def documents(talk: Conversation) -> list[DocumentBlock]:
    """The documents: in messages and in results of tools."""
    return talk.once(_documents)


def _documents(talk: Conversation) -> list[DocumentBlock]:
    return list(talk.everywhere(DocumentBlock))


def images_and_documents(talk: Conversation) -> Iterator[ImageBlock | DocumentBlock]:
    """All images, then all documents."""
    yield from images(talk)
    yield from documents(talk)


def is_left_out(data: str) -> bool:
    """Whether a recording or a person put a mark in the place of the bytes, or cut them short with dots: they are not judged."""
    if data.endswith(("...", "…")):  # no base64 has either
        return True
    mark = data.strip() if len(data) <= _LONGEST_MARK else ""
    return bool(mark) and (is_scrubbed(mark) or (mark[0], mark[-1]) in _MARK_BRACKETS)


Embedded = tuple[ImageBlock, Base64ImageSource, MediaFacts]


def embedded_images(talk: Conversation) -> list[Embedded]:
    """The images whose bytes are in the request (and not left out, see `is_left_out`), with the facts of those."""
    return talk.once(_embedded_images)


def _embedded_images(talk: Conversation) -> list[Embedded]:
    return [
        (image, source, talk.media(source))
        for image in images(talk)
        if isinstance(source := image.source, Base64ImageSource) and isinstance(source.data, str) and not is_left_out(source.data)
    ]


def embedded_pdfs(talk: Conversation) -> list[tuple[DocumentBlock, Base64PDFSource, MediaFacts]]:
    """The PDFs whose bytes are in the request (and not left out), with the facts of those."""
    return [
        (document, source, talk.media(source))
        for document in documents(talk)
        if isinstance(source := document.source, Base64PDFSource) and isinstance(source.data, str) and not is_left_out(source.data)
    ]


def pdf_path(document: DocumentBlock) -> ApiPath:
    """The path that the API prints for the bytes of a PDF."""
    return ApiPath(document, (), "tagged", ".pdf.source.base64.data")


def image_path(image: ImageBlock, tail: str = ".data") -> ApiPath:
    """The path that the API prints for the bytes of an image, wherever they came from."""
    return ApiPath(image, ("source",), "tagged", f".base64{tail}")


def type_is_checked(talk: Conversation) -> bool | None:
    """Whether the bytes of images are held to their media type on that day; None: not sure, a request to so old a model may be older."""
    if talk.context.on < TYPE_CHECKED_SINCE:
        return False
    model = talk.context.model
    day = model.id[-8:] if model is not None else ""
    return None if day.isdigit() and day < f"{TYPE_CHECKED_SINCE:%Y%m%d}" else True


def images_allowed(talk: Conversation) -> int | None:
    """How many images the model's context allows, 100 or 600; None: not known, or depending on betas that are not known."""
    model = talk.context.model
    if model is None or model.max_images is None:
        return None
    widened = talk.context.has_beta("context-1m-2025-08-07")
    if model.max_images < 600 and model.family == "sonnet" and widened is not False:
        return 600 if widened else None
    return model.max_images


def in_toolset_result(talk: Conversation) -> set[int]:
    """The identities of the images that are results of a toolset's members."""
    return {
        id(item)
        for holder, items in talk.nested
        if isinstance(holder, ToolResultBlock) and holder.toolset_name is not None
        for item in items
        if isinstance(item, ImageBlock)
    }


def unreachable_host(url: str) -> str | None:
    """The host of a URL where nobody outside can reach it: a private address, a name that exists in no public DNS; else None."""
    try:
        host = (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return None
    if not host:
        return None
    if host == "localhost" or f".{host}".endswith(_NOWHERE):
        return host
    try:
        return None if ipaddress.ip_address(host).is_global else host
    except ValueError:
        return None
