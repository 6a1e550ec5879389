"""Finds and mends what keeps a text from being JSON."""

import re
import sys
from bisect import bisect_right
from dataclasses import replace

import msgspec
import orjson

from why400.formats.json_text.encoding import check_utf8, wide_encoding
from why400.formats.json_text.faults import KINDS, Edit, Examined, Fault, Ledger, TooManyFaultsError, apply_edits
from why400.formats.json_text.indentation import misplaced_bracket
from why400.formats.json_text.syntax_error import first_error
from why400.formats.json_text.walk import Walk
from why400.formats.json_text.wrapped import note_wrapped, unmarked

_BOM = b"\xef\xbb\xbf"
_SPACE = b" \t\r\n\x00"
_FORM = re.compile(rb"[\w.%+\-\[\]]{1,200}=[^&\s{}\"]*+(?:&[\w.%+\-\[\]]{1,200}=[^&\s{}\"]*+)*+\Z")
_FOREIGN = re.compile(
    rb"map\[\w|<(?:\?xml|!doctype|html|[a-zA-Z][\w:]*[ />])|--[-\w]{1,70}\r?\n|\x1f\x8b|\x28\xb5\x2f\xfd|%PDF-", re.IGNORECASE
)
_BEGINS_VALUE = re.compile(
    rb"(?![{\[(]?```)(?:[{\[\"'`#($<]|/[/*]|-?\d[\d.eE+\-]*+\s*+\Z|array\(|(?:true|false|null|None|True|False|NaN|undefined)\b|\xe2\x80|\xc2[\xab\xa0])"
)
_JSON_BEGINS = re.compile(rb"[{\[](?=\s*(?:[\"'}\]{\[]|[A-Za-z_]\w*\s*:))")
_BRACKETS = frozenset(("json-truncated", "missing-closing-bracket", "extra-closing-bracket", "mismatched-bracket", "trailing-data"))
_MEMBERS = re.compile(
    rb"[A-Za-z_]\w{0,60}[ ]*[:=][ ]*(?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'|\d[\d.]{0,20}|true|false|True|False)\s*,\s*[A-Za-z_]\w{0,60}[ ]*[:=]"
)
"""Members without brackets around them, as a call has them."""
_FENCE_BEHIND = re.compile(rb"[ \t\r\n]*+(```)(?=[^`]*\Z)")
_MAX_LEADING = 4096


def examine(text: bytes) -> Examined:
    """Find each fault of a text that should be JSON and what mends it, in one pass forward.

    Where that pass finds fault with the brackets alone, the indentation is asked too, which may know the one place better.

    Valid JSON has no faults, but for a string that holds the whole JSON once more. After a hundred faults the rest is
    left unchecked, and `truncated_check` says so.
    """
    try:
        value = orjson.loads(text)
    except orjson.JSONDecodeError:
        pass
    else:
        return _double_encoded(text, value) or Examined((), text, value, truncated_check=False, parsed=True)
    wide = wide_encoding(text)
    if wide is not None:
        return _examine_wide(text, *wide)
    ledger = Ledger()
    try:
        _note_faults(text, ledger)
    except TooManyFaultsError:
        ledger.full = True
    faults = ledger.close()
    if not ledger.full and not _BRACKETS.isdisjoint(fault.kind for fault in faults):
        faults = _by_indentation(text, faults)
    return _conclude(text, faults, ledger.full)


def _by_indentation(text: bytes, faults: list[Fault]) -> list[Fault]:
    """Put the one bracket that contradicts the indentation in the place of the faults that it brought about, where that mends them all."""
    meant = misplaced_bracket(text)
    if meant is None:
        return faults
    for follow in (_BRACKETS | {"missing-comma"}, _BRACKETS):
        others = [fault for fault in faults if fault.kind not in follow]
        found = sorted(_yield_to_syntax([*others, meant]), key=lambda fault: (fault.offset, fault.end))
        if _may_parse(apply_edits(text, [edit for fault in found for edit in fault.edits])):
            return found
    return faults


def _yield_to_syntax(faults: list[Fault]) -> list[Fault]:
    """Leave out mends of the encoding within bytes that another mend replaces."""
    taken = sorted((edit.start, edit.end) for fault in faults if fault.kind != "wrong-encoding" for edit in fault.edits)
    taken = [span for span in taken if span[0] < span[1]]

    def is_free(edit: Edit) -> bool:
        at = bisect_right(taken, (edit.start, sys.maxsize))
        return at == 0 or taken[at - 1][1] <= edit.start

    return [replace(fault, edits=tuple(filter(is_free, fault.edits))) if fault.kind == "wrong-encoding" else fault for fault in faults]


def _conclude(text: bytes, faults: list[Fault], full: bool) -> Examined:
    faults = _yield_to_syntax(faults)
    repaired = apply_edits(text, [edit for fault in faults for edit in fault.edits])
    value: object = None
    parsed = repaired is not text and _may_parse(repaired)
    try:
        value = orjson.loads(repaired) if parsed else None
    except orjson.JSONDecodeError:
        parsed = False
    if not faults:
        # The pass found nothing where the parser refuses; say at least where it stops.
        error = first_error(text)
        at = error.offset if error else 0
        faults = [Fault("unexpected-character", at, at + 1, KINDS["unexpected-character"], (), False)]
    return Examined(tuple(faults), repaired, value, truncated_check=full, parsed=parsed)


def _may_parse(text: bytes) -> bool:
    """Whether it is worth while to parse the text: a parser's error would hold one more copy of all of it."""
    try:
        msgspec.json.decode(text, type=msgspec.Raw)
    except RecursionError:
        return True  # it gives up at a lesser depth than the API's parser
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return True


def _note_faults(text: bytes, ledger: Ledger) -> None:
    size = len(text)
    at = 0
    if text.startswith(_BOM):
        at = len(_BOM)
        ledger.add("bom", 0, at, [Edit(0, at, b"")])
    stripped = text[at:].strip(_SPACE)
    if not stripped:
        ledger.add("empty-body", 0, size)
        return
    if _FOREIGN.match(stripped):
        ledger.add("not-json", at, size)
        return
    if _FORM.match(stripped):
        ledger.add("form-encoded", at, size)
        return
    start = text.index(stripped[:1], at)
    if note_wrapped(start, stripped, ledger):
        return
    check = check_utf8(text)
    if check.hopeless:
        ledger.add("not-json", 0, size)
        return
    if check.edits:
        ledger.add("wrong-encoding", check.edits[0].start, check.edits[-1].end, check.edits)
    bare = unmarked(text, start, ledger)
    if bare is not text:
        text = bare
        start += len(text[start:]) - len(text[start:].lstrip(_SPACE))
    unopened = _MEMBERS.match(text, start) is not None
    if not unopened and not _BEGINS_VALUE.match(text, start):
        begin = _JSON_BEGINS.search(text, start, start + _MAX_LEADING)
        if begin is None:
            ledger.add("not-json", start, size, certain=False)
            return
        fenced = b"```" in text[start : begin.start()]
        start = begin.start()
        # In front of an array, what has quotes may be a part of what is meant.
        ledger.add("leading-text", at, start, [Edit(at, start, b"")], certain=text[start] != 0x5B or b'"' not in text[at:start])
        fence = _FENCE_BEHIND.search(text, max(start, text.rfind(b"```") - 64)) if fenced and check.tail is None else None
        if fence:
            # However much of the JSON is missing in front of it, the fence ends it.
            ledger.add("trailing-data", fence.start(1), size, [Edit(fence.start(1), size, b"")])
            text = text[: fence.start()]
    if check.tail is None:
        walk = Walk(text, start, ledger)
        if unopened:
            walk.open_unseen()
        walk.run()
    else:
        _walk_cut(text, start, check.tail, ledger)


def _walk_cut(text: bytes, start: int, tail: int, ledger: Ledger) -> None:
    """Walk a text that ends within a character: whatever else is cut off there, those bytes go."""
    remove = Edit(tail, len(text), b"")
    Walk(text[:tail], start, ledger).run()
    last = ledger.faults[-1] if ledger.faults else None
    if last is not None and last.kind == "json-truncated":
        ledger.faults[-1] = replace(last, edits=(*last.edits, remove))
    else:
        ledger.add("wrong-encoding", tail, len(text), [remove])


def _double_encoded(text: bytes, value: object) -> Examined | None:
    held = value
    while isinstance(held, str) and held.lstrip()[:1] in ("{", "[", '"'):
        inner = held.encode()
        try:
            held = orjson.loads(inner)
        except orjson.JSONDecodeError:
            return None
    if isinstance(held, str) or held is value:
        return None
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    fault = Fault("double-encoded", start, end, KINDS["double-encoded"], (Edit(start, end, inner),), True)
    return Examined((fault,), apply_edits(text, fault.edits), held, truncated_check=False, parsed=True)


def _examine_wide(text: bytes, encoding: str, mark: int) -> Examined:
    """Examine the UTF-8 form of a text in UTF-16 or UTF-32; one edit replaces the text by the mended form."""
    decoded = text[mark:].decode(encoding, "replace")
    utf8 = decoded.encode("utf-8", "replace")
    inner = examine(utf8)
    edit = Edit(0, len(text), inner.repaired)
    faults = [Fault("wrong-encoding", 0, len(text), KINDS["wrong-encoding"], (edit,), True)]
    for fault in inner.faults:
        # a last unit that is cut off became a whole character, so that a place may lie behind the end
        start, end = (min(mark + len(utf8[:at].decode("utf-8", "replace").encode(encoding)), len(text)) for at in (fault.offset, fault.end))
        faults.append(replace(fault, offset=start, end=end, edits=()))
    return replace(inner, faults=tuple(faults))
