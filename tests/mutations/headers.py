"""Whole requests: version, credentials, betas and the path. The key is given as scrubbed, so that it is not judged."""

from __future__ import annotations

import json

from .originals import HAIKU, on
from .planted import Body, Draw, Planted, mutator
from .values import pick, word

GOOD = {"content-type": "application/json", "x-api-key": "REDACTED", "anthropic-version": "2023-06-01"}
URL = "https://api.anthropic.com/v1/messages"


def request(body: Body, headers: dict[str, str], *names: str, message: str | None = None, severity: str = "error") -> Planted | None:
    """A plain body with these headers; the fault is in one of the named headers."""
    moved = on(body, HAIKU)
    if moved is None:
        return None
    raw = json.dumps(moved).encode()
    return Planted(moved, message=message, headers=headers, raw=raw, where="header", names=names, severity=severity)


@mutator(evidence=("cm-version-header-missing", "dev-009", "rules-messages:version-header-required"))
def version_missing(body: Body, draw: Draw) -> Planted | None:
    headers = {name: value for name, value in GOOD.items() if name != "anthropic-version"}
    return request(body, headers, "anthropic-version", message="anthropic-version: header is required")


@mutator(evidence=("dev-012", "rules-messages:version-invalid"))
def version_unknown(body: Body, draw: Draw) -> Planted | None:
    value = pick(draw, ("2023-06-01, 2023-06-01", "2024-01-01", "v1", "2023-06-02", word(draw)))
    says = f'anthropic-version: "{value}" is not a valid version'
    return request(body, {**GOOD, "anthropic-version": value}, "anthropic-version", message=says)


@mutator(evidence=("rules-messages:auth-one-credential",))
def no_credentials(body: Body, draw: Draw) -> Planted | None:
    headers = {name: value for name, value in GOOD.items() if name != "x-api-key"}
    return request(body, headers, "x-api-key", "authorization")


@mutator(evidence=("rules-messages:beta-header-unknown", "o55b-beta-unknown", "dev-349"))
def unknown_beta(body: Body, draw: Draw) -> Planted | None:
    """Lists of betas are never complete: a warning is enough."""
    value = pick(draw, ("no-such-beta-2026-01-01", f"{word(draw)}-2025-01-01", "true"))
    return request(body, {**GOOD, "anthropic-beta": value}, "anthropic-beta", severity="any")


@mutator(evidence=("ur-double-slash",))
def doubled_slash(body: Body, draw: Draw) -> Planted | None:
    moved = on(body, HAIKU)
    if moved is None:
        return None
    url = URL.replace("/v1/", "//v1/")
    return Planted(moved, headers=dict(GOOD), raw=json.dumps(moved).encode(), url=url, where="path")
