"""How sentences of the API and of its platforms begin: what tells a bare message from prose.

`OPENINGS` are the first words of observed messages (ids `dev-NNN` of the corpus in tests/corpus); `paths` finds the
general shape `path: sentence`. They find where a message begins where no envelope says so. They explain nothing:
that is the rules' work, and a rule's own knowledge can be handed in as `recognises`.
"""

import re
from collections.abc import Callable, Iterator

from why400.explain.openings import OPENINGS

Recognises = Callable[[str], bool]
KnownLength = Callable[[str], int | None]
"""How many characters at the beginning of a text are a known sentence; None: not sure of any."""

# Top-level members of the API's requests and the headers that it names: only they may begin a path without an index.
_FIELDS = frozenset(
    """
    messages system tools tool_choice model max_tokens max_tokens_to_sample metadata thinking temperature top_p top_k
    stop_sequences stream output_config output_format response_format container container_id context_management
    mcp_servers beta betas requests configurations service_tier inference_geo cache_control fallbacks speed prompt
    diagnostics block_binding reasoning task_budget clear_at user_profile_id custom_id file files files[]
    anthropic-version anthropic-beta anthropic-workspace-id x-api-key
    """.split()  # noqa: SIM905  # a table of words reads better than a list
)
# What may follow the path of a bare field; a path with an index or with several members may be followed by any words.
_PREDICATE = re.compile(
    r"Input (?:should|tag|does|must)|Extra inputs|Field required|String should|List should|Array should"
    r"|Dictionary should|Value error|Unable to"
    r"|range: |at least|too many|duplicate|For '|\d+ > \d+|[A-Z][\w']+ |`[\w.]+`[ ,]|(?!null|true|false|none)[a-z][\w`.-]*\s"
)
# Predicates that only the API's validation prints: with them, any path counts.
_STRICT = re.compile(
    r"Input should be|Input tag '|Input does not match|Extra inputs are not permitted|Field required"
    r"|String should|List should|Value error|Unable to infer|must be one of|range: "
)
# One word, possibly dotted, that ends with a colon. Possessive and bounded, so that long words without a colon cost one pass.
_PATH = re.compile(r"(?:(?<![\w./$\]<>{}*-])|(?<=[45]\d\d))([A-Za-z_](?:[\w*{}<>$-]|\.{1,3}(?=[\w*{}<>$])|\[\d{0,6}\]){0,200}+):\s+")
_CLASS = re.compile(r"\.[A-Z][a-z]")  # `botocore.errorfactory.ValidationException: …` is a class, not a path
_DEEP = re.compile(r"\.\d|\.N\b|\.\.|\.\w+\.|\.\*|\.X\b|\.\{")


def paths(text: str, start: int, end: int) -> Iterator[tuple[int, bool]]:
    """Every place where `path: sentence` begins, and whether the sentence is one of the API's validation."""
    for hit in _PATH.finditer(text, start, end):
        strict = _leads_a_sentence(text, hit)
        if strict is not None:
            yield hit.start(), strict


def _leads_a_sentence(text: str, hit: re.Match[str]) -> bool | None:
    """Whether validation's own words follow the path (True), other words that may be an answer (False), or neither."""
    path = hit[1]
    if _STRICT.match(text, hit.end()):
        return True if "." in path or path[0].islower() else None
    if path in _FIELDS:
        before = text[hit.start() - 2 : hit.start()]
        if (len(before) < 2 or before[1] != " " or not before[0].isalpha()) and _PREDICATE.match(text, hit.end()):
            return False
    elif "." in path and path[0].islower() and "[" not in path and not _CLASS.search(path):
        if path.split(".", 1)[0] in _FIELDS or _DEEP.search(path):
            return False if text[hit.end() : hit.end() + 1] not in "{}[](),;0123456789" else None
        if _PREDICATE.match(text, hit.end()):
            return False
    return None


_OPENINGS = re.compile("|".join(OPENINGS))
# Words that make a sentence one: without one of them an opening proves nothing.
VERBS = re.compile(
    r"\b(?:should|must|may|can(?:not|'t)?|is|are|not|was|were|has|have|does|did|do|exceed(?:s"
    r"|ed|ing)?|appears?|contain|send|much|many|would|required|requires?|found|denied|invalid"
    r"|disabled|limited|overloaded|blocked|error|timed|Error|encountered|Overloaded|Found|contains"
    r"|supports?|expected|Cannot|Could|only|retry|Retry|use|Use|provide|Provide|consult|try|wait"
    r"|violated|reached|Unexpected|Unsupported|Invalid|reduce|accepted|range|needs?)\b|n't|n’t"
)


_PATH_BEFORE = re.compile(r"(?<![\w./$-])([a-z_](?:[\w*{}<>$-]|\.{1,3}(?=[\w*{}<>$]))*+): ?$")


def with_path(text: str, at: int, low: int) -> int:
    """The offset of the path that stands right before a sentence, or the sentence's own."""
    found = _PATH_BEFORE.search(text, max(low, at - 160), at)
    if found is None or (
        "." not in found[1] and (found[1] not in _FIELDS or text[max(0, found.start() - 2) : found.start()].rstrip(" ")[-1:].isalpha())
    ):
        return at
    return found.start()


def is_field(name: str) -> bool:
    """Whether the name is that of a member or header of the API's requests, or of a block as its validation names it."""
    return name in _FIELDS or (name.startswith("Request") and name.endswith("Block"))


def is_path(text: str) -> bool:
    """Whether the text is nothing but a path with its colon."""
    found = _PATH.fullmatch(text)
    return found is not None and ("." in found[1] or found[1] in _FIELDS)


def opens_at(text: str, at: int) -> bool:
    """Whether an observed message could begin at this offset."""
    return _OPENINGS.match(text, at) is not None or _path_at(text, at)


def _path_at(text: str, at: int) -> bool:
    hit = _PATH.match(text, at)
    return hit is not None and _leads_a_sentence(text, hit) is not None


def is_known(message: str, recognises: Recognises | None) -> bool:
    """Whether the message is in the API's words: by the rules where given, else by its opening."""
    if recognises is not None and recognises(message):
        return True
    return opens_at(message, 0) and (VERBS.search(message) is not None or message.startswith("model: "))


# What an error says, and what a healthy log does not.
COMPLAINT = re.compile(
    r"\b(?:no longer|not|cannot|can't|invalid|fail\w*|denied|unsupported|disallowed|exceed\w*|too|must"
    r"|requires?|required|unable|missing|should|deprecated|limit\w*|refus\w+|reject\w+|unexpected"
    r"|unknown"
    r"|disabled|expired|overloaded|timed?|timeout|blocked|only|already|without|may|error|malformed"
    r"|unauthorized|forbidden|violated|insufficient|unavailable|reached|duplicate|conflict\w*"
    r"|aborted|closed)\b|n't\b|n’t\b",
    re.IGNORECASE,
)
