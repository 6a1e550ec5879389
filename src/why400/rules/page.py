"""A rule's page, read from its module's docstring: title, sections under fixed headings, examples.

An example's fence says what it is: `json` (merged over a plain valid request; `$delete` names members to take away), `http` (a raw request), `body`
(the body's bytes as they stand, for broken JSON), `text` (an answer as people paste it). Words behind it are options of the check:
`model=… betas=… api_version=… endpoint=… platform=… as_of=…`.
"""

import re
from dataclasses import dataclass

HEADINGS = ("What happens", "Why the API refuses it", "Example", "Use instead", "Fix")
"""In this order; a rule that only answers show leaves out "Use instead"."""

_FENCE = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_RISK = re.compile(r"\bUnsafe: (.+?)(?:\n\n|\Z)", re.DOTALL)
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """One fenced example."""

    kind: str
    options: dict[str, str]
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A rule's docstring, taken apart."""

    title: str
    sections: dict[str, str]

    @property
    def risk(self) -> str:
        """Why the mend may change what the request means; empty where it is safe or there is none."""
        found = _RISK.search(self.sections.get("Fix", ""))
        return " ".join(found[1].split()).rstrip(".") if found else ""

    def examples(self, heading: str) -> list[Example]:
        """The fenced examples under a heading."""
        return [
            Example(kind, dict(word.partition("=")[::2] for word in options.split()), text)
            for kind, options, text in _FENCE.findall(self.sections.get(heading, ""))
        ]


def read_page(docstring: str) -> Page:
    """The page that a docstring holds."""
    parts = _HEADING.split(docstring.strip())
    sections = {heading.strip(): body.strip() + "\n" for heading, body in zip(parts[1::2], parts[2::2], strict=True)}
    return Page(parts[0].strip().rstrip("."), sections)
