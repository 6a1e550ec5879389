"""`why400 rules`: every way to be rejected that why400 knows."""

import argparse

from why400.cli.console import say
from why400.errors import UsageError
from why400.render.findings_json import to_json
from why400.rules.catalogue import rules
from why400.rules.wording import DOCS

EXAMPLE = "why400 rules --family tools"


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the command's arguments."""
    parser.add_argument("--family", metavar="NAME", help="only this family")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(args: argparse.Namespace) -> int:
    """Lists the rules."""
    found = rules()
    families = sorted({entry.family for entry in found})
    if args.family is not None:
        if args.family not in families:
            raise UsageError(f"no family {args.family!r}: one of {', '.join(families)}")
        found = [entry for entry in found if entry.family == args.family]
    if args.format == "json":
        say(
            to_json(
                {
                    "rules": [
                        {
                            "slug": entry.slug,
                            "family": entry.family,
                            "title": entry.title,
                            "severity": entry.severity,
                            "side": entry.side,
                            "retry": entry.retry,
                            "evidence": entry.evidence,
                            "docs": f"{DOCS}{entry.slug}",
                        }
                        for entry in found
                    ]
                }
            )
        )
        return 0
    family = ""
    for entry in found:
        if entry.family != family:
            say(f"{'' if not family else chr(10)}{entry.family}")
            family = entry.family
        say(f"  {entry.slug:<38} {entry.title}")
    say(f"\n{len(found)} rules; `why400 rule NAME` opens one")
    return 0
