"""Masks credentials in any text: the beginning that tells the kind, and the last four characters, stay."""

import re

_MASKS = (
    re.compile(r"(sk-ant-[a-z]{2,8}\d{2}-)[A-Za-z0-9_-]{8,}?([A-Za-z0-9_-]{4})(?![A-Za-z0-9_-])"),
    re.compile(r"(sk-(?:ant-|proj-|or-)?)[A-Za-z0-9_-]{12,}?([A-Za-z0-9_-]{4})(?![A-Za-z0-9_-])"),
    re.compile(r"((?:AKIA|ASIA))[A-Z0-9]{12}([A-Z0-9]{4})\b"),
    re.compile(r"(eyJ)[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]*([A-Za-z0-9_-]{4})"),
    re.compile(r"(gh[pousr]_|github_pat_|xox[abpr]-|ya29\.|AIza)[A-Za-z0-9_.-]{12,}?([A-Za-z0-9_-]{4})(?![A-Za-z0-9_-])"),
    re.compile(
        r"((?:x-api-key|api[-_]key|authorization|proxy-authorization|cookie|set-cookie|x-amz-security-token)[\"']?\s*[:=]\s*[\"']?(?:Bearer\s+|Basic\s+)?)"
        r"(?!sk-ant-[a-z0-9]+-?…)[^\s\"',;{}<>…]{12,}?([^\s\"',;{}<>…]{4})(?=[\s\"',;}>]|$)",
        re.IGNORECASE,
    ),
)


def mask(text: str) -> str:
    """The text with every credential cut to its kind and last four characters."""
    for pattern in _MASKS:
        text = pattern.sub(r"\1…\2", text)
    return text
