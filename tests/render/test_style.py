"""What a request holds commands no terminal."""

from hypothesis import given
from hypothesis import strategies as st

from why400.render.style import Style

OWN = {"\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[36m"}


@given(st.text(alphabet=st.characters(max_codepoint=0x17F), max_size=60), st.booleans())
def test_no_command_of_a_request_reaches_the_terminal(text: str, colour: bool) -> None:
    style = Style(colour=colour)
    shown = style.plain(style.red(text))
    for own in OWN if colour else ():
        shown = shown.replace(own, "")
    assert not any((ord(char) < 32 and char not in "\n\t") or 127 <= ord(char) < 160 for char in shown)


def test_colours_stay() -> None:
    style = Style(colour=True)
    assert style.plain(style.bold("a") + style.cyan("b\x07")) == "\x1b[1ma\x1b[0m\x1b[36mb␇\x1b[0m"
