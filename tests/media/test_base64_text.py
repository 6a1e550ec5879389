"""Faults in base64 text are found where they are."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from why400.media import Base64Reader, base64_fault, decoded_length

sizes = st.integers(0, 300) | st.sampled_from([49_151, 49_152, 49_153, 98_304, 98_305, 200_000])


@st.composite
def encoded(draw: st.DrawFn) -> tuple[bytes, str]:
    """Bytes of sizes around the chunk borders, and their base64."""
    block = draw(st.binary(min_size=1, max_size=40))
    size = draw(sizes)
    raw = (block * (size // len(block) + 1))[:size]
    return raw, base64.b64encode(raw).decode()


@given(encoded())
def test_sound_text_has_no_fault(pair: tuple[bytes, str]) -> None:
    """What base64 encodes is sound, and its length is known."""
    raw, text = pair
    if raw:
        assert base64_fault(text) is None
        assert decoded_length(text) == len(raw)
        assert Base64Reader(text).all() == raw
    else:
        assert base64_fault(text).kind == "empty"


@given(encoded(), st.characters(exclude_categories=["Cs"]), st.data())
def test_one_planted_character_is_found(pair: tuple[bytes, str], bad: str, data: st.DataObject) -> None:
    """Any character that base64 lacks is found at its offset, wherever it stands."""
    text = pair[1].rstrip("=")
    at = data.draw(st.integers(0, len(text)))
    broken = text[:at] + bad + text[at:]
    fault = base64_fault(broken)
    if bad == "=":
        assert (fault is None) == (len(broken) % 4 == 0 and at == len(text)) or fault.kind in ("padding", "length")
    elif not (bad.isascii() and (bad.isalnum() or bad in "+/")):
        kind = "whitespace" if bad in " \t\r\n\v\f" else "url-safe" if bad in "-_" else "character"
        assert (fault.kind, fault.offset, fault.found) == (kind, at, bad)


@given(encoded(), st.integers(0, 250_000), st.integers(0, 2_000))
def test_the_reader_reads_what_is_there(pair: tuple[bytes, str], offset: int, size: int) -> None:
    """Any window of the bytes can be read without decoding the rest."""
    raw, text = pair
    assert Base64Reader(text).read(offset, size) == raw[offset : offset + size]


@given(st.text(max_size=40) | st.text("AB=-_ \n/+", max_size=40))
def test_agrees_with_strict_decoding(text: str) -> None:
    """No fault means that a strict decoder takes the text; a fault means that it does not."""
    try:
        base64.b64decode(text, validate=True)
        strict = bool(text)
    except ValueError:
        strict = False
    fault = base64_fault(text)
    assert (fault is None) == strict, fault
    Base64Reader(text, fault).all()


@pytest.mark.parametrize("wrap", ["data:image/png;base64,{}", "{}", "\n{}"])
def test_the_reader_puts_right_what_it_can(wrap: str) -> None:
    """A prefix, line breaks and the URL-safe alphabet do not hide the bytes."""
    raw = bytes(range(256)) * 3
    text = wrap.format(base64.urlsafe_b64encode(raw).decode())
    assert Base64Reader(text, base64_fault(text)).all() == raw


def test_a_padded_chunk_in_the_middle() -> None:
    """Padding on a chunk border is no end of the text."""
    text = "A" * 65_534 + "==" + "AAAA"
    assert (base64_fault(text).kind, base64_fault(text).offset) == ("padding", 65_534)
