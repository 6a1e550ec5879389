"""`why400 fix`: requests, mended where they stand."""

import argparse
import sys
from dataclasses import dataclass, field
from pathlib import Path

from msgspec import structs

from why400.check.fix import Fixed, fix_source
from why400.check.options import Options
from why400.cli.beside import load_beside, path_beside
from why400.cli.check import add_circumstances, options_of
from why400.cli.console import complain, inputs_or_stdin, invite, read_input, say, style_of
from why400.errors import UsageError, Why400Error
from why400.formats.read import Reading, read
from why400.formats.read_input import ReadInput
from why400.model import Finding
from why400.render.diff import diff_text, unified
from why400.rules.catalogue import load
from why400.rules.page import read_page

EXAMPLE = "why400 fix --write request.json"


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the command's arguments."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="anything that `why400 check` reads; - or nothing: standard input")
    add_circumstances(parser)
    parser.add_argument("--unsafe", action="store_true", help="apply also the mends that may change what the request means")
    parser.add_argument("--write", action="store_true", help="write the mended text to the file")
    parser.add_argument("--diff", action="store_true", help="print a unified diff, and write nothing")


@dataclass(slots=True)
class _Mended:
    """One input after all its requests have been mended."""

    before: bytes
    after: bytes
    count: int = 0
    """Changes that were made in the text."""
    errors: int = 0
    """Errors that are left."""
    lost: list[tuple[str, bytes]] = field(default_factory=list)
    """The mended bodies that could not be written to the text, each with the name of its request."""
    keeps_copy: bool = False
    """Whether the original is put aside before the file is written: of a conversation there is no other."""
    files: list[tuple[str, bytes, bytes]] = field(default_factory=list)
    """The files that it takes bodies from and that changed, each before and after."""


def run(args: argparse.Namespace) -> int:
    """Prints the mended text or a diff, or writes it; says every change on standard error. 1 where errors remain, 2 where an input is unusable."""
    options = options_of(args)
    if not args.files:
        invite("paste a request")
    if args.write and args.diff:
        raise UsageError("--write writes and --diff only shows: give one of them")
    if args.write and (not args.files or "-" in args.files):
        raise UsageError("--write needs the name of a file: standard input cannot be written to")
    if len(args.files) > 1 and not args.write and not args.diff:
        raise UsageError("several files: say --write to mend them in place, or --diff to see what would change")
    code = 0
    for name in inputs_or_stdin(args.files):
        try:
            done = _mend(name, options, as_=args.as_, unsafe=args.unsafe)
        except Why400Error as exc:
            complain(str(exc))
            code = 2
            continue
        _show(name, done, args)
        code = max(code, int(done.errors > 0 or (bool(done.lost) and args.write)))
    return code


class _Texts:
    """An input and the files that it takes bodies from, as they are after the mends made so far."""

    def __init__(self, name: str, as_: str | None) -> None:
        self.name, self.as_ = name, as_
        self.input = read_input(name)
        self.files: dict[str, bytes] = {}
        """By the names that the input has for them."""
        self.beside = load_beside(name)

    def read(self) -> Reading:
        """The requests as they are now. Raises as the reader does."""
        return read(self.input, source=self.name, as_=self.as_, load=self._load)

    def of(self, given: ReadInput) -> bytes:
        """The text that the request's body stands in."""
        return self.input if given.file is None else given.file.data

    def put(self, given: ReadInput, text: bytes) -> None:
        """Puts another text in the place of that."""
        if given.file is None:
            self.input = text
        else:
            self.files[given.file.name] = text

    def changed_files(self) -> list[tuple[str, bytes, bytes]]:
        """The files that are not as they were, each before and after."""
        all_of_them = ((str(path_beside(self.name, wanted)), self.beside(wanted), text) for wanted, text in self.files.items())
        return [(path, before, after) for path, before, after in all_of_them if before != after]

    def _load(self, wanted: str) -> bytes:
        return self.files[wanted] if wanted in self.files else self.beside(wanted)


def _mend(name: str, options: Options, *, as_: str | None, unsafe: bool) -> _Mended:
    texts = _Texts(name, as_)
    requests, passed_over = texts.read()
    for piece in passed_over:
        complain(f"passed over: {piece.text}")
    if requests[0].kind == "conversation":
        return _free(name, texts.input, options)
    done = _Mended(texts.input, texts.input)
    for index in range(len(requests)):
        given = texts.read().requests[index]

        def read_again(text: bytes, index: int = index, given: ReadInput = given) -> ReadInput | None:
            texts.put(given, text)
            try:
                found = texts.read().requests
            except Why400Error:
                return None
            return found[index] if len(found) == len(requests) else None

        own = structs.replace(options, as_of=options.as_of or given.recorded)
        mended = fix_source(texts.of(given), given, read_again, own, unsafe=unsafe)
        texts.put(given, mended.data)
        _tell(f"{name} {given.label}".rstrip() if len(requests) > 1 else "", mended.fixed)
        done.count += 0 if mended.unwritten else len(mended.fixed.applied)
        done.errors += sum(finding.severity == "error" for finding in mended.fixed.remaining)
        if mended.unwritten:
            done.lost.append((f"{name} {given.label}".rstrip(), mended.fixed.request.body))
    done.after, done.files = texts.input, texts.changed_files()
    return done


def _free(name: str, data: bytes, options: Options) -> _Mended:
    """The saved conversation with the smallest change that frees it; what is given up for it is said."""
    from why400.conversations import freed  # only a conversation needs it

    done = freed(data, name, options=options)
    for change in done.changes:
        complain(f"{name}: {change}")
    for finding in done.remaining:
        complain(f"{name}: not mended {finding.rule}: {finding.cause}")
    return _Mended(data, done.data, len(done.changes), len(done.remaining), keeps_copy=True)


def _tell(where: str, fixed: Fixed) -> None:
    """Says each change with its reason, and what is left with what it would take."""
    place = f"{where}: " if where else ""
    for finding in fixed.applied:
        assert finding.fix is not None
        safety = "safe" if finding.fix.safe else f"unsafe: {_risk(finding)}"
        complain(f"{place}mended {finding.rule} at {_at(finding)}: {finding.fix.title} ({safety})")
    for finding in fixed.remaining:
        if finding.severity == "error":
            complain(f"{place}not mended {finding.rule} at {_at(finding)}: {finding.cause}{_needs(finding)}")


def _needs(finding: Finding) -> str:
    """What would mend it, in brackets."""
    fix = finding.fix
    if fix is None or (fix.edits and fix.safe):
        return ""
    return f" (--unsafe would: {fix.title}; unsafe: {_risk(finding)})" if fix.edits else f" (by hand: {fix.title})"


def _at(finding: Finding) -> str:
    return finding.path or finding.pointer or "the body"


def _risk(finding: Finding) -> str:
    """Why the mend may change what the request means, in the words of the rule's page."""
    return read_page(load(finding.rule).page).risk or "what was meant is a guess"


def _show(name: str, done: _Mended, args: argparse.Namespace) -> None:
    changed = [*([(name, done.before, done.after)] if done.after != done.before else []), *done.files]
    for place, body in done.lost:
        why = f"{place}: the body does not stand in the text in a way that can be written to"
        complain(f"{why}: make its mends there by hand" if changed else f"{why}; here is the mended body by itself")
        if not changed:
            _print(body)
    if done.lost and not changed:
        return
    if args.diff:
        for path, before, after in changed:
            sys.stdout.buffer.writelines(unified(before, after, path))
    elif not changed and (args.write or sys.stdout.isatty()):
        say(f"{name}: nothing to mend")
    elif args.write:
        kept = f"; the original is {_put_aside(Path(name), done.before)}" if done.keeps_copy else ""
        for path, _, after in changed:
            _write(Path(path), after)
        where = "" if not done.files else f" to {' and '.join(path for path, _, _ in changed)}"
        say(f"{name}: {done.count} mended, written{where}{kept}")
    elif sys.stdout.isatty():
        for path, before, after in changed:
            say(diff_text(before, after, path, style_of(sys.stdout)))
        if name != "-":
            complain(f"nothing is written yet: why400 fix --write{' --unsafe' if args.unsafe else ''} {name}")
    elif len(changed) > 1:
        files = " and ".join(path for path, _, _ in changed)
        complain(f"{name}: the mends are in {files}: say --write to make them there, or --diff to see them")
    else:
        _print(changed[0][2] if changed else done.after)


def _print(data: bytes) -> None:
    sys.stdout.buffer.write(data if data.endswith(b"\n") else data + b"\n")


def _put_aside(path: Path, data: bytes) -> Path:
    """Writes the original beside the file, under a name that is not taken. Raises UsageError where it cannot."""
    number = 0
    while (copy := path.with_name(f"{path.name}.orig{number or ''}")).exists():
        if copy.read_bytes() == data:
            return copy
        number += 1
    try:
        copy.write_bytes(data)
    except OSError as exc:
        raise UsageError(f"{path} is left alone: no copy of it can be written ({exc.strerror or exc})") from None
    return copy


def _write(path: Path, data: bytes) -> None:
    """Replaces the file in one step, so that it is never half written. Raises UsageError where it cannot."""
    beside = path.with_name(f".{path.name}.why400")
    try:
        beside.write_bytes(data)
        beside.chmod(path.stat().st_mode)
        beside.replace(path)
    except OSError as exc:
        beside.unlink(missing_ok=True)
        raise UsageError(f"{path} cannot be written: {exc.strerror or exc}") from None
