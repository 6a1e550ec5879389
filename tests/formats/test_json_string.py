"""A body inside a JSON string comes out byte for byte, and each byte knows its place."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.hostile_files import json_string
from tests.robustness.counted import calls
from why400.formats.json_string import decoded

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def check(token: bytes, wanted: bytes) -> None:
    source = b'{"text": ' + token + b"}"
    body, places = decoded(source, 9, 9 + len(token))
    assert body == wanted
    at = [places.source(offset) for offset in range(len(body) + 1)]
    assert at == sorted(at)
    assert at[0] == 10
    assert at[-1] == 9 + len(token) - 1  # the end of the body is the closing quote
    for offset, byte in enumerate(body):
        place = at[offset]
        assert source[place] == byte or b"\\" in source[place - 3 : place + 1]  # the bytes of an escape lie in it
        if byte in b'"\\\n\t':
            assert source[place] == ord("\\")
    for start, place in zip(places.starts, places.sources, strict=True):
        assert places.source(start) == place


@given(text, st.booleans())
def test_any_text_comes_back(value: str, ascii_only: bool) -> None:
    """However the writer escaped it."""
    check(json.dumps(value, ensure_ascii=ascii_only).encode(), value.encode())


@pytest.mark.parametrize(
    ("token", "body"),
    [
        (b'""', b""),
        (rb'"\/\b\f\r"', b"/\b\f\r"),
        (rb'"\u0041\u00e9\u20ac\ud83d\ude00!"', "Aé€😀!".encode()),
        (rb'"\ud83d!"', b"\xed\xa0\xbd!"),
        (rb'"\\u0041"', rb"\u0041"),
        (b'"a\nb"', b"a\nb"),
        (b'"a\n\\"b\xff"', b'a\n"b\xff'),
        ('"é\\né"'.encode(), "é\né".encode()),
    ],
)
def test_escapes(token: bytes, body: bytes) -> None:
    """Every escape there is; line breaks and broken UTF-8 are kept."""
    assert decoded(token, 0, len(token))[0] == body


def test_places_behind_escapes() -> None:
    """The byte behind an escape of each length is found."""
    token = rb'"1\"2\u00413\u00e94\u20ac5\ud83d\ude006\ud83d7"'
    body, places = decoded(token, 0, len(token))
    for digit in b"1234567":
        assert token[places.source(body.index(digit))] == digit
    for offset, byte in enumerate(body):
        assert byte != ord('"') or token[places.source(offset) :].startswith(b'\\"')


@pytest.mark.parametrize("token", [b'"', b"12", b'"a', b'"a"b"', rb'"\x41"', rb'"\u12"', rb'"a"\n"', b'"\\"'])
def test_what_is_no_string(token: bytes) -> None:
    """ValueError, whatever the caller makes of it."""
    with pytest.raises(ValueError, match="JSON string"):
        decoded(token, 0, len(token))


def test_long_strings_take_steps_in_proportion() -> None:
    """Four times the escapes take four times the steps; two megabytes of them come out whole."""

    def back(count: int) -> tuple[int, int]:
        token = json_string(count)
        body, places = decoded(token, 0, len(token))
        return len(body), places.source(len(body))

    assert calls(lambda: back(20_000)) <= 4.1 * calls(lambda: back(5_000))
    assert back(500_000) == (1_000_000, 2_000_001)
