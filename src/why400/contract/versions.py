"""The API versions: the values of `anthropic-version`, and what differs between them."""

from functools import cache

import msgspec

from why400.contract._facts import Evidence, section


class ApiVersion(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One API version."""

    name: str
    differs: tuple[str, ...]
    """In words, for people."""
    evidence: Evidence
    default: bool = False
    """What is assumed where a request does not say."""
    removed_fields: tuple[str, ...] = ()
    """Top-level fields that this version no longer knows."""
    refused_blocks: tuple[str, ...] = ()
    not_on: tuple[str, ...] = ()
    """Where it is not served, in words."""


@cache
def known() -> tuple[ApiVersion, ...]:
    """All versions, the oldest first."""
    return section("versions", tuple[ApiVersion, ...])


def find(name: str) -> ApiVersion | None:
    """The version of that exact name; None: there is no such version."""
    return next((version for version in known() if version.name == name), None)


def default() -> ApiVersion:
    """The version that is assumed where a request does not say."""
    return next(version for version in known() if version.default)


def nearest(name: str) -> str | None:
    """The version that was probably meant, e.g. for 2023-6-1, `2023-06-01 ` or 20230601; None: nothing is near."""
    parts = name.strip().strip("\"'").replace("/", "-").split("-")
    digits = [int(part) for part in parts if part.isascii() and part.isdigit() and len(part) < 9]
    if len(digits) == 1 and digits[0] > 10_000_000:
        digits = [digits[0] // 10_000, digits[0] // 100 % 100, digits[0] % 100]
    if len(digits) != 3:
        return None
    exact = f"{digits[0]:04}-{digits[1]:02}-{digits[2]:02}"
    same_year = [version.name for version in known() if version.name.startswith(f"{digits[0]:04}-")]
    return exact if find(exact) else max(same_year, default=None)
