"""`why400 completion SHELL`: completion of commands, options, and the names that they take."""

import argparse
import importlib
from collections.abc import Iterator, Sequence

from why400.cli.completion_scripts import SCRIPTS
from why400.cli.console import Parser, say
from why400.errors import UsageError

EXAMPLE = 'eval "$(why400 completion bash)"'

FILES = ":files"
"""The line that says that a file's name fits here."""
Words = Iterator[tuple[str, str]]
"""Candidates with what is said of each."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the command's arguments."""
    parser.add_argument("shell", nargs="?", choices=tuple(SCRIPTS), help="the shell whose script is printed")
    parser.add_argument("--complete", nargs="*", help=argparse.SUPPRESS)  # what the scripts ask


def run(args: argparse.Namespace) -> int:
    """Prints the script, or the candidates for what has been typed."""
    if args.complete is not None:
        *before, current = [word.removeprefix(":") for word in args.complete] or [""]
        for word, about in complete(before, current):
            say(word if word == FILES or not about else f"{word}\t{about}")
        return 0
    if args.shell is None:
        raise UsageError(f"which shell: one of {', '.join(SCRIPTS)}")
    say(SCRIPTS[args.shell].rstrip("\n"))
    return 0


def complete(before: Sequence[str], current: str) -> Words:
    """The candidates for the word `current` behind the words `before` (without the program's name)."""
    from why400.__main__ import COMMANDS  # not above: it imports this module

    before = [word for word in before if word != "="]  # bash takes `--option=value` apart
    if current == "=":
        current = ""
    if not before:
        yield from _matching(iter(COMMANDS.items()), current)
    elif before[0] in COMMANDS:
        command = importlib.import_module(f"why400.cli.{before[0]}")
        parser = Parser(prog="why400", add_help=True)
        command.configure(parser)
        yield from _arguments(parser, before[0], before[1:], current)


def _arguments(parser: argparse.ArgumentParser, command: str, before: Sequence[str], current: str) -> Words:
    options = {name: action for action in parser._actions for name in action.option_strings if action.help != argparse.SUPPRESS}
    positionals = [action for action in parser._actions if not action.option_strings]
    name, equals, value = current.partition("=")
    if equals and name in options:
        yield from ((f"{name}={word}", about) for word, about in _values(options[name], command, value) if word != FILES)
        return
    given = 0
    waiting: argparse.Action | None = None
    for index, word in enumerate(before):
        if _takes(waiting, word):
            waiting = None
        elif word in options:
            waiting = options[word] if options[word].nargs != 0 else None
        elif not word.startswith("-") or word == "-":
            deeper = positionals[given].choices if given < len(positionals) else None
            if isinstance(deeper, dict):  # a command of a command, such as `contract show`
                if word in deeper:
                    yield from _arguments(deeper[word], command, before[index + 1 :], current)
                return
            given += 1
    if waiting is not None and _takes(waiting, current):
        yield from _values(waiting, command, current)
    elif current.startswith("-"):
        long = ((name, action.help or "") for name, action in options.items() if name.startswith("--"))
        yield from _matching(long, current)
    elif positionals:
        last = positionals[-1]
        if given < len(positionals) or last.nargs in ("*", "+"):
            yield from _values(positionals[min(given, len(positionals) - 1)], command, current)


def _takes(waiting: argparse.Action | None, word: str) -> bool:
    """Whether the option that waits for a value takes this word; one that can do without leaves another option alone."""
    return waiting is not None and not (waiting.nargs == "?" and word.startswith("-"))


def _values(action: argparse.Action, command: str, current: str) -> Words:
    if action.metavar in ("FILE", "FOLDER"):
        yield FILES, ""
    elif action.metavar == "NAMES":  # a list with commas: the last of them is being typed
        done, comma, last = current.rpartition(",")
        yield from ((f"{done}{comma}{word}", about) for word, about in _matching(_named(action.dest, command), last))
    elif action.choices is not None:
        yield from _matching(((str(choice), "") for choice in action.choices), current)
    else:
        yield from _matching(_named(action.dest, command), current)


def _named(what: str, command: str) -> Words:
    """The names that an argument takes, by its own name."""
    if what in ("select", "ignore"):
        yield from _rules()
        yield from _families()
    elif what == "name" and command == "rule":
        yield from _rules()
    elif what == "family":
        yield from _families()
    elif what == "model":
        from why400.contract import models

        yield from ((model.id, "") for model in models.known())
    elif what == "betas":
        from why400.contract import betas

        yield from ((beta.name, beta.opens) for beta in betas.known())
    elif what == "api_version":
        from why400.contract import versions

        yield from ((version.name, "") for version in versions.known())
    elif what == "platform":
        from why400.check.options import PLATFORMS

        yield from ((platform, "") for platform in PLATFORMS)
    elif what == "endpoint":
        from why400.contract import endpoints

        yield from ((one.path, "") for one in endpoints.endpoints() if one.method == "POST" and "{" not in one.path)


def _rules() -> Words:
    from why400.rules.catalogue import catalogue

    yield from ((entry.slug, entry.title) for entry in catalogue().values())


def _families() -> Words:
    from why400.rules.catalogue import catalogue

    yield from ((family, "family of rules") for family in dict.fromkeys(entry.family for entry in catalogue().values()))


def _matching(words: Words, current: str) -> Words:
    return ((word, about) for word, about in words if word.startswith(current))
