"""`why400 contract show`: what why400 knows of the API, with sources and dates."""

import argparse

from why400.cli.console import say
from why400.contract.show import KINDS, show
from why400.render.findings_json import to_json

EXAMPLE = "why400 contract show models"


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the command's arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="show")
    showing = actions.add_parser("show", help="print facts of the contract as JSON")
    showing.add_argument("what", nargs="?", choices=KINDS, help="which facts; nothing: an overview")
    showing.add_argument("name", nargs="?", help="only this entry, such as a model's id")


def run(args: argparse.Namespace) -> int:
    """Prints the facts."""
    say(to_json(show(args.what, args.name)))
    return 0
