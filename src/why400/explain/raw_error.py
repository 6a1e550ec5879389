"""One error as it stands in a text, before any rule has looked at it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawError:
    """One error found in a text, unwrapped from whatever carried it."""

    status: int | None
    """The HTTP status that the text shows, or that the error's type implies; None where neither says."""
    type: str | None
    """The error's own type (`invalid_request_error`, `ValidationException`, ...), or None."""
    message: str
    """The sentence of whoever answered: no envelope, no escapes, no line breaks of a terminal."""
    request_id: str | None
    """The id of the refused request, as printed."""
    platform: str | None
    """anthropic, bedrock, vertex, foundry, aws, openrouter, litellm or another gateway's name; None where unsaid."""
    origin: str
    """Who wrote the message: api, platform, gateway, client, lookalike or unknown."""
    code: str | None
    """A machine-readable code beside the type (`error.details.error_code`, `error.code`), or None."""
    first_line: int
    """The line of the input, counted from 1, where the error begins."""
    last_line: int
    """The line of the input where it ends."""
    held: bool
    """Whether it stood under a key of a body or of a literal."""
    setting: str
    """named (the text around names the API or a program that calls it), alone (nothing is around), paste (a short text that does not), log."""
    evidence: str
    """A short excerpt of the place it was found in, on one line."""
