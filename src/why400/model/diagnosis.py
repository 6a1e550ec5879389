"""What `explain` says of one error."""

from dataclasses import dataclass
from typing import Literal

from why400.model.finding import Fix

Match = Literal["exact", "family", "none"]
Certainty = Literal["certain", "likely", "unknown"]
Origin = Literal["api", "platform", "gateway", "client", "lookalike", "unknown"]
Side = Literal["request", "credentials", "account", "limits", "service", "network", "client"]


@dataclass(frozen=True, slots=True)
class Retry:
    """Whether sending the same request again can help, after how long, and how."""

    helps: bool
    wait_s: float | None = None
    how: str | None = None


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One error found in a text; equal ones are counted, not repeated."""

    status: int | None
    type: str | None
    message: str
    """The API's own text, unwrapped."""
    request_id: str | None
    platform: str | None
    origin: Origin
    rule: str | None
    family: str | None
    match: Match
    certain: Certainty
    path: str | None
    side: Side
    retry: Retry
    cause: str
    fix: Fix | None
    docs: str | None
    count: int
    first_line: int
    last_line: int
    pointer: str | None = None
    """The place in the request that was given along, with its lines there."""
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
