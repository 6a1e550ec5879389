"""`why400 contract`: what why400 knows of the API; refreshing it from newer sources; what that changes."""

import argparse
import os
from contextlib import suppress
from datetime import date
from pathlib import Path

from why400.cli.console import complain, read_input, say, style_of
from why400.contract.show import KINDS, packaged_sdk, show
from why400.errors import FormatError, UsageError
from why400.render.findings_json import to_json

EXAMPLE = "why400 contract show models"


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the command's arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="show | build | diff")
    showing = actions.add_parser("show", help="print facts of the contract as JSON")
    showing.add_argument("what", nargs="?", choices=KINDS, help="which facts; nothing: an overview, with what is in force")
    showing.add_argument("name", nargs="?", help="only this entry, such as a model's id")
    building = actions.add_parser(
        "build",
        help="refresh the contract from the installed SDK, and use it from then on",
        description="Lays newer sources over the packaged contract; each build begins there, so give all sources at once. Sources are files, and the SDK "
        "is read, never run; only --fetch-models opens a connection.",
        epilog="example: why400 contract build --sdk",
    )
    building.add_argument(
        "--sdk",
        nargs="?",
        const="",
        metavar="FOLDER",
        help="from the installed package anthropic, or the one in FOLDER (an unpacked wheel)",
    )
    building.add_argument("--python", metavar="PATH", help="the Python beside which anthropic is installed; nothing: this one")
    building.add_argument("--openapi", metavar="FILE", help="from the API's OpenAPI document (JSON)")
    building.add_argument(
        "--models", metavar="FILE", help="from your account's list of models, whose capabilities then win: the answer of GET /v1/models; - is "
        "standard input",
    )  # fmt: skip
    building.add_argument(
        "--fetch-models", action="store_true", help="fetch that list: from ANTHROPIC_BASE_URL (nothing: the API itself) with ANTHROPIC_API_KEY or "
        "ANTHROPIC_AUTH_TOKEN",
    )  # fmt: skip
    building.add_argument("--out", metavar="FILE", help="write it there instead of putting it in force (for `contract diff`)")
    building.add_argument("--reset", action="store_true", help="go back to the packaged contract")
    comparing = actions.add_parser(
        "diff",
        help="what a built contract changes",
        description="Compares two contracts: `packaged`, `built`, or files of `contract build --out`. Exit code 0 without a change, 1 with.",
        epilog="example: why400 contract diff packaged built",
    )
    comparing.add_argument("old", nargs="?", default="packaged", metavar="OLD", help="nothing: packaged")
    comparing.add_argument("new", nargs="?", default="built", metavar="NEW", help="nothing: built")
    comparing.add_argument("--format", choices=("text", "json"), default="text")


def run(args: argparse.Namespace) -> int:
    """Runs the command; returns the exit code."""
    match args.action:
        case "show":
            say(to_json(show(args.what, args.name)))
            return 0
        case "build":
            return _build(args)
        case _:
            return _diff(args)


def _build(args: argparse.Namespace) -> int:
    from why400.contract import in_force

    if args.fetch_models and args.models is not None:
        raise UsageError("--fetch-models and --models are two sources of one list: give one of them")
    target = Path(args.out) if args.out is not None else in_force.where()
    if target is None:
        raise UsageError("WHY400_CONTRACT=packaged keeps to the packaged contract: unset it, or write the built one with --out FILE")
    if args.reset:
        return _reset(args, target)
    if args.sdk is None and args.python is None and args.openapi is None and args.models is None and not args.fetch_models:
        raise UsageError(
            "nothing to build from: give --sdk, --openapi FILE, --models FILE or --fetch-models (see `why400 contract build --help`)"
        )
    data = _built(args)
    _write(target, data)
    about = in_force.decode(data, str(target)).about
    parts = ", ".join(about.changed) if about.changed else "nothing"
    say(f"built from {about.sdk}, OpenAPI {about.openapi}" + (f", models of {about.models}" if about.models else "") + f": {target}")
    say(f"differs from the packaged contract in: {parts}")
    if (theirs := in_force.version_numbers(about.sdk)) and theirs < (ours := in_force.version_numbers(packaged_sdk())):
        say(f"note  the packaged contract knows a newer SDK already ({'.'.join(map(str, ours))}): an older one adds little")
    if args.out is None:
        say("next  why400 contract diff" if about.changed else "next  why400 contract show")
        if "schemas" in about.changed:
            say(
                "note  request schemas of the Messages API differ: each check takes the full path now (some milliseconds); `why400 contract build --reset` goes back"
            )
    return 0


def _built(args: argparse.Namespace) -> bytes:
    from why400.contract.build.build_contract import build_contract
    from why400.contract.build.installed import sdk_beside, sdk_in
    from why400.contract.build.models_list import read_models

    sdk = None
    if args.sdk:
        sdk = sdk_in(args.sdk)
    elif args.sdk is not None or args.python is not None:
        sdk = sdk_beside(args.python)
    openapi = (Path(args.openapi).name, _document(args.openapi)) if args.openapi is not None else None
    models = None
    if args.models is not None:
        name = "standard input" if args.models == "-" else Path(args.models).name
        models = (name, read_models(read_input(args.models), args.models))
    elif args.fetch_models:
        from why400.net.account_models import fetch_pages

        pages = fetch_pages(os.environ)
        models = (pages[0][0].partition("?")[0], [model for url, data in pages for model in read_models(data, f"the answer of {url}")])
    data, _ = build_contract(sdk=sdk, openapi=openapi, models=models, day=date.today())
    return data


def _document(name: str) -> dict[str, object]:
    import msgspec

    try:
        document = msgspec.json.decode(read_input(name))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as exc:
        raise FormatError(f"{name} is no JSON ({exc}): --openapi wants an OpenAPI document as JSON") from None
    if not isinstance(document, dict) or not isinstance(document.get("components"), dict) or "schemas" not in document["components"]:
        raise FormatError(f"{name} is no OpenAPI document: it has no components.schemas")
    return document


def _write(target: Path, data: bytes) -> None:
    """Writes the file whole or not at all."""
    beside = target.with_name(f"{target.name}.{os.getpid()}.new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        beside.replace(target)
    except OSError as exc:
        with suppress(OSError):
            beside.unlink()
        raise UsageError(f"{target} cannot be written: {exc.strerror}") from None


def _reset(args: argparse.Namespace, target: Path) -> int:
    if args.fetch_models or any(one is not None for one in (args.sdk, args.python, args.openapi, args.models, args.out)):
        raise UsageError("--reset goes alone: it takes the built contract away")
    try:
        target.unlink()
    except FileNotFoundError:
        say("the packaged contract is in force already")
        return 0
    except OSError as exc:
        raise UsageError(f"{target} cannot be taken away: {exc.strerror}") from None
    say(f"the packaged contract is in force again ({target} is gone)")
    return 0


def _diff(args: argparse.Namespace) -> int:
    import sys

    from why400 import __version__
    from why400.contract import in_force
    from why400.contract.build.compare import AREAS, compare
    from why400.contract.build.plain import PlainContract, packaged, plain_of

    def contract(name: str) -> PlainContract:
        if name == "packaged":
            return packaged()
        if name == "built":
            built = in_force.found()
            if built is None:
                raise UsageError("no contract has been built yet: `why400 contract build --sdk` makes one")
            return plain_of(built, "built")
        return plain_of(in_force.decode(read_input(name), name), name)

    old, new = contract(args.old), contract(args.new)
    changes = compare(old, new)
    if args.format == "json":
        sides = [{"name": one.name, "sdk": one.sdk, "openapi": one.openapi, "date": one.day} for one in (old, new)]
        summary = {"changes": len(changes), **{str(area): sum(one.area == area for one in changes) for area in AREAS}}
        report = {"tool": "why400", "version": __version__, "old": sides[0], "new": sides[1], "changes": changes, "summary": summary}
        say(to_json(report))
    else:
        from why400.render.changes_text import changes_text

        say(changes_text(old, new, changes, style_of(sys.stdout)))
    if in_force.found() is not None and in_force.in_force() is None and "built" in (args.old, args.new):
        complain("the built contract rests: it was made with another version of why400; `why400 contract build` makes it anew")
    return int(bool(changes))
