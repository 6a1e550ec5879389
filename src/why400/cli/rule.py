"""`why400 rule NAME`: one way to be rejected, in full."""

import argparse
import difflib

from why400.cli.console import say
from why400.errors import UsageError
from why400.render.findings_json import to_json
from why400.render.rule_text import rule_dict, rule_text
from why400.rules.catalogue import catalogue

EXAMPLE = "why400 rule tool-result-missing"


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the command's arguments."""
    parser.add_argument("name", metavar="NAME", help="the rule's slug")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(args: argparse.Namespace) -> int:
    """Prints the rule's page."""
    entry = catalogue().get(args.name.strip().lower().replace("_", "-"))
    if entry is None:
        near = difflib.get_close_matches(args.name, list(catalogue()), 3, 0.5)
        raise UsageError(f"no rule {args.name!r}{' (did you mean ' + ', '.join(near) + '?)' if near else ''}: see `why400 rules`")
    rule = entry.load()
    say(to_json(rule_dict(rule)) if args.format == "json" else rule_text(rule))
    return 0
