"""`why400 < FILE`: chooses between check and explain by what comes in."""

import io
import sys

from why400.cli.console import Parser, complain
from why400.formats.read import recognise


def run_on_stdin() -> int:
    """Checks a request, explains anything else; returns the exit code."""
    from why400.cli import check, explain

    data = sys.stdin.buffer.read()
    what = recognise(data)
    if what == "empty":
        complain("standard input is empty: give a request or an error, or see `why400 --help`")
        return 2
    command = check if what == "request" else explain
    parser = Parser(prog="why400")
    command.configure(parser)
    sys.stdin = io.TextIOWrapper(io.BytesIO(data))
    return int(command.run(parser.parse_args([])))
