"""HTTPie commands (`http`, `https`, and xh, which takes the same)."""

from why400.formats.command_lines import Finder
from why400.formats.curl import Load
from why400.formats.read_input import Outcome

_OPTIONS = rb"(?:-{1,2}[A-Za-z][\w-]{0,40}(?:[= ][^\s\\-][^\s\\]{0,200})?[ \t\\\r\n]+){0,12}?"
_METHOD = rb"(?:(?i:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[ \t\\\r\n]+)?"
_URL = rb"(?:['\"]?(?:https?://|\$)|[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}[/ \t:\\\r\n]|:\d|:/|localhost\b)"
# The name alone would be a word of any text: what follows has to be a URL.
_FINDER = Finder(rb"(?:https?|xhs?)(?=[ \t]+(?:\\\r?\n[ \t]*)?" + _OPTIONS + _METHOD + _URL + rb")")


def recognises(data: bytes) -> bool:
    """Whether the first line that is no comment, assignment or fence begins such a command."""
    return _FINDER.first(data) is not None


def parse(data: bytes, source: str, load: Load | None = None) -> list[Outcome]:
    """The requests that the commands would send; of many, those that are none for an API of Claude are left out.

    Raises FormatError where a body comes from what only a shell knows, or where HTTPie itself would refuse an item.
    """
    from why400.formats.httpie_commands import read  # here: to recognise other texts needs none of it

    return read(data, source, load, _FINDER)
