"""Code that sends a request, in Python, JavaScript or TypeScript: read as text, never run."""

import re
from typing import TYPE_CHECKING

from why400.errors import FormatError
from why400.formats.read_input import Outcome, PassedOver, ReadInput

if TYPE_CHECKING:
    from why400.formats.snippet_python_calls import Earlier

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
    rb"\.\s*(?:create|stream|count_tokens|countTokens|parse|toolRunner)\s*\(\s*\{|\bfetch\s*\(|\baxios\b|^[ \t]*(?:const|let|var)\s|=>",
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


def parse(data: bytes, source: str, load: object = None, earlier: "Earlier | None" = None) -> list[Outcome]:
    """The requests of the calls in the code, as far as literals say them.

    A call of which only running the code would tell is passed over; what is said of it names the variables. `earlier` is what the variables
    of Python before this code hold, and is given those of this code.
    """
    del load
    # Some code could be either: what is found in one of them counts.
    languages = ("js", "python") if _JS.search(data) else ("python", "js")
    nothing = FormatError(f"{source}: no call that sends a request to the API is in the code (`messages.create(…)`, `fetch(…)`)")
    said: list[Outcome] = []
    for language in languages:
        try:
            found = _read(language, data, source, earlier)
        except FormatError as exc:
            found = [PassedOver(exc)]
        if any(isinstance(one, ReadInput) for one in found):
            return found
        said = said or found or [PassedOver(nothing)]
    return said


def _read(language: str, data: bytes, source: str, earlier: "Earlier | None") -> list[Outcome]:
    if language == "js":
        from why400.formats import snippet_js_calls  # each only where code may be of that language

        return snippet_js_calls.read(data, source)
    from why400.formats import snippet_python_calls

    return snippet_python_calls.read(data, source, earlier)
