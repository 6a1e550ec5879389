"""The rules of a SARIF log: those that hit, each once, with their pages as help."""

import re

from why400.rules.catalogue import catalogue
from why400.rules.page import HEADINGS, read_page
from why400.rules.wording import DOCS, shown

LONGEST_DESCRIPTION = 1024
"""Characters that GitHub takes of a description."""
_PRECISION = {"observed": "very-high", "documented": "high", "derived": "high", "inferred": "medium"}
_CODE = re.compile(r"^```\w+[^\n]*$", re.MULTILINE)
_MARKUP = re.compile(r"^(?:```\w*\n?|## )", re.MULTILINE)


class SarifRules:
    """Numbers the rules as they come."""

    def __init__(self) -> None:
        self.descriptors: list[dict[str, object]] = []
        """`reportingDescriptor` objects."""
        self._numbers: dict[str, int] = {}

    def index(self, slug: str) -> int:
        """The rule's place in `descriptors`."""
        if slug not in self._numbers:
            self._numbers[slug] = len(self.descriptors)
            self.descriptors.append(descriptor(slug))
        return self._numbers[slug]


def descriptor(slug: str) -> dict[str, object]:
    """The rule as SARIF tells rules. Raises KeyError where there is none."""
    entry = catalogue()[slug]
    sections = read_page(entry.load().page).sections
    why = " ".join(sections.get("Why the API refuses it", entry.title).split())
    markdown = [f"{entry.title}."]
    markdown.extend(f"## {heading}\n\n{_CODE.sub(_plain_fence, sections[heading]).strip()}" for heading in HEADINGS if heading in sections)
    said = "\n".join(shown(says.text) for says in entry.says[:5])
    if said:
        markdown.append(f"## What the API answers\n\n```text\n{said}\n```")
    markdown.append(f"`why400 rule {slug}` or {DOCS}{slug} for all that is known of it.")
    text = "\n\n".join(markdown)
    return {
        "id": slug,
        "name": "".join(part.capitalize() for part in slug.split("-")),
        "shortDescription": {"text": cut(f"{entry.title}.")},
        "fullDescription": {"text": cut(why)},
        "help": {"text": _MARKUP.sub("", text), "markdown": text},
        "helpUri": f"{DOCS}{slug}",
        "defaultConfiguration": {"level": entry.severity},
        "properties": {
            "tags": [entry.family, f"evidence-{entry.evidence}", f"side-{entry.side}"],
            "precision": _PRECISION[entry.evidence],
            "problem.severity": entry.severity,
        },
    }


def _plain_fence(fence: re.Match[str]) -> str:
    """The fence with its language only: the words behind it are for our tests."""
    word = re.match(r"```(\w+)", fence[0])
    language = word[1] if word else ""
    return f"```{language if language in ('json', 'http') else 'text'}"


def cut(text: str) -> str:
    """The text up to the length of a description, at the end of a sentence where there is one."""
    if len(text) <= LONGEST_DESCRIPTION:
        return text
    head = text[: LONGEST_DESCRIPTION - 1]
    sentence = head.rfind(". ")
    return head[: sentence + 1] if sentence > 0 else head + "…"
