"""A rule's page for the terminal, and its facts as JSON."""

from why400.rules import Rule
from why400.rules.page import HEADINGS, read_page
from why400.rules.wording import DOCS, shown


def rule_text(rule: Rule) -> str:
    """The page: title, sections, the API's sentences with first sightings and sources."""
    page = read_page(rule.page)
    answer = " ".join(str(part) for part in (rule.status, rule.error) if part is not None)
    out = [f"{rule.slug} ({rule.family}): {page.title}", ""]
    for heading in HEADINGS:
        if heading in page.sections:
            out.extend([heading, *(f"  {line}".rstrip() for line in page.sections[heading].strip().splitlines()), ""])
    out.append("What the API answers" + (f" ({answer})" if answer else ""))
    for says in rule.says:
        seen = f"first seen {says.since}" if says.since else "undated"
        on = f", on {says.on}" if says.on else ""
        out.extend([f"  {shown(says.text)}", f"    {seen}{on}; {says.source}"])
    if not rule.says:
        out.append("  its wording has not been observed")
    out.extend(["", f"severity {rule.severity} · evidence {rule.evidence} · on the side of the {rule.side} · retry: {rule.retry}"])
    return "\n".join(out)


def rule_dict(rule: Rule) -> dict[str, object]:
    """The rule's facts."""
    return {
        "slug": rule.slug,
        "family": rule.family,
        "title": rule.title,
        "severity": rule.severity,
        "side": rule.side,
        "retry": rule.retry,
        "evidence": rule.evidence,
        "status": rule.status,
        "type": rule.error,
        "page": rule.page.strip(),
        "says": [{"text": s.text, "since": s.since, "source": s.source, "at": s.at, "when": s.when, "on": s.on} for s in rule.says],
        "source": rule.source,
        "docs": f"{DOCS}{rule.slug}",
    }
