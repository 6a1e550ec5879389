"""`why400 check`: what is wrong with a request."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from msgspec import structs

from why400.check.engine import Checked, run_check
from why400.check.options import PLATFORMS, Options, make_options, make_subject
from why400.cli.beside import load_beside, path_beside
from why400.cli.console import complain, invite, read_unpacked, say, style_of
from why400.cli.inputs import Inputs
from why400.cli.selection import Selection
from why400.cli.source_lines import entry_names, in_source
from why400.contract.show import contract_date, is_old
from why400.errors import Why400Error
from why400.formats.read import KINDS, read
from why400.formats.read_input import PassedOver, ReadInput
from why400.render.findings_text import Screen, screens_text, summary_text

if TYPE_CHECKING:  # only some outputs need it
    from why400.model import Finding
    from why400.render.run import Passed

EXAMPLE = "why400 check request.json"
FORMATS = ("sarif", "github", "junit", "markdown", "html")
"""Outputs for other programs and people; each is a module `why400.render.findings_…`."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the command's arguments."""
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="a JSON body, raw HTTP, curl, HAR, a batch, a log …; or a directory of such; - or nothing: standard input",
    )
    add_circumstances(parser)
    parser.add_argument("--select", action="append", metavar="NAMES", help="report only these rules or families (comma-separated)")
    parser.add_argument("--ignore", action="append", metavar="NAMES", help="leave these rules or families out")
    parser.add_argument("--strict", action="store_true", help="warnings fail, too")
    parser.add_argument("--exit-zero", action="store_true", help="exit with 0 whatever is found")
    parser.add_argument("--no-source", action="store_true", help="show no excerpts of the request")
    parser.add_argument("--format", choices=("text", "json", *FORMATS), default="text")


def add_circumstances(parser: argparse.ArgumentParser) -> None:
    """Adds what an answer depends on besides the body."""
    parser.add_argument("--as", dest="as_", metavar="KIND", choices=KINDS, help=f"what the input is: {', '.join(KINDS)}")
    parser.add_argument("--endpoint", metavar="PATH", help='such as /v1/messages/batches or "GET /v1/models"')
    parser.add_argument("--platform", metavar="NAME", help=", ".join(PLATFORMS))
    parser.add_argument("--api-version", metavar="DATE", help="the anthropic-version that is sent")
    parser.add_argument("--betas", metavar="NAMES", help='the anthropic-beta that is sent, comma-separated; "" for none')
    parser.add_argument("--model", metavar="ID", help="check as if this model had been asked")
    parser.add_argument("--as-of", metavar="DATE", help="check as of this day (YYYY-MM-DD or YYYY-MM)")


def options_of(args: argparse.Namespace) -> Options:
    """The circumstances that were given. Raises UsageError."""
    betas: Iterable[str] | None = None if args.betas is None else args.betas.split(",")
    return make_options(
        endpoint=args.endpoint, platform=args.platform, api_version=args.api_version, betas=betas, model=args.model, as_of=args.as_of
    )


def run(args: argparse.Namespace) -> int:
    """Runs the command; returns the exit code."""
    options = options_of(args)
    selection = Selection.of(args.select, args.ignore)
    as_of = options.as_of or date.today()
    if is_old(as_of):
        complain(f"the contract is of {contract_date()}, more than 90 days old: update why400 to check against the API of today")
    screens: list[Screen] = []
    unusable: list[tuple[str, str]] = []
    passed_over: list[tuple[str, PassedOver]] = []
    if not args.files:
        invite("paste a request")
    inputs = Inputs(args.files)
    for name in inputs:
        try:
            data = read_unpacked(name)
            requests, left = read(data, source=name, as_=args.as_, load=load_beside(name))
        except Why400Error as exc:
            if inputs.skips_error(exc):
                continue
            complain(str(exc))
            unusable.append((name, str(exc)))
            continue
        if inputs.skips(requests):
            continue
        for piece in left:
            inputs.progress.clear()
            complain(f"passed over: {piece.text}")
            passed_over.append((name, piece))
        text = None if args.no_source else data.decode("utf-8", "replace")
        for given in inputs.each(requests):
            own = structs.replace(options, as_of=options.as_of or given.recorded)
            checked = run_check(make_subject(given.request.body if given.body_only else given.request, own), own)
            screens.append(_screen(name, data, text, given, checked, selection))
    unusable += inputs.close()
    _print(screens, unusable, passed_over, args)
    findings = [finding for screen in screens for finding in screen.findings]
    failed = any(finding.severity == "error" or args.strict for finding in findings)
    return 2 if unusable else int(failed and not args.exit_zero)


def _screen(name: str, data: bytes, text: str | None, given: ReadInput, checked: Checked, selection: Selection) -> Screen:
    if given.file is not None and text is not None:
        text = given.file.data.decode("utf-8", "replace")
    kept = [index for index, finding in enumerate(checked.findings) if selection.keeps(finding.rule)]
    findings = in_source([checked.findings[index] for index in kept], data, given)
    return Screen(
        source=name,
        kind=given.kind,
        label=given.label,
        text=text,
        findings=findings,
        labels={position: checked.labels.get(index, "") for position, index in enumerate(kept)},
        entries=entry_names(findings, data, given),
        freed_by=_freed_by(name, data, given, findings),
        endpoint=checked.context.endpoint,
        api_version=checked.context.api_version,
        model=checked.context.model_id,
        value=checked.value,
        size_bytes=len(checked.body),
        unchecked_rest=checked.unchecked_rest,
        counts=checked.counts,
        body=checked.body,
        body_offset=given.body_offset if given.encoding == "verbatim" else None,
        body_file=str(path_beside(name, given.file.name)) if given.file is not None else "",
    )


def _freed_by(name: str, data: bytes, given: ReadInput, findings: list[Finding]) -> dict[int, str]:
    if given.kind != "conversation" or not findings:
        return {}
    from why400.conversations import mends_of  # only a conversation needs it

    return mends_of(data, findings, name)


def _print(
    screens: list[Screen], unusable: list[tuple[str, str]], passed_over: list[tuple[str, PassedOver]], args: argparse.Namespace
) -> None:
    import sys

    from why400 import __version__

    if args.format == "json":
        from why400.render.findings_json import CheckedRequest, findings_json

        requests = [CheckedRequest(s.source, s.label, s.endpoint, s.model, s.api_version, s.findings, s.body_file) for s in screens]
        say(findings_json(requests, __version__, _told(passed_over)))
        return
    if args.format in FORMATS:
        sys.stdout.buffer.write(
            _for_others(screens, unusable, passed_over, args, __version__).encode() + b"\n"
        )  # whatever the terminal's encoding
        return
    style = style_of(sys.stdout)
    for text in screens_text(screens, style):
        say(text)
    if any(screen.findings for screen in screens):
        say(summary_text(screens, contract_date().isoformat(), style))


def _told(passed_over: list[tuple[str, PassedOver]]) -> list[Passed]:
    from why400.render.run import Passed

    return [Passed(source, one.text, one.line) for source, one in passed_over]


def _for_others(
    screens: list[Screen],
    unusable: list[tuple[str, str]],
    passed_over: list[tuple[str, PassedOver]],
    args: argparse.Namespace,
    version: str,
) -> str:
    import importlib
    from pathlib import Path

    from why400.render.run import Run, Unusable

    unread = [Unusable(source, text) for source, text in unusable]
    run = Run(screens, version, contract_date().isoformat(), unread, str(Path.cwd()), args.strict, _told(passed_over))
    render = getattr(importlib.import_module(f"why400.render.findings_{args.format}"), f"findings_{args.format}")
    return str(render(run))
