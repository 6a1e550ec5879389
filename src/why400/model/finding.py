"""What `check` says: one hit of a rule, its place, what the API answers, and the mend."""

from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]
Evidence = Literal["observed", "documented", "derived", "inferred"]
Where = Literal["body", "header", "query", "path", "method"]


@dataclass(frozen=True, slots=True)
class ApiError:
    """The answer that the API gives; a part that no evidence shows is None."""

    status: int | None
    type: str | None
    message: str | None
    when: Literal["request", "batch-item"] = "request"


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of the body, in the form of a JSON Patch operation (RFC 6902)."""

    op: Literal["add", "remove", "replace", "move", "text"]
    path: str
    """JSON pointer; for `text` (a repair of broken JSON) the byte span "start:end"."""
    value: object = None
    source: str | None = None
    """For `move`: the pointer the value is taken from."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A mend: what it does in words, whether it keeps the meaning, and its edits (none: only a person can do it)."""

    title: str
    safe: bool = False
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that has to do with a finding."""

    pointer: str
    label: str
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One way in which the API refuses the request (error) or may refuse it (warning)."""

    rule: str
    severity: Severity
    first: bool
    """True for the one fault that the API itself would report."""
    evidence: Evidence
    where: Where
    name: str | None
    """The header or parameter, when `where` says so."""
    path: str | None
    """The place as the API prints it."""
    pointer: str | None
    """The most specific place in the body, as a JSON pointer (RFC 6901)."""
    line: int | None
    column: int | None
    end_line: int | None
    end_column: int | None
    api_error: ApiError
    cause: str
    fix: Fix | None
    docs: str
    also: tuple[Related, ...] = field(default=())
