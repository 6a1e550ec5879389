"""`why400 fix`: a request, mended."""

import argparse
import sys

from why400.check.fix import fix
from why400.cli.check import add_circumstances, options_of
from why400.cli.console import complain, invite, read_input
from why400.errors import UsageError
from why400.formats.read import read_all

EXAMPLE = "why400 fix request.json > mended.json"


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the command's arguments."""
    parser.add_argument("file", nargs="?", default="-", metavar="FILE", help="a JSON body; - or nothing: standard input")
    add_circumstances(parser)
    parser.add_argument("--unsafe", action="store_true", help="apply also the mends that may change what the request means")


def run(args: argparse.Namespace) -> int:
    """Prints the mended body to standard output and what was done to standard error; 1 where errors remain."""
    options = options_of(args)
    if args.file == "-":
        invite("paste a request")
    given = read_all(read_input(args.file), source=args.file, as_=args.as_)[0]
    if given.kind != "json":
        raise UsageError(f"{args.file}: only a JSON body can be mended so far, not a {given.kind} request")
    done = fix(
        given.request.body,
        unsafe=args.unsafe,
        endpoint=options.endpoint,
        platform=options.platform,
        api_version=options.api_version,
        betas=options.betas,
        model=options.model,
        as_of=options.as_of,
    )
    sys.stdout.buffer.write(done.request.body)
    if not done.request.body.endswith(b"\n"):
        sys.stdout.buffer.write(b"\n")
    for finding in done.applied:
        place = finding.path or finding.pointer or "the body"
        complain(f"mended {finding.rule} at {place}: {finding.fix.title if finding.fix else ''}")
    errors = [finding for finding in done.remaining if finding.severity == "error"]
    for finding in errors:
        needs = " (--unsafe would: " + finding.fix.title + ")" if finding.fix and finding.fix.edits else ""
        complain(f"not mended {finding.rule} at {finding.path or finding.pointer or 'the body'}: {finding.cause}{needs}")
    return int(bool(errors))
