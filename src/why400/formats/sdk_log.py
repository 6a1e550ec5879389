"""Debug logs of the official SDKs, which print the requests they send."""

from typing import Final

from why400.formats.read_input import Outcome

_HEAD: Final = 262_144
_HINTS: Final = (b"Request options: {", b"] sending request", b"Anthropic:DEBUG:request ")


def recognises(data: bytes) -> bool:
    """Whether a request is printed in the log's beginning."""
    head = data[:_HEAD]
    if not any(hint in head for hint in _HINTS):
        return False
    from why400.formats.sdk_log_requests import begins  # other inputs need none of it

    return begins(head.decode("utf-8", "replace"))


def parse(data: bytes, source: str, load: object = None) -> list[Outcome]:
    """The requests in the log, each as of the day that its line or the answer to it bears; attempts of one request are one.

    Bodies are written anew from what is printed, so that findings have no columns; the label names the line. What is not
    printed in full is passed over. Raises FormatError where no request to Claude is printed.
    """
    del load
    from why400.formats.sdk_log_requests import printed_requests

    return printed_requests(data, source)
