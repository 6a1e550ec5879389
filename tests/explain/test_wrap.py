"""Line breaks of terminals, quotes and comments, and words that were cut in two."""

import pytest

from why400.explain.wrap import strip_ansi, unwrap


@pytest.mark.parametrize(
    ("wrapped", "message"),
    [
        ("messages.3.content.2.ima\n    ge.source.base64.data: too large", "messages.3.content.2.image.source.base64.data: too large"),
        ("At least  \n     one of the image dimensions", "At least one of the image dimensions"),
        ("image exceeds 5 \n    MB maximum", "image exceeds 5 MB maximum"),
        ("the header\nis missing", "the header is missing"),
        ("ids were found\n│ without results", "ids were found without results"),
        ("models other\n// than this", "models other than this"),
        ("models other\n  # than this", "models other than this"),
        ("quoted by\r\n> a mail", "quoted by a mail"),
        ("toolu_01QD3ju\n   feknrw.x: no", "toolu_01QD3jufeknrw.x: no"),
    ],
)
def test_takes_out_breaks(wrapped: str, message: str) -> None:
    assert unwrap(wrapped) == message


def test_colours_are_taken_off() -> None:
    assert strip_ansi("\x1b[31mAPI Error\x1b[0m: 400") == "API Error: 400"
