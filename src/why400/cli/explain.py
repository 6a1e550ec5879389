"""`why400 explain`: what an error means."""

import argparse
import dataclasses
import re
import sys
from collections.abc import Sequence

from why400.cli.beside import load_beside
from why400.cli.console import complain, inputs_or_stdin, invite, read_unpacked, say, style_of
from why400.errors import UsageError, Why400Error
from why400.explain import explain
from why400.formats.read import read_all
from why400.model import Diagnosis
from why400.render.diagnoses_text import diagnosis_text, kinds_of, kinds_text
from why400.render.findings_json import to_json
from why400.rules.catalogue import catalogue

EXAMPLE = "why400 explain app.log"


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the command's arguments."""
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="a log, a traceback, an error body, anything; - or nothing: standard input"
    )
    parser.add_argument("--request", metavar="FILE", help="the request that failed: the error's place is shown in it")
    parser.add_argument("--kind", type=int, metavar="N", help="show the N-th kind of error in full")
    parser.add_argument("--no-source", action="store_true", help="show no excerpts of the request")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(args: argparse.Namespace) -> int:
    """Runs the command; returns the exit code."""
    if not args.files:
        invite("paste an error")
    request, request_text = None, None
    if args.request is not None:
        data = read_unpacked(args.request)
        given = read_all(data, source=args.request, load=load_beside(args.request))[0]
        request = given.request.body if given.body_only else given.request
        request_text = given.request.body.decode("utf-8", "replace")
    found: list[Diagnosis] = []
    span = ""
    unusable = False
    for name in inputs_or_stdin(args.files):
        try:
            data = read_unpacked(name)
            explained = explain(data, request=request)
            found.extend(explained)
            span = _span(data, explained) if len(args.files) < 2 else ""
        except Why400Error as exc:
            complain(str(exc))
            unusable = True
    if args.format == "json":
        say(to_json({"errors": [dataclasses.asdict(one) for one in found]}))
    else:
        _show(found, args, request_text, span)
    return 2 if unusable else int(not found)


def _show(found: Sequence[Diagnosis], args: argparse.Namespace, request_text: str | None, span: str) -> None:
    style = style_of(sys.stdout)
    kinds = kinds_of(found)
    source = " ".join(args.files) or "-"
    text = None if args.no_source else request_text
    if not kinds:
        say(f"{source}: no error found in this text")
        return
    if args.kind is not None:
        if not 1 <= args.kind <= len(kinds):
            raise UsageError(f"--kind {args.kind}: there are {len(kinds)} kinds")
        kinds = [kinds[args.kind - 1]]
    if len(kinds) == 1:
        say(diagnosis_text(kinds[0], style, next_commands=_next(kinds[0][0]), source=text))
    else:
        say(kinds_text(kinds, source, style, span))


def _next(one: Diagnosis) -> list[str]:
    if one.rule is None:
        return []
    entry = catalogue().get(one.rule)
    seen_in_request = ["why400 check request.json"] if entry is not None and entry.subject else []
    return [*seen_in_request, f"why400 rule {one.rule}"]


_TIME = re.compile(rb"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)")


def _span(data: bytes, found: Sequence[Diagnosis]) -> str:
    """`, DAY TIME to TIME`: from the first error in a log to the last; empty where its lines bear no time."""
    if len(found) < 2:
        return ""
    lines = data.split(b"\n")
    times = [_time_at(lines, number) for number in (min(one.first_line for one in found), max(one.last_line for one in found))]
    (first_day, first), (last_day, last) = times
    if not first or not last or (first_day, first) == (last_day, last):
        return ""
    return f", {first_day} {first} to {last}" if first_day == last_day else f", {first_day} {first} to {last_day} {last}"


def _time_at(lines: Sequence[bytes], number: int) -> tuple[str, str]:
    for line in reversed(lines[max(0, number - 8) : number]):
        stamp = _TIME.search(line[:200])
        if stamp is not None:
            return stamp[1].decode(), stamp[2].decode()
    return "", ""
