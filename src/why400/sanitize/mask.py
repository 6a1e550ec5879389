"""Masks credentials in any text: the beginning that tells the kind, and the last four characters, stay."""

import re

_MASKS = (
    (("sk-ant-",), r"(sk-ant-[a-z]{2,8}\d{2}-)[A-Za-z0-9_-]{8,}?([A-Za-z0-9_-]{4})(?![A-Za-z0-9_-])"),
    (("sk-",), r"(sk-(?:ant-|proj-|or-)?)[A-Za-z0-9_-]{12,}?([A-Za-z0-9_-]{4})(?![A-Za-z0-9_-])"),
    (("AKIA", "ASIA"), r"((?:AKIA|ASIA))[A-Z0-9]{12}([A-Z0-9]{4})\b"),
    (("eyJ",), r"(eyJ)[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]*([A-Za-z0-9_-]{4})"),
    (
        ("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "xox", "ya29.", "AIza"),
        r"(gh[pousr]_|github_pat_|xox[abpr]-|ya29\.|AIza)[A-Za-z0-9_.-]{12,}?([A-Za-z0-9_-]{4})(?![A-Za-z0-9_-])",
    ),
)
"""What such a credential begins with, in plain words, and its pattern: `re` compiles it when a text has the beginning, and keeps it."""
_NAMES = ("key", "authorization", "cookie", "token")
_NAMED = (
    r"((?:x-api-key|api[-_]key|authorization|proxy-authorization|cookie|set-cookie|x-amz-security-token)[\"']?\s*[:=]\s*[\"']?(?:Bearer\s+|Basic\s+)?)"
    r"(?!sk-ant-[a-z0-9]+-?…)[^\s\"',;{}<>…]{12,}?([^\s\"',;{}<>…]{4})(?=[\s\"',;}>]|$)"
)


def mask(text: str) -> str:
    """The text with every credential cut to its kind and last four characters."""
    for beginnings, pattern in _MASKS:
        if any(one in text for one in beginnings):
            text = re.sub(pattern, r"\1…\2", text)
    lowered = text.lower()
    if any(name in lowered for name in _NAMES):
        text = re.sub(_NAMED, r"\1…\2", text, flags=re.IGNORECASE)
    return text
