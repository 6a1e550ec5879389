"""An HTTP request as it was, or would be, sent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit


def split_url(url: str) -> SplitResult:
    """The parts of any URL; one that is none (`http://[x`) is all path."""
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", "", url, "", "")


@dataclass(frozen=True, slots=True)
class Request:
    """One HTTP request to the API; the body's bytes are kept exactly as sent.

    `headers` may be given as a mapping or as pairs; repeated names keep their order.
    """

    method: str = "POST"
    url: str = "https://api.anthropic.com/v1/messages"
    headers: Mapping[str, str] | Iterable[tuple[str, str]] = ()
    body: bytes = b""

    def __post_init__(self) -> None:
        given = self.headers
        if type(given) is tuple and not given:
            return
        pairs = given.items() if isinstance(given, Mapping) else given
        object.__setattr__(self, "headers", tuple((str(name), str(value)) for name, value in pairs))

    @property
    def header_pairs(self) -> tuple[tuple[str, str], ...]:
        """The headers in the order in which they were given."""
        assert isinstance(self.headers, tuple)
        return self.headers

    def header(self, name: str) -> str | None:
        """The value of the first header of that name (any case), or None."""
        wanted = name.lower()
        return next((value for key, value in self.header_pairs if key.lower() == wanted), None)

    def all_headers(self, name: str) -> list[str]:
        """The values of every header of that name (any case), in order."""
        wanted = name.lower()
        return [value for key, value in self.header_pairs if key.lower() == wanted]
