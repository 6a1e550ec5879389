"""Pages of gateways and content networks that stand where an answer was expected."""

import re
from dataclasses import dataclass

_PAGE = re.compile(r"<(?:!DOCTYPE\s+html|html)\b", re.IGNORECASE)
_MARKS = ("<html", "<HTML", "<!DOCTYPE", "<!doctype")
_END = re.compile(r"</html\s*>", re.IGNORECASE)
_TITLE = re.compile(r"<title[^>]*>\s*+([^<\s](?:[^<]{0,300}[^<\s])?)\s*+</title>", re.IGNORECASE)
_STATUS = re.compile(r"\b([45]\d\d)\b")
# What Cloudflare answers instead of a page to a client that takes JSON (RFC 9457), escaped or not.
_PROBLEM = re.compile(
    r"""\{\s*\\*"type\\*"\s*:\s*\\*"https://developers\.cloudflare\.com/[^"\\]{1,200}\\*"\s*,\s*\\*"title\\*"\s*:\s*\\*["]"""
    r"""(?P<title>Error (?P<status>[45]\d\d): [^"\\]{1,200})[^{}]{0,4000}\}?"""
)
_LONGEST = 12_000
_SHOWN = 1_500


@dataclass(frozen=True, slots=True)
class Page:
    """A page, in HTML or as JSON, in a region's text."""

    start: int
    end: int
    message: str
    status: int | None


def html_pages(text: str) -> list[Page]:
    """Every error page in the text: the page itself where it is short, its title where it is long or in JSON."""
    found: list[Page] = []
    if "developers.cloudflare.com" in text:
        found = [Page(hit.start(), hit.end(), hit["title"], int(hit["status"])) for hit in _PROBLEM.finditer(text)]
    if not any(mark in text for mark in _MARKS):
        return found
    at = 0
    while (hit := _PAGE.search(text, at)) is not None:
        close = _END.search(text, hit.end(), hit.end() + _LONGEST)
        end = close.end() if close is not None else min(len(text), hit.end() + _LONGEST)
        page = text[hit.start() : end]
        title = _TITLE.search(page)
        name = title[1] if title is not None else ""
        number = _STATUS.search(name)
        at = end
        if number is None and not re.search(r"error|denied|blocked|moment|forbidden|gateway", name, re.IGNORECASE):
            continue
        message = re.sub(r"\s+", " ", page) if (len(page) <= _SHOWN and close is not None) or not name else name
        found.append(Page(hit.start(), end, message, int(number[1]) if number is not None else None))
    return found
