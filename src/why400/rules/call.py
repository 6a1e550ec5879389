"""The HTTP side of a request, for the rules on headers, URL and size."""

import zlib
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

import orjson
from msgspec import Struct

from why400.contract import platforms
from why400.model import Request, split_url
from why400.rules.circumstances import Context

if TYPE_CHECKING:
    from why400.contract.endpoints import Endpoint

_GZIP = b"\x1f\x8b"
_UNPACKED_AT_MOST = 300_000_000  # bytes: more than any endpoint takes
_ADDED = ("user-agent", "accept", "connection", "x-stainless-")
_SCRUBBED = ("", "redacted", "[filtered]", "filtered", "***", "[redacted]", "<redacted>")


def is_scrubbed(value: str) -> bool:
    """Whether a recording or a person has put something else in the place of the header's value."""
    text = value.strip()
    bare = text.removeprefix("Bearer ").strip()
    lowered = bare.lower()
    return (
        lowered in _SCRUBBED
        or lowered.strip("<>[]{}*") in _SCRUBBED
        or (len(bare) >= 3 and set(bare.upper()) <= set("X*.-"))
        or ("…" in bare)
        or lowered.startswith("$")
        or (bare.startswith("X") and bare.endswith("X") and "…" in bare)
    )


class Call(Struct, frozen=True, dict=True):
    """A request as it goes over the wire, with the circumstances of the check."""

    request: Request
    context: Context

    @cached_property
    def headers(self) -> dict[str, list[str]]:
        """Values by lower-case name; scrubbed ones are left out (see `present`)."""
        found: dict[str, list[str]] = {}
        for name, value in self.request.header_pairs:
            if not is_scrubbed(value):
                found.setdefault(name.lower(), []).append(value)
        return found

    @cached_property
    def present(self) -> frozenset[str]:
        """The lower-case names of all headers, scrubbed ones included."""
        return frozenset(name.lower() for name, _ in self.request.header_pairs)

    def header(self, name: str) -> str | None:
        """The first value of that header; None where it is absent or scrubbed."""
        values = self.headers.get(name.lower())
        return values[0] if values else None

    @cached_property
    def host(self) -> str:
        """The URL's host in lower case, with the port if there is one."""
        return split_url(self.request.url).netloc.rpartition("@")[2].lower()

    @cached_property
    def path(self) -> str:
        """The URL's path as given."""
        return split_url(self.request.url).path

    @cached_property
    def query(self) -> list[tuple[str, str]]:
        """The query parameters in order."""
        return parse_qsl(split_url(self.request.url).query, keep_blank_values=True)

    @cached_property
    def served(self) -> str | None:
        """The platform that the host belongs to; None: a gateway, or none that is known."""
        return platforms.of_host(self.host)

    @cached_property
    def endpoint(self) -> "Endpoint | None":
        """The contract's endpoint that the request goes to; None: none that is known, or a host that serves only some of them."""
        if self.served not in ("anthropic", "aws"):
            return None
        from why400.contract import endpoints  # here: the list takes a millisecond to read, and few requests need it

        return endpoints.match(*self.context.endpoint.split(" ", 1))

    @cached_property
    def direct(self) -> bool:
        """Whether it goes to a known endpoint of a host that takes the API's own headers, not to a gateway or another API there."""
        platform = platforms.find(self.served or "")
        if platform is None or (platform.body_version is not None and not self.path.startswith("/anthropic/")):
            return False
        path = self.path.removeprefix("/anthropic")
        return path.startswith("/v1/") and not path.startswith(("/v1/oauth/", "/v1/chat/"))

    @property
    def by_hand(self) -> bool:
        """Whether somebody wrote the headers down: none is among them that only clients add, and recordings keep."""
        return not any(name.startswith(_ADDED) for name in self.present)

    @cached_property
    def body(self) -> bytes:
        """The body, unpacked where it was sent as gzip; as sent where it does not unpack."""
        sent = self.request.body
        if sent[:2] != _GZIP or (self.header("content-encoding") or "").strip().lower() not in ("gzip", "x-gzip"):
            return sent
        try:
            return zlib.decompressobj(wbits=31).decompress(sent, _UNPACKED_AT_MOST)
        except zlib.error:
            return sent

    @cached_property
    def json_body(self) -> Mapping[str, object]:
        """The body as a JSON object; empty where it is none. For bodies that the contract has no schema for, such as Bedrock's Converse."""
        try:
            value = orjson.loads(self.body)
        except orjson.JSONDecodeError:
            return {}
        return value if isinstance(value, dict) else {}
