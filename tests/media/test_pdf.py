"""Facts of PDFs that the tests write themselves."""

import base64
import zlib

from hypothesis import given
from hypothesis import strategies as st

from why400.media import MediaFacts, PdfFacts, pdf_facts


def pdf(pages: int, *, packed: bool, encrypted: bool = False) -> bytes:
    """A minimal file; packed ones keep their objects in an object stream, as PDF 1.5 does."""
    kids = b" ".join(b"%d 0 R" % (3 + n) for n in range(pages))
    objects = [b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, kids)]
    objects += [b"<< /Type /Page /Parent 2 0 R >>"] * pages
    if packed:
        body = zlib.compress(b"\n".join(objects))
        middle = b"9 0 obj << /Type /ObjStm /N 3 /Length %d >>\nstream\r\n%s\nendstream endobj\n" % (len(body), body)
    else:
        middle = b"".join(b"%d 0 obj %s endobj\n" % (2 + n, text) for n, text in enumerate(objects))
    end = b"trailer << /Root 1 0 R" + b" /Encrypt 5 0 R" * encrypted + b" >>"
    return b"%PDF-1.5\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n" + middle + end


@given(st.integers(1, 900), st.booleans(), st.booleans())
def test_pages_and_encryption(pages: int, packed: bool, encrypted: bool) -> None:
    """Pages are counted in both ways of writing a file."""
    raw = pdf(pages, packed=packed, encrypted=encrypted)
    assert pdf_facts(raw) == PdfFacts(pages, encrypted)
    assert MediaFacts(base64.b64encode(raw).decode()).pdf == PdfFacts(pages, encrypted)


@given(st.binary(max_size=300), st.integers(0, 400))
def test_anything_goes(raw: bytes, cut: int) -> None:
    """Junk and cut files raise nothing; a file without pages gives none."""
    pdf_facts(raw)
    pdf_facts(pdf(3, packed=True)[:cut] + raw)
    assert pdf_facts(b"%PDF-1.4 nothing here").pages is None


def test_an_inflating_bomb_is_left_alone() -> None:
    """Of a stream that inflates a thousandfold so much is read as forty times the file."""
    page = b"/Type /Page "
    body = zlib.compress(page * 1_500_000)
    raw = b"%PDF-1.5 << /Type /ObjStm >>\nstream\n" + body + b"\nendstream"
    pages = pdf_facts(raw).pages
    assert pages is not None
    assert 0.99 <= pages * len(page) / (40 * len(raw)) <= 1
