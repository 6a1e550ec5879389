"""Diagnoses as a screen: whose fault, does waiting help, the API's own words, why, mend, the next command."""

from collections.abc import Sequence

from why400.model import Diagnosis
from why400.render.excerpt import Mark, excerpt
from why400.render.style import Style, number_words
from why400.sanitize import mask

_SIDES = {
    "request": "in your request",
    "credentials": "your credentials",
    "account": "your account",
    "limits": "your limits",
    "service": "the service",
    "network": "the network or a gateway",
    "client": "the client, not the API",
}
_PLATFORMS = {
    "anthropic": "the Claude API",
    "bedrock": "Amazon Bedrock",
    "vertex": "Vertex AI",
    "foundry": "Microsoft Foundry",
    "aws": "Claude Platform on AWS",
}
_NOT_THE_API = {
    "client": "not an answer of the API: a client's own text",
    "gateway": "not an answer of the API: a gateway's or CDN's text",
    "lookalike": "not an answer of the API: another backend that imitates it",
}
_COLLECT = {
    "api": "the request id, the time with its zone, SDK and model version, the request's shape",
    "client": "the client's version, its log with --verbose or --debug, what it was doing",
    "gateway": "the time with its zone, the gateway's own id of the call, its log",
}

_SHOWN_AT_MOST = 3
"""Of texts, causes and mends that are not the same for all errors of a kind."""


def kinds_of(diagnoses: Sequence[Diagnosis]) -> list[list[Diagnosis]]:
    """Diagnoses of one kind together, the most frequent first; of equal counts the earlier first."""
    kinds: dict[object, list[Diagnosis]] = {}
    for one in diagnoses:
        kinds.setdefault((one.rule, one.origin) if one.rule else (one.message, one.origin), []).append(one)
    return sorted(kinds.values(), key=lambda same: -sum(one.count for one in same))


def diagnosis_text(same: Sequence[Diagnosis], style: Style, *, next_commands: Sequence[str] = (), source: str | None = None) -> str:
    """One kind of error in full."""
    one = same[0]
    out = [*style.wrapped(_head(one, style), "", "  "), ""]
    for shown in list(dict.fromkeys(each.message for each in same))[:_SHOWN_AT_MOST]:
        out.extend(style.wrapped(shown or "(no text)", "  ", "  "))
    out.append("")
    if source is not None and one.line is not None and one.column is not None and one.end_line is not None and one.end_column is not None:
        out.extend(f"  {line}" for line in excerpt(source, [Mark(one.line, one.column, one.end_line, one.end_column, "here")], style))
        out.append("")
    out.extend(_causes(same, style))
    for number, title in enumerate(list(dict.fromkeys(each.fix.title for each in same if each.fix is not None))[:_SHOWN_AT_MOST]):
        lines = style.wrapped(title, "         " if number else "  mend   ", "         ")
        out.extend(style.cyan(line) if style.colour else line for line in lines)
    if one.retry.helps and one.retry.how:
        wait = f" (after {one.retry.wait_s:g} s)" if one.retry.wait_s else ""
        out.extend(style.wrapped(one.retry.how + wait, "  retry  ", "         "))
    if one.match != "exact":
        out.extend(style.wrapped(_COLLECT.get(one.origin, _COLLECT["api"]), "  collect ", "         "))
    seen = _seen(same)
    if seen:
        out.extend(style.wrapped(seen, "  seen   ", "         "))
    if next_commands:
        out.extend(["", f"  next   {'        '.join(next_commands)}"])
    return style.plain(mask("\n".join(out)))


def _causes(same: Sequence[Diagnosis], style: Style) -> list[str]:
    """Why: one sentence where it is the same for all, otherwise each with the line that it is of."""
    causes: dict[str, Diagnosis] = {}
    for each in same:
        causes.setdefault(each.cause, each)
    out: list[str] = []
    for cause, one in list(causes.items())[:_SHOWN_AT_MOST]:
        margin = "         " if out else "  likely " if one.match == "family" else "  why    "
        named = f"line {one.first_line}: "
        said = cause if len(causes) == 1 or cause.startswith(named) else named + cause
        out += style.wrapped(said, margin, "         ")
    if len(causes) > _SHOWN_AT_MOST:
        out.append(f"         and {number_words(len(causes) - _SHOWN_AT_MOST, 'more cause')}")
    return out


def _head(one: Diagnosis, style: Style) -> str:
    parts = [str(one.status)] if one.status else []
    parts.append(style.bold(one.rule or "not known yet"))
    if one.match != "exact":
        named = [*([one.type] if one.type else []), *([f"at {one.path}"] if one.path else [])]
        parts.extend([" ".join(named)] if named else [])
    return " · ".join([*parts, _whose(one), _retry_words(one)])


def _whose(one: Diagnosis) -> str:
    if one.origin in _NOT_THE_API:
        return _NOT_THE_API[one.origin]
    if one.match == "none" and one.origin == "unknown" and one.status is None and one.type is None:
        return "no telling whose side"
    return _SIDES[one.side] if one.match == "exact" else f"probably {_SIDES[one.side]}"


def _retry_words(one: Diagnosis) -> str:
    if one.retry.helps:
        if one.side == "limits":
            return f"wait {one.retry.wait_s:g} s" if one.retry.wait_s else "wait, then go on more slowly"
        return "retry with backoff"
    if one.match != "exact":
        return "do not retry unchanged"
    if one.side in ("account", "credentials"):
        return "retrying cannot help until it is mended"
    return "sending it again will fail again" if one.side == "request" else "a retry does not mend it"


def _seen(same: Sequence[Diagnosis]) -> str:
    one, count = same[0], sum(each.count for each in same)
    parts: list[str] = []
    place = _PLATFORMS.get(one.platform, one.platform) if one.platform else "a cloud platform" if one.origin == "platform" else ""
    if place and one.origin == "client":
        place = f"while calling {place}"
    if place:
        parts.append(f"{place} (request id {one.request_id})" if one.request_id else place)
    elif one.request_id:
        parts.append(f"request id {one.request_id}")
    if count > 1:
        parts.append(f"{count} times, lines {min(each.first_line for each in same)} … {max(each.last_line for each in same)}")
    return ", ".join(parts)


def kinds_text(kinds: Sequence[Sequence[Diagnosis]], source: str, style: Style, span: str = "") -> str:
    """Many kinds, a line or two each."""
    total = sum(one.count for same in kinds for one in same)
    out = [f"{number_words(total, 'error')} in {number_words(len(kinds), 'kind')}{span}", ""]
    for same in kinds:
        one = same[0]
        count = sum(each.count for each in same)
        first, last = min(each.first_line for each in same), max(each.last_line for each in same)
        lines = f"line {first}" if first == last else f"lines {first} … {last}"
        numbers = list(dict.fromkeys(str(each.status) for each in same if each.status))
        status = f"{'/'.join(numbers[:3])} " if numbers else ""
        name = one.rule or f"not known yet: {_shortened(one.message)}"
        paths = list(dict.fromkeys(each.path for each in same if each.path))
        at = f" · {', '.join(paths[:2])}{' …' if len(paths) > 2 else ''}" if paths else ""
        text = f"{count:>4} ×  {status}{name} · {_whose(one)} · {_retry_words(one)}{at}"
        if len(text) + len(lines) + 2 <= style.width:
            out.append(f"{text}  {style.dim(lines)}")
        else:
            out.extend([*style.wrapped(text, "", "        "), style.dim(f"        {lines}")])
    out.extend(["", f"  why400 explain {source} --kind 1     for one in full"])
    return style.plain(mask("\n".join(out)))


def _shortened(message: str) -> str:
    return message if len(message) <= 60 else f"{message[:60].rsplit(' ', 1)[0]} …"
