"""The platforms: where Claude is served, and what each place changes."""

import re
from functools import cache

import msgspec

from why400.contract._facts import Evidence, section


class Platform(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One platform."""

    name: str
    title: str
    hosts: tuple[str, ...]
    """`{…}` stands for one label."""
    paths: tuple[str, ...]
    """`{…}` stands for one segment; an id with slashes in it is percent-encoded."""
    evidence: Evidence
    own_body_paths: tuple[str, ...] = ()
    """Of `paths`, those whose body is not a Messages body."""
    model_forms: tuple[str, ...] = ()
    """Examples of model ids."""
    body_version: str | None = None
    """The value that `anthropic_version` in the body must have; None: the header anthropic-version is used."""
    betas_in: str = "header"
    """header | body (the list `anthropic_beta`)"""
    model_in: str = "body"
    """body | path"""
    needs_fields: tuple[str, ...] = ()
    needs_headers: tuple[str, ...] = ()
    adds_fields: tuple[str, ...] = ()
    """Top-level fields that only this platform has."""
    moved_fields: tuple[str, ...] = ()
    """Top-level fields of the Claude API that stand in the address here."""
    refuses_fields: tuple[str, ...] = ()
    refuses_tools: tuple[str, ...] = ()
    """Prefixes of tool types."""
    refuses_sources: tuple[str, ...] = ()
    """Kinds of `source` in images and documents."""
    missing_endpoints: tuple[str, ...] = ()
    id_prefixes: tuple[str, ...] = ()
    """Prefixes of ids that it gives out."""

    def refuses_tool(self, tool_type: str) -> bool:
        """Whether a tool type is documented as absent here."""
        return tool_type.startswith(self.refuses_tools)


@cache
def _index() -> dict[str, Platform]:
    return {platform.name: platform for platform in section("platforms", tuple[Platform, ...])}


def names() -> tuple[str, ...]:
    """The names that options take."""
    return tuple(_index())


def find(name: str) -> Platform | None:
    """The platform of that name; None: there is none."""
    return _index().get(name)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Platform], ...]:
    return tuple(
        (re.compile(re.sub(r"\\\{\w+\\\}", r"[^./]+", re.escape(host)) + r"\Z", re.IGNORECASE), platform)
        for platform in _index().values()
        for host in platform.hosts
    )


def of_host(host: str) -> str | None:
    """The name of the platform that a host belongs to (a port is ignored); None: none that is known."""
    name = host.rpartition("@")[2].partition(":")[0]
    return next((platform.name for pattern, platform in _patterns() if pattern.match(name)), None)


def of_id(request_or_tool_id: str) -> str | None:
    """The name of the platform that gave out an id, where its prefix tells; None: the prefix is that of every platform."""
    for platform in _index().values():
        if platform.name != "anthropic" and platform.id_prefixes and request_or_tool_id.startswith(platform.id_prefixes):
            return platform.name
    return None
