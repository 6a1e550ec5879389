"""The public interface of why400, as the measurement uses it."""

from __future__ import annotations

from collections.abc import Iterable

import why400

from .measure import Finding
from .originals import Original
from .planted import Planted


def check(original: Original, planted: Planted) -> Iterable[Finding]:
    """What why400 finds in the mutated request, sent as its original was."""
    if planted.headers is not None:
        request = why400.Request(method="POST", url=planted.url, headers=planted.headers, body=planted.raw or b"")
        return why400.check(request, as_of=planted.as_of)
    return why400.check(
        planted.body if planted.raw is None else planted.raw,
        endpoint=planted.endpoint,
        api_version=planted.api_version or original.api_version,
        betas=original.betas if planted.betas is None else planted.betas,
        as_of=planted.as_of,
    )


def errors(original: Original, as_of: str) -> list[Finding]:
    """Error-level findings in an untouched original."""
    found = why400.check(original.body, api_version=original.api_version, betas=original.betas, as_of=as_of)
    return [finding for finding in found if finding.severity == "error"]
