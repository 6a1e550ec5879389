"""Facts about the bytes of images and documents in a request. No rules: what a fact means is for the rules to say."""

from why400.media.base64_text import Base64Fault, Base64Reader, base64_fault, decoded_length
from why400.media.dimensions import dimensions
from why400.media.facts import MediaCache, MediaFacts
from why400.media.pdf import PdfFacts, pdf_facts
from why400.media.sniff import media_type

__all__ = [
    "Base64Fault",
    "Base64Reader",
    "MediaCache",
    "MediaFacts",
    "PdfFacts",
    "base64_fault",
    "decoded_length",
    "dimensions",
    "media_type",
    "pdf_facts",
]
