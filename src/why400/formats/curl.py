"""curl commands, one or many."""

from collections.abc import Callable

from why400.formats.command_lines import Finder
from why400.formats.read_input import Outcome

Load = Callable[[str], bytes]
"""Gives the content of a file that a command names (`-d @body.json`)."""

_FINDER = Finder(rb"curl(?:\.exe)?(?=[ \t\r\n\\^`])")


def recognises(data: bytes) -> bool:
    """Whether the first line that is no comment, assignment or fence begins a curl command."""
    return _FINDER.first(data) is not None


def parse(data: bytes, source: str, load: Load | None = None) -> list[Outcome]:
    """The requests that the commands would send; of many, those that are none for an API of Claude are left out.

    `load` reads the files that a command takes its body from; without it, and for what only a shell can fill in,
    the command is passed over, and what is said of it says which file to check instead. Variables stay as they are written: `$ANTHROPIC_API_KEY` is a value
    that is not known.
    """
    from why400.formats.curl_commands import read  # here: to recognise other texts needs none of it

    return read(data, source, load, _FINDER)
