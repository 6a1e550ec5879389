"""Images, documents, search results: the records of media beyond the core messages."""

import base64
import struct
from typing import Any

from tests.coverage.requests import (
    PNG,
    Case,
    Json,
    assistant,
    bad,
    call,
    document,
    doubtful,
    good,
    image,
    result,
    search_result,
    text,
    tool,
    user,
)

WIDE = "claude-opus-5-5"
NARROW = "claude-haiku-4-5"
COUNT = "POST /v1/messages/count_tokens"
SOURCE = "/messages/0/content/0/source"


def base64_source(data: str, media_type: str = "image/png") -> Json:
    """A source that carries its bytes."""
    return {"type": "base64", "media_type": media_type, "data": data}


def picture(data: str = PNG, media_type: str = "image/png", **members: object) -> Json:
    """An image block of these bytes."""
    return {"type": "image", "source": base64_source(data, media_type), **members}


def png(width: int, height: int) -> str:
    """A PNG's head of that size in pixels."""
    head = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + struct.pack(">II", width, height) + b"\x08\x02\0\0\0"
    return base64.b64encode(head).decode()


def heavy(characters: int) -> str:
    """A small PNG with so much behind it that its base64 has that many characters."""
    return PNG[:-2] + "A" * (characters - len(PNG[:-2]))


def pdf(pages: int, *, encrypted: bool = False) -> Json:
    """A document of so many empty pages."""
    kids = b" ".join(b"%d 0 R" % (3 + n) for n in range(pages))
    objects = [b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, kids)] + [b"<< /Type /Page /Parent 2 0 R >>"] * pages
    middle = b"".join(b"%d 0 obj %s endobj\n" % (2 + n, part) for n, part in enumerate(objects))
    end = b"trailer << /Root 1 0 R" + b" /Encrypt 5 0 R" * encrypted + b" >>"
    raw = b"%PDF-1.5\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n" + middle + end
    return {"type": "document", "source": base64_source(base64.b64encode(raw).decode(), "application/pdf")}


def nested(*content: object, name: str = "f", **members: Any) -> list[Json]:
    """A conversation with a tool result of these blocks."""
    return [user("Go"), assistant(call(name=name, **members)), user(result(content=list(content), **members))]


ERROR_MODE = {"oversized_image": "error"}
TYPES = "Input should be 'image/jpeg', 'image/png', 'image/gif' or 'image/webp'"
CITED = {"enabled": True}
FORMAT = {"format": {"type": "json_schema", "schema": {"type": "object", "properties": {}, "additionalProperties": False}}}
SEARCH = {"type": "web_search_20250305", "name": "web_search"}
COMPUTER = {"type": "computer_toolset_20260801"}

MEDIA_CASES: list[Case] = [
    bad(
        "image-media-type-enum",
        f"{SOURCE}/media_type",
        f"messages.0.content.0.image.source.base64.media_type: {TYPES}",
        messages=[user(picture(media_type="image/jpg"))],
    ),
    bad(
        "image-media-type-enum",
        "/messages/2/content/0/content/0/source/media_type",
        f"messages.2.content.0.tool_result.content.0.image.source.base64.media_type: {TYPES}",
        messages=nested(picture(media_type="image/svg+xml")),
        tools=[tool()],
    ),
    bad(
        "image-magic-bytes-mismatch",
        (SOURCE, f"{SOURCE}/data", f"{SOURCE}/media_type"),
        "messages.0.content.0.image.source.base64: The image was specified using the image/jpeg media type, "
        "but the image appears to be a image/png image",
        messages=[user(picture(media_type="image/jpeg"))],
    ),
    bad(
        "image-magic-bytes-mismatch-old-wording",
        (SOURCE, f"{SOURCE}/data", f"{SOURCE}/media_type"),
        "messages.0.content.0.image.source.base64.data: Image does not match the provided media type image/webp",
        messages=[user(picture(media_type="image/webp"))],
        model="claude-sonnet-4-5",
        as_of="2025-12-01",
    ),
    bad(
        "image-max-dimension-8000",
        f"{SOURCE}/data",
        "messages.0.content.0.image.source.base64.data: At least one of the image dimensions exceed max allowed size: 8000 pixels",
        messages=[user(picture(png(8001, 20)))],
    ),
    bad(
        "image-many-image-2000",
        "/messages/0/content/5/source/data",
        "messages.0.content.5.image.source.base64.data: At least one of the image dimensions exceed max allowed size for many-image "
        "requests: 2000 pixels",
        messages=[user(*[picture(png(9, 2001) if n == 5 else PNG) for n in range(21)])],
    ),
    good("image-many-image-2000", messages=[user(*[picture(png(9, 2001) if n == 5 else PNG) for n in range(20)])]),
    bad("image-count-limit-200k", "/messages/0/content/100", messages=[user(*[picture()] * 101)], model=NARROW),
    bad(
        "image-count-limit-others",
        "/messages/0/content/600",
        "too many images and documents: 601 + 0 > 600",
        messages=[user(*[picture()] * 601)],
        model=WIDE,
    ),
    good("image-count-limit-others", messages=[user(*[picture()] * 600)], model=WIDE),
    bad(
        "image-size-direct-10mb",
        (SOURCE, f"{SOURCE}/data"),
        "messages.0.content.0.image.source.base64: image exceeds 10 MB maximum: 11324160 bytes > 10485760 bytes",
        messages=[user(picture(heavy(11324160)))],
    ),
    bad(
        "image-size-bedrock-vertex-5mb",
        (SOURCE, f"{SOURCE}/data"),
        messages=[user(picture(heavy(5400000)))],
        platform="bedrock",
        model="us.anthropic.claude-sonnet-4-6",
        betas=None,
    ),
    bad(
        "image-size-bedrock-vertex-5mb",
        (SOURCE, f"{SOURCE}/data"),
        messages=[user(picture(heavy(5400000)))],
        platform="vertex",
        model="claude-sonnet-4-6",
    ),
    doubtful(
        "image-unprocessable", (SOURCE, f"{SOURCE}/data"), messages=[user(picture(base64.b64encode(b"\x89PNG\r\n\x1a\nxy").decode()))]
    ),
    doubtful(
        "image-url-not-supported-partner",
        (SOURCE, f"{SOURCE}/type"),
        messages=[user(image(source={"type": "url", "url": "https://example.com/a.png"}))],
        platform="bedrock",
        model="us.anthropic.claude-sonnet-4-6",
        betas=None,
    ),
    doubtful(
        "image-url-not-supported-partner",
        (SOURCE, f"{SOURCE}/type"),
        messages=[user(image(source={"type": "url", "url": "https://example.com/a.png"}))],
        platform="vertex",
        model="claude-sonnet-4-6",
    ),
    bad("image-source-kinds", (SOURCE, f"{SOURCE}/type"), messages=[user(image(source={"type": "path", "path": "a.png"}))]),
    bad(
        "image-oversized-error-mode",
        "/messages/0/content/0/transformations/oversized_image",
        messages=[user(picture(transformations={"oversized_image": "shrink"}))],
    ),
    bad(
        "image-oversized-error-mode",
        ("/messages/0/content/0", f"{SOURCE}/data", SOURCE),
        messages=[user(picture(png(4000, 4000), transformations=ERROR_MODE))],
        model=WIDE,
    ),
    good("image-oversized-error-mode", messages=[user(picture(png(400, 400), transformations=ERROR_MODE))], model=WIDE),
    bad(
        "image-count-tokens-no-fetch",
        ("/messages/0/content/0", f"{SOURCE}/data", SOURCE),
        messages=[user(picture(png(4000, 4000), transformations=ERROR_MODE))],
        model=WIDE,
        endpoint=COUNT,
    ),
    bad(
        "toolset-image-not-downscaled",
        ("/messages/2/content/0/content/0", "/messages/2/content/0/content/0/source", "/messages/2/content/0/content/0/source/data"),
        messages=nested(picture(png(4000, 4000)), name="screenshot", toolset_name="computer"),
        tools=[COMPUTER],
        model=WIDE,
    ),
    bad("pdf-max-pages-600", (SOURCE, f"{SOURCE}/data"), messages=[user(pdf(601))], model=WIDE),
    good("pdf-max-pages-600", messages=[user(pdf(600))], model=WIDE),
    bad(
        "pdf-max-pages-100",
        (SOURCE, f"{SOURCE}/data"),
        "messages.0.content.0.pdf.source.base64.data: A maximum of 100 PDF pages may be provided.",
        messages=[user(pdf(101))],
        model=NARROW,
    ),
    doubtful(
        "pdf-no-encryption",
        (SOURCE, f"{SOURCE}/data"),
        "messages.0.content.0.pdf.source.base64.data: The PDF specified is password protected",
        messages=[user(pdf(1, encrypted=True))],
    ),
    doubtful(
        "pdf-unprocessable",
        (SOURCE, f"{SOURCE}/data"),
        messages=[user(document(source=base64_source("SGVsbG8gd29ybGQ=", "application/pdf")))],
    ),
    bad(
        "pdf-media-type",
        f"{SOURCE}/media_type",
        "messages.0.content.0.document.source.base64.media_type: Input should be 'application/pdf'",
        messages=[user(document(source=base64_source("SGVsbG8=", "text/plain")))],
    ),
    bad("document-text-source", (SOURCE, f"{SOURCE}/type"), messages=[user(document(source={"type": "html", "data": "x"}))]),
    bad(
        "document-text-source",
        f"{SOURCE}/media_type",
        messages=[user(document(source={"type": "text", "media_type": "text/markdown", "data": "x"}))],
    ),
    bad(
        "document-citations-all-or-none",
        ("/messages/0/content/1", "/messages/0/content/1/citations", "/messages/0/content/1/citations/enabled", "/messages/0/content/0"),
        messages=[user(document(citations=CITED), document(), text())],
    ),
    bad(
        "citations-vs-structured-output",
        ("/messages/0/content/0/citations", "/messages/0/content/0/citations/enabled", "/output_config/format"),
        messages=[user(document(citations=CITED), text())],
        output_config=FORMAT,
    ),
    bad(
        "citations-vs-structured-output",
        ("/messages/0/content/0/citations", "/messages/0/content/0/citations/enabled", "/output_config/format"),
        messages=[user(search_result(citations=CITED), text())],
        output_config=FORMAT,
    ),
    bad(
        "search-result-text-only",
        ("/messages/0/content/0/content/0", "/messages/0/content/0/content/0/text", "/messages/0/content/0/content/0/type"),
        messages=[user(search_result(content=[picture()]), text())],
    ),
    bad("search-result-role", "/messages/1/content/0", messages=[user("Hi"), assistant(search_result()), user("More")]),
    bad(
        "search-result-citations-uniform",
        ("/messages/0/content/1", "/messages/0/content/1/citations", "/messages/0/content/1/citations/enabled", "/messages/0/content/0"),
        messages=[user(search_result(citations=CITED), search_result(), text())],
    ),
    bad(
        "search-result-tool-result-exclusive",
        ("/messages/2/content/0/content/1", "/messages/2/content/0/content/0", "/messages/2/content/0"),
        messages=nested(search_result(), text()),
        tools=[tool()],
    ),
    bad(
        "search-result-with-web-search",
        ("/messages/0/content/0", "/messages/0/content/0/citations", "/messages/0/content/0/citations/enabled"),
        messages=[user(search_result(), text())],
        tools=[SEARCH],
    ),
    good("search-result-with-web-search", messages=[user(search_result(citations=CITED), text())], tools=[SEARCH]),
]
