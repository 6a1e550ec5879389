"""Images and documents: sources, media types against bytes, base64, sizes and counts."""

from __future__ import annotations

import base64
import struct
import zlib

from .originals import HAIKU, OPUS_5, on
from .places import Place, blocks, drop, last, put, role, sources
from .planted import Body, Draw, Planted, mutator
from .values import EXTRA, REQUIRED, pick, some, word

TYPES = ("image/jpeg", "image/png", "image/gif", "image/webp")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int) -> str:
    """A grey PNG of that size in pixels, in base64."""
    rows = zlib.compress((b"\0" + b"\x80" * width) * height, 9)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    raw = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")
    return base64.b64encode(raw).decode()


DOT = png(4, 4)
GIF = base64.b64encode(
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
).decode()


def image(data: str = DOT, media_type: str = "image/png") -> dict[str, object]:
    return {"type": "image", "source": {"type": "base64", "media_type": media_type, "data": data}}


def kind_of(data: object) -> str | None:
    """The media type that the first bytes show."""
    head = base64.b64decode(str(data)[:32])
    for start, kind in ((b"\x89PNG", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"GIF8", "image/gif"), (b"RIFF", "image/webp")):
        if head.startswith(start):
            return kind
    return None


def with_images(body: Body, *images: dict[str, object], model: str | None = None) -> Body | None:
    """The body, its last user turn (a text) preceded by images."""
    moved = on(body, model or HAIKU)
    if moved is None or role(moved, last(moved)) != "user" or blocks(moved, "image", "document", "tool_use"):
        return None
    return put(moved, ("messages", last(moved), "content"), [*images, {"type": "text", "text": "What is this?"}])


def spot(body: Body, n: int) -> Place:
    """The source of the n-th image."""
    return sources(body, "image", "base64")[n]


@mutator(evidence=("dev-201", "rules-beyond:image-magic-bytes-mismatch"))
def declared_as_another_type(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, sources(body, "image", "base64"))
    real = kind_of(place.get("data")) if place else None
    if place is None or real is None:
        return None
    said = pick(draw, [kind for kind in TYPES if kind != real])
    says = f"{place.tagged}: The image was specified using the {said} media type, but the image appears to be a {real} image"
    return Planted(put(body, place.key("media_type"), said), (place.pointer, *place.at("media_type", "data")), says)


@mutator(evidence=("dev-201", "rules-beyond:image-magic-bytes-mismatch"))
def bytes_of_another_type(body: Body, draw: Draw) -> Planted | None:
    data, real, said = pick(draw, ((DOT, "image/png", "image/jpeg"), (GIF, "image/gif", "image/png"), (DOT, "image/png", "image/webp")))
    changed = with_images(body, image(data, said))
    if changed is None:
        return None
    place = spot(changed, 0)
    says = f"{place.tagged}: The image was specified using the {said} media type, but the image appears to be a {real} image"
    return Planted(changed, (place.pointer, *place.at("media_type", "data")), says)


@mutator(evidence=("dev-109", "rules-messages:image-media-types", "rules-beyond:image-media-type-enum", "xl-image-mime-unsupported"))
def unknown_media_type(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, sources(body, "image", "base64"))
    if place is None:
        return None
    kind = pick(draw, ("image/jpg", "image/tiff", "image/svg+xml", "image/bmp", "IMAGE/PNG", "png", ""))
    says = f"{place.tagged}.media_type: Input should be 'image/jpeg', 'image/png', 'image/gif' or 'image/webp'"
    return Planted(put(body, place.key("media_type"), kind), place.at("media_type"), says)


@mutator(evidence=("dev-206",))
def bad_base64(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, sources(body, "image", "base64"))
    if place is None:
        return None
    data = str(place.get("data"))
    cut = pick(draw, (8, 16, min(400, len(data) // 8 * 4)))
    bad = pick(draw, (data[:cut] + "*" + data[cut + 1 :], data[:cut] + "%3D" + data[cut:], f"data:image/png;base64,{data}"))
    says = f"{place.tagged}: invalid base64 data"
    return Planted(put(body, place.key("data"), bad), (place.pointer, *place.at("data")), says)


@mutator(evidence=("dev-202",))
def empty_data(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, sources(body, "image", "base64"))
    if place is None:
        return None
    says = f"{place.tagged}: image cannot be empty"
    return Planted(put(body, place.key("data"), ""), (place.pointer, *place.at("data")), says)


def required(kind: str, tag: str, name: str, evidence: tuple[str, ...]) -> None:
    @mutator(evidence=evidence, name=f"{kind}_{tag}_without_{name}")
    def plant(body: Body, draw: Draw) -> Planted | None:
        place = some(draw, sources(body, kind, tag))
        if place is None:
            return None
        return Planted(drop(body, place.key(name)), place.missing(name), f"{place.tagged}.{name}: {REQUIRED}")


required("image", "base64", "data", ("openapi:Base64ImageSource", "dev-208"))
required("image", "base64", "media_type", ("openapi:Base64ImageSource", "dev-208"))
required("image", "url", "url", ("openapi:URLImageSource", "dev-208"))
required("document", "base64", "data", ("openapi:Base64PDFSource", "dev-208"))
required("document", "text", "data", ("openapi:PlainTextSource", "dev-208"))


@mutator(evidence=("rules-messages:image-media-types", "rules-beyond:image-source-kinds"))
def unknown_source(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, [*sources(body, "image", "base64"), *sources(body, "image", "url")])
    if place is None:
        return None
    kind = pick(draw, ("path", "data_url", "image_url", word(draw)))
    parts = (f"{place.path}: Input tag '{kind}' found using 'type' does not match any of the expected tags: ",)
    return Planted(put(body, place.key("type"), kind), (place.pointer, *place.at("type")), parts=parts)


@mutator(evidence=("dev-192", "rules-messages:document-sources", "rules-beyond:pdf-media-type"))
def document_media_type(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, sources(body, "document", "base64"))
    if place is None:
        return None
    kind = pick(draw, ("text/plain", "application/msword", "image/png", "pdf"))
    says = f"{place.tagged}.media_type: Input should be 'application/pdf'"
    return Planted(put(body, place.key("media_type"), kind), place.at("media_type"), says)


@mutator(evidence=("openapi:PlainTextSource", "dev-192"))
def text_media_type(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, sources(body, "document", "text"))
    if place is None:
        return None
    kind = pick(draw, ("text/html", "text/markdown", "application/json"))
    says = f"{place.tagged}.media_type: Input should be 'text/plain'"
    return Planted(put(body, place.key("media_type"), kind), place.at("media_type"), says)


@mutator(evidence=("dev-211", "dev-278", "rules-beyond:pdf-unprocessable"))
def not_a_pdf(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, sources(body, "document", "base64"))
    if place is None:
        return None
    fake = pick(draw, (b"PK\x03\x04 a zip archive, as word processors write", b"<html><body>no</body></html>" * 20))
    changed = put(body, place.key("data"), base64.b64encode(fake).decode())
    return Planted(changed, (place.pointer, *place.at("data")))


@mutator(evidence=("dev-193", "rules-beyond:image-max-dimension-8000", "rules-messages:image-dimensions"), examples=4)
def side_too_long(body: Body, draw: Draw) -> Planted | None:
    width, height = pick(draw, ((8001, 1), (1, 8001), (12_000, 2)))
    changed = with_images(body, image(png(width, height)), model=pick(draw, (HAIKU, OPUS_5)))
    if changed is None:
        return None
    place = spot(changed, 0)
    says = f"{place.tagged}.data: At least one of the image dimensions exceed max allowed size: 8000 pixels"
    return Planted(changed, (place.pointer, *place.at("data")), says)


@mutator(evidence=("dev-195", "rules-beyond:image-many-image-2000"), examples=4)
def side_too_long_among_many(body: Body, draw: Draw) -> Planted | None:
    at = pick(draw, (0, 7, 20))
    images = [image() for _ in range(21)]
    images[at] = image(png(2001, 3))
    changed = with_images(body, *images)
    if changed is None:
        return None
    place = spot(changed, at)
    says = f"{place.tagged}.data: At least one of the image dimensions exceed max allowed size for many-image requests: 2000 pixels"
    return Planted(changed, (place.pointer, *place.at("data")), says)


@mutator(evidence=("rules-messages:image-count", "rules-beyond:image-count-limit-200k", "dev-311"), examples=3)
def too_many_images(body: Body, draw: Draw) -> Planted | None:
    """The sentence differs between the sources. Any place that shows the list of images will do."""
    count = pick(draw, (101, 120))
    changed = with_images(body, *(image() for _ in range(count)))
    if changed is None:
        return None
    found = blocks(changed, "image")
    holder = f"/messages/{last(changed)}"
    inside = tuple(p for block in found for p in (block.pointer, *block.at("source")))
    return Planted(changed, ("", "/messages", holder, f"{holder}/content", *inside))


@mutator(evidence=("dev-203", "rules-beyond:image-size-direct-10mb"), examples=1)
def too_large(body: Body, draw: Draw) -> Planted | None:
    """Measured in base64 characters; above 10 MB by any reading of MB."""
    data = DOT[:-8] + "A" * (pick(draw, (11_324_160, 12_000_000)) - len(DOT[:-8]))
    changed = with_images(body, image(data))
    if changed is None:
        return None
    place = spot(changed, 0)
    says = f"{place.tagged}: image exceeds 10 MB maximum: {len(data)} bytes > 10485760 bytes"
    return Planted(changed, (place.pointer, *place.at("data")), says)


@mutator(evidence=("openapi:Base64ImageSource", "dev-101"))
def unknown_source_key(body: Body, draw: Draw) -> Planted | None:
    place = some(draw, [*sources(body, "image", "base64"), *sources(body, "document", "base64"), *sources(body, "image", "url")])
    if place is None:
        return None
    key = pick(draw, ("detail", "filename", word(draw)))
    return Planted(put(body, place.key(key), "x"), place.at(key), f"{place.tagged}.{key}: {EXTRA}")


@mutator(evidence=("rules-messages:citations-all-or-none", "rules-beyond:document-citations-all-or-none"))
def citations_on_one_of_two(body: Body, draw: Draw) -> Planted | None:
    text = {"type": "text", "media_type": "text/plain", "data": "The sky is blue."}
    documents: list[dict[str, object]] = [
        {"type": "document", "source": text, "citations": {"enabled": True}},
        {"type": "document", "source": text},
    ]
    changed = with_images(body, *(documents if pick(draw, (True, False)) else documents[::-1]))
    if changed is None:
        return None
    found = blocks(changed, "document")
    return Planted(changed, tuple(p for b in found for p in (b.pointer, *b.at("citations"), f"{b.pointer}/citations/enabled")))
