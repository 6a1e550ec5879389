"""Python with faults in it, parsed without the statements that cannot be: what is sound keeps its lines and columns."""

import ast
import re
import warnings
from dataclasses import dataclass

_TOKEN = re.compile(
    rb"#[^\n]*|\\\r?\n|\n|[(\[{]|[)\]}]"
    rb'|"""(?:[^"\\]|\\[\s\S]|"(?!""))*(?:"""|\Z)|' + rb"'''(?:[^'\\]|\\[\s\S]|'(?!''))*(?:'''|\Z)"
    rb"|\"(?:[^\"\\\n]|\\[\s\S])*\"?|'(?:[^'\\\n]|\\[\s\S])*'?|[^#\\\n()\[\]{}\"']+|\\"
)
_INDENT = re.compile(rb"[ \t]*")
_FIRST_WORD = re.compile(rb"\s*(\w*)")
_BEGINS_STATEMENT = re.compile(rb"[ \t]*(?:(?:def|class|import|from|return|for|while|if|try|with|async|print)\b|@)")
"""Behind a bracket that is never closed: no argument of a call begins so."""
_OF_HEADER = re.compile(r"expected an indented block after .* on line (\d+)")
_UNCLOSED_TRY = "expected 'except' or 'finally' block"
_FAULTS_AT_MOST = 20
"""After each the whole text is parsed again."""
_CLOSED_BY = {b")": ord("("), b"]": ord("["), b"}": ord("{")}
_CONTINUED = {b"except": b"except:", b"finally": b"finally:", b"else": b"else:", b"elif": b"elif 1:"}
_CHANGED = (
    re.compile(rb"\s*([A-Za-z_][\w, ]{0,200}?)\s{0,20}(?::[^=\n]{1,200})?(?:[-+*|]|\*\*)?=(?!=)"),
    re.compile(rb"\b([A-Za-z_]\w*)\s*(?:\.(?:append|extend|insert|pop|update|setdefault|remove|clear)\b|\[)"),
    re.compile(rb"\b(?:for|as|del|global)\s+([A-Za-z_][\w, ]*)"),
)


@dataclass(slots=True)
class Sound:
    """What of a text can be parsed."""

    tree: ast.Module
    lost: list[SyntaxError]
    """What is said of each stretch that cannot be."""
    changed: set[str]
    """The variables that the lost statements may give another value."""


@dataclass(slots=True)
class _Statement:
    """A logical line: from its first character up to the line break behind it."""

    start: int
    end: int
    line: int
    indent: int
    word: bytes
    tried: int = 0
    """How often it was replaced."""


def parsed(text: bytes) -> ast.Module:
    """The tree. Raises SyntaxError, ValueError, RecursionError or MemoryError."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = compile(text, "snippet", "exec", ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    assert isinstance(tree, ast.Module)
    return tree


def sound_part(text: bytes) -> Sound | None:
    """The text without its faulty statements; None where too little would be left, or too much is faulty."""
    statements = _statements(text)
    written: dict[int, bytes] = {}
    """By the statement's number, what stands in its place."""
    lost: dict[int, SyntaxError] = {}
    for _ in range(_FAULTS_AT_MOST + 1):
        try:
            tree = parsed(_with(text, statements, written))
        except SyntaxError as exc:
            number = _at(statements, exc)
            if number is None:
                return None
            _replace(statements, number, exc, written)
            if len(written) == len(statements):
                return None
            if not any(_covers(statements, first, number) for first in lost):
                lost[number] = exc
            continue
        except (ValueError, RecursionError, MemoryError):
            return None
        changed = {name for number in written for name in _changed(text[statements[number].start : statements[number].end])}
        return Sound(tree, [lost[number] for number in sorted(lost)], changed)
    return None


def _statements(text: bytes) -> list[_Statement]:
    """The logical lines that are not blank."""
    found: list[_Statement] = []
    start, line, lines = 0, 1, 0
    opened = bytearray()
    for token in _TOKEN.finditer(text):
        first = token[0][:1]
        lines += token[0].count(b"\n")
        if first in b"([{":
            opened += first
        elif first in b")]}" and opened and opened.pop() != _CLOSED_BY[first]:
            opened.clear()  # what they are meant to close nobody knows
        ends = first == b"\n" and (not opened or _BEGINS_STATEMENT.match(text, token.end()))
        if (ends or token.end() == len(text)) and text[start : token.end()].strip():
            begin = _past_blank_lines(text, start)
            line += text.count(b"\n", start, begin)
            indent = _INDENT.match(text, begin)
            word = _FIRST_WORD.match(text, begin)
            assert indent is not None
            assert word is not None
            found.append(_Statement(begin, token.end(), line, len(indent[0].expandtabs(8)), word[1]))
            start, line = token.end(), lines + 1
            opened.clear()
    return found


def _past_blank_lines(text: bytes, at: int) -> int:
    while (end := text.find(b"\n", at)) >= 0 and not text[at:end].strip():
        at = end + 1
    return at


def _with(text: bytes, statements: list[_Statement], written: dict[int, bytes]) -> bytes:
    """The text with other statements in the place of some; no line is added or lost."""
    out: list[bytes] = []
    at = 0
    for number in sorted(written):
        one = statements[number]
        indent = _INDENT.match(text, one.start)
        assert indent is not None
        out += (text[at : one.start], indent[0], written[number], b"\n" * text.count(b"\n", one.start, one.end))
        at = one.end
    return b"".join((*out, text[at:]))


def _at(statements: list[_Statement], exc: SyntaxError) -> int | None:
    """The statement that has to go."""
    header = _OF_HEADER.search(exc.msg)
    line = int(header[1]) if header else exc.lineno or 1
    number = next((number for number in range(len(statements) - 1, -1, -1) if statements[number].line <= line), None)
    if number is not None and exc.msg == _UNCLOSED_TRY:
        return next((before for before in range(number, -1, -1) if statements[before].word == b"try"), number)
    return number


def _replace(statements: list[_Statement], number: int, exc: SyntaxError, written: dict[int, bytes]) -> None:
    """Puts something sound in the place of a statement; of what is around it, too, where that has not helped."""
    one = statements[number]
    one.tried += 1
    has_block = number + 1 < len(statements) and statements[number + 1].indent > one.indent
    if exc.msg == "unexpected indent":
        for index in range(number, _block_end(statements, number)):
            written[index] = b""
    elif one.tried == 1 and one.word in _CONTINUED:
        written[number] = _CONTINUED[one.word]
    elif one.tried == 1 or (one.tried == 2 and one.word in _CONTINUED):
        written[number] = b"if 1:" if has_block else b"0"
    else:
        first = next((index for index in range(number, -1, -1) if statements[index].indent == 0), 0)
        for index in range(first, _block_end(statements, first)):
            written[index] = b""


def _block_end(statements: list[_Statement], number: int) -> int:
    """The number behind the statement's block."""
    indent = statements[number].indent
    return next((index for index in range(number + 1, len(statements)) if statements[index].indent <= indent), len(statements))


def _covers(statements: list[_Statement], first: int, number: int) -> bool:
    """Whether a statement is the other, or stands in its block."""
    return first <= number < _block_end(statements, first)


def _changed(statement: bytes) -> set[str]:
    names: set[str] = set()
    for number, pattern in enumerate(_CHANGED):
        matches = [found] if not number and (found := pattern.match(statement)) else pattern.finditer(statement) if number else []
        names |= {name for found in matches for name in re.findall(r"\w+", found[1].decode())}
    return names
