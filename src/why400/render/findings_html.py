"""Findings as one page of HTML that needs nothing from elsewhere: to attach to a build, or to send to a colleague.

No script runs in it, and its own policy forbids any: the filter is made of radio buttons and CSS.
"""

import re
from collections.abc import Iterator
from html import escape

from msgspec import structs

from why400.model import Finding
from why400.render.excerpt import excerpt_of_lines, lines_of
from why400.render.findings_text import Screen, marks_of
from why400.render.html_style import STYLE
from why400.render.run import Run, answer_of, by_source, clean, note_of, place_of, position_of
from why400.render.style import Style, number_words, shortened

_STYLE = Style(width=76, colour=True)
_SHOWN_OF_A_RULE = 20
"""In one request; the others of a rule are listed by place."""
_PLACES = 200
_PICTURES = {code: 0x2400 + code for code in range(32) if code != 9} | {127: 0x2421}
"""Control characters of a request as their pictures, one for one, so that columns stay and no colour comes from there."""
_COLOURS = {"\x1b[31m": '<b class="caret">', "\x1b[2m": '<b class="dim">', "\x1b[0m": "</b>"}
_COLOUR = re.compile("|".join(re.escape(one) for one in _COLOURS))
_CODE = re.compile(r"`([^`\n]+)`")


def findings_html(run: Run) -> str:
    """The page."""
    errors, warnings = run.counts()
    choices = (
        ("all", f"all {errors + warnings}"),
        ("error", number_words(errors, "error")),
        ("warning", number_words(warnings, "warning")),
    )
    buttons = "".join(
        f'<input type="radio" name="show" id="show-{name}"{" checked" if name == "all" else ""}><label for="show-{name}">{words}</label>'
        for name, words in choices
    )
    head = (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; form-action 'none'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>why400: {_text(run.summary())}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n"
    )
    top = f'<header><h1>why400</h1><p>{_text(run.summary())}</p></header>\n<div class="filter">{buttons}\n<main>\n'
    foot = f"</main></div>\n<footer>why400 {_text(run.version)}, contract {_text(run.contract)}</footer>\n</body>\n</html>"
    return head + top + "\n".join(_sources(run)) + "\n" + foot


def _sources(run: Run) -> Iterator[str]:
    for source, screens, unusable, passed_over in by_source(run):
        name = _text(run.file(source) or "standard input")
        for one in unusable:
            yield f'<section class="request unread"><h2>{name}</h2><p>not read: {_text(one.text)}</p></section>'
        if passed_over:
            pieces = "".join(f"<p>passed over: {_text(piece.text)}</p>" for piece in passed_over)
            yield f'<section class="request unread"><h2>{name}</h2>{pieces}</section>'
        passed = sum(not screen.findings for screen in screens)
        if passed:
            said = "ok" if len(screens) == 1 else f"{passed} of {len(screens)} requests ok"
            of = f" <small>{_of(screens[0])}</small>" if len(screens) == 1 else ""
            yield f'<section class="request ok"><h2>{name}</h2><p>✓ {said}{of}</p></section>'
        text: str | None = None
        lines: list[str] = []
        for screen in screens:
            if screen.findings:
                if (
                    screen.text is not None and screen.text is not text
                ):  # one text for all requests of a source, but for files that it names
                    text, lines = screen.text, lines_of(screen.text.translate(_PICTURES | {10: 10, 13: 13}))
                yield from _request(name, screen, lines if screen.text is not None else None)


def _of(screen: Screen) -> str:
    return " · ".join(_text(part) for part in (screen.endpoint, screen.model, screen.api_version) if part)


def _request(name: str, screen: Screen, lines: list[str] | None) -> Iterator[str]:
    kinds = " ".join(f"has-{kind}" for kind in sorted({finding.severity for finding in screen.findings}))
    label = f" <span>{_text(screen.label)}</span>" if screen.label else ""
    yield f'<section class="request {kinds}"><h2>{name}{label}</h2><p><small>{_of(screen)}</small></p>'
    groups: dict[tuple[str, str], list[tuple[int, Finding]]] = {}
    for index, finding in enumerate(screen.findings):
        groups.setdefault((finding.rule, finding.severity), []).append((index, finding))
    for group in groups.values():
        for index, finding in group[:_SHOWN_OF_A_RULE]:
            yield _finding(screen, index, finding, lines)
        rest = group[_SHOWN_OF_A_RULE:]
        if rest:
            places = ", ".join(f"<code>{_text(place_of(screen, finding))}</code>" for _, finding in rest[:_PLACES])
            more = " …" if len(rest) > _PLACES else ""
            yield f'<details class="finding {group[0][1].severity}"><summary>{len(rest)} more of the same</summary><p>{places}{more}</p></details>'
    if screen.unchecked_rest:
        yield "<p>The body had more than 100 faults of syntax: what comes behind them is not checked.</p>"
    yield "</section>"


def _finding(screen: Screen, index: int, finding: Finding, lines: list[str] | None) -> str:
    note, position, answer = note_of(finding), position_of(screen, finding), answer_of(finding)
    place = [f"<code>{_text(place_of(screen, finding))}</code>", *([f"<small>{_text(position)}</small>"] if position else [])]
    place.extend([f'<span class="note">{_text(note)}</span>'] if note else [])
    out = [
        f'<article class="finding {finding.severity}">',
        f'<h3><span class="severity">{finding.severity}</span> <a href="{_text(finding.docs)}" rel="noreferrer">{_text(finding.rule)}</a></h3>',
        f"<p>{' · '.join(place)}</p>",
    ]
    marks = [structs.replace(mark, label=mark.label.translate(_PICTURES)) for mark in marks_of(finding, screen.labels.get(index, ""))]
    shown = excerpt_of_lines(lines, marks, _STYLE) if lines is not None and marks else []
    if shown:
        out.append(f'<pre tabindex="0">{_coloured(chr(10).join(shown))}</pre>')
    facts = [("why", _prose(finding.cause))]
    if answer:
        facts.append(("API", f"<q>{_text(answer)}</q>"))
    if finding.fix is not None:
        facts.append(("mend", _prose(finding.fix.title)))
    facts.append(("more", f"<code>why400 rule {_text(finding.rule)}</code>"))
    out.append("<dl>" + "".join(f"<dt>{name}</dt><dd>{said}</dd>" for name, said in facts) + "</dl></article>")
    return "\n".join(out)


def _coloured(text: str) -> str:
    """The excerpt with its colours as elements; every other character of it is text."""
    out: list[str] = []
    at = 0
    for found in _COLOUR.finditer(text):
        out.extend((_text(text[at : found.start()]), _COLOURS[found[0]]))
        at = found.end()
    return "".join((*out, _text(text[at:])))


def _prose(text: str) -> str:
    parts = _CODE.split(shortened(text))
    return "".join(f"<code>{_text(part)}</code>" if number % 2 else _text(part) for number, part in enumerate(parts))


def _text(text: str) -> str:
    return escape(clean(text), quote=True)
