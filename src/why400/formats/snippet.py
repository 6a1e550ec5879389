"""Code that sends a request, in Python, JavaScript or TypeScript: read as text, never run."""

import re
from importlib import import_module

from why400.errors import FormatError
from why400.formats.read_input import Outcome, requests_of

_FIRST = re.compile(
    rb"""(?:import|from|const|let|var|async|await|export|function|def|class|try|with|return|fetch|print|if|for|while|assert)\b
    | (?:type|interface|declare|enum|namespace)\ \w | ;?\((?:async\b|function\b|\(\)\ *=>)
    | ["']use\ strict | \#![^\n]{0,200}(?:python|node|deno|bun|tsx|uv\ run|npm|npx|ts-node) | // | /\* | \"\"\" | @\w
    | (?:[\w.]{1,60}\.)?messages\.(?:create|stream|count_tokens|countTokens|parse|batches)\b
    | (?:requests|httpx|axios|client|anthropic|session)\b[.(]
    | [A-Za-z_]\w{0,60}(?:\s*:\s*[\w\[\], .]{1,80})?\s*=(?!=)
    | \#(?![!\#])
    | ```(?:python|py|js|javascript|ts|typescript|jsx|tsx)\b""",
    re.VERBOSE,
)
_CALL = re.compile(
    rb"\.\s*messages\s*\.\s*(?:create|stream|count_tokens|countTokens|parse|tool_runner|toolRunner|batches\s*\.\s*create)\s*\("
    rb"|\bfetch\s*\(|\baxios\b|\b(?:requests|httpx|client|session|http)\s*\.\s*(?:post|get|request|stream)\s*\("
)
_OURS = re.compile(rb"anthropic|claude|/v1/messages|\bmessages\s*\.\s*(?:create|stream|batches)", re.IGNORECASE)
_REPORT = re.compile(rb"Traceback \(most recent call last\)|(?m:^\s+at .{1,300}:\d+:\d+\)?\s*$)|Error code: \d{3}|\"type\":\s?\"error\"")
_JS = re.compile(
    rb"\.\s*(?:create|stream|count_tokens|countTokens|parse|toolRunner)\s*\(\s*\{|\bfetch\s*\(|\baxios\b|^\s*(?:const|let|var)\s|=>",
    re.MULTILINE,
)
_RUBY = re.compile(rb"\b[A-Z]\w{0,60}::[A-Z]\w{0,60}(?:\.|::)new\b")
_HEAD = 262_144


def recognises(data: bytes) -> bool:
    """Whether it begins as code, calls what sends requests to the API, and is no report of an error that quotes such code."""
    first = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not _FIRST.match(first):
        return False
    head = data[:_HEAD]
    ours = _CALL.search(head) is not None and _OURS.search(head) is not None
    return ours and _REPORT.search(head) is None and _RUBY.search(head) is None


def parse(data: bytes, source: str, load: object = None) -> list[Outcome]:
    """The requests of the calls in the code, as far as literals say them.

    A call of which only running the code would tell is passed over; what is said of it names the variables. Raises FormatError where no
    call can be read.
    """
    del load
    # Some code could be either: what is found in one of them counts.
    languages = ("js", "python") if _JS.search(data) else ("python", "js")
    outcome: FormatError | None = None
    for language in languages:
        try:
            found: list[Outcome] = import_module(f"why400.formats.snippet_{language}_calls").read(data, source)
            requests_of(found)
        except FormatError as exc:
            outcome = outcome or exc
            continue
        if found:
            return found
        nothing = f"{source}: no call that sends a request to the API is in the code (`messages.create(…)`, `fetch(…)`)"
        outcome = outcome or FormatError(nothing)
    assert outcome is not None
    raise outcome
