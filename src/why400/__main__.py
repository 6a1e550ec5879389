"""The command `why400`: picks the command and imports only that one."""

import gc
import sys

COMMANDS = {
    "explain": "what an error means",
    "check": "what is wrong with a request",
    "fix": "requests, mended where they stand",
    "rules": "every way to be rejected",
    "rule": "one of them in full",
    "contract": "what is known of the API, with sources",
    "mcp": "the tool for coding agents, over MCP",
    "completion": "shell completion",
}
_COLLECT_AFTER = 50_000
"""Objects; a short run needs no collection while it imports."""
FIRST_RUN = """\
why400: why did the Claude API answer 400?

  why400 explain app.log            what an error means: paste it, pipe it, or name a file
  why400 check request.json         what is wrong with a request: JSON, HTTP, curl, HAR, a batch, a log, a saved conversation …
  why400 fix --diff request.json    its mend as a diff; --write makes it

  why400 rules                      every way to be rejected; why400 rule NAME opens one
  why400 contract show models       what is known of models, betas and limits, with sources
  why400 COMMAND --help             the options of a command"""


def main() -> int:
    """Runs the command line; returns the exit code: 0 nothing found (explain: something explained), 1 findings, 2 usage, 3 internal error."""
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        from why400 import __version__

        sys.stdout.write(f"why400 {__version__}\n")
        return 0
    if arguments in (["--help"], ["-h"], ["help"]) or (not arguments and sys.stdin.isatty()):
        sys.stdout.write(FIRST_RUN + "\n")
        return 0
    gc.set_threshold(_COLLECT_AFTER)
    try:
        return _guarded(arguments)
    finally:
        gc.freeze()  # what is left goes with the process; looking through it once more would take a tenth of a short run


def _guarded(arguments: list[str]) -> int:
    from why400.cli.console import complain
    from why400.errors import Why400Error

    try:
        return _dispatch(arguments)
    except Why400Error as exc:
        complain(str(exc))
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as exc:
        if "--debug" in arguments:
            raise
        complain(f"internal error ({type(exc).__name__}: {exc}): please report it; --debug shows where")
        return 3


def _dispatch(arguments: list[str]) -> int:
    import importlib

    from why400.cli.console import Parser
    from why400.errors import UsageError

    if not arguments:
        from why400.cli.route import run_on_stdin

        return run_on_stdin()
    name, *rest = arguments
    if name not in COMMANDS:
        import difflib

        near = difflib.get_close_matches(name, COMMANDS, 1)
        meant = f" (did you mean {near[0]}?)" if near else ""
        raise UsageError(f"no command {name!r}{meant}: one of {', '.join(COMMANDS)}")
    command = importlib.import_module(f"why400.cli.{name}")
    parser = Parser(prog=f"why400 {name}", description=COMMANDS[name], epilog=f"example: {command.EXAMPLE}")
    command.configure(parser)
    return int(command.run(parser.parse_args([argument for argument in rest if argument != "--debug"])))


if __name__ == "__main__":
    raise SystemExit(main())
