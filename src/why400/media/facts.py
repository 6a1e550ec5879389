"""The facts of one piece of media, worked out when first asked for and shared by all who ask."""

from functools import cached_property

from why400.media.base64_text import Base64Fault, Base64Reader, base64_fault, decoded_length
from why400.media.dimensions import dimensions
from why400.media.pdf import PdfFacts, pdf_facts
from why400.media.sniff import HEAD_BYTES, media_type


class MediaFacts:
    """Facts about the `data` of a base64 source."""

    def __init__(self, data: str) -> None:
        self.data = data

    @property
    def characters(self) -> int:
        """The length of the base64 text, which is what the API's size limits count."""
        return len(self.data)

    @cached_property
    def fault(self) -> Base64Fault | None:
        """What is wrong with the base64, or None."""
        return base64_fault(self.data)

    @cached_property
    def size_bytes(self) -> int | None:
        """How many bytes it decodes to; None where it does not decode."""
        return None if self.fault else decoded_length(self.data)

    @cached_property
    def _reader(self) -> Base64Reader:
        return Base64Reader(self.data, self.fault)

    @cached_property
    def media_type(self) -> str | None:
        """The media type that the bytes show, or None where they show none that is known."""
        return media_type(self._reader.read(0, HEAD_BYTES))

    @cached_property
    def dimensions(self) -> tuple[int, int] | None:
        """(width, height) in pixels of a PNG, JPEG, GIF or WebP."""
        return dimensions(self._reader.read)

    @cached_property
    def pdf(self) -> PdfFacts | None:
        """Facts of a PDF; None where it is none. Decodes the whole text."""
        return pdf_facts(self._reader.all()) if self.media_type == "application/pdf" else None


class MediaCache:
    """The facts of each string once, by identity: hashing megabytes would cost more than most facts do."""

    __slots__ = ("_facts",)

    def __init__(self) -> None:
        self._facts: dict[int, MediaFacts] = {}

    def facts(self, data: str) -> MediaFacts:
        """The facts of this very string object; the cache keeps it alive, so that its identity stays its own."""
        found = self._facts.get(id(data))
        if found is None:
            found = self._facts[id(data)] = MediaFacts(data)
        return found
