"""Mends a saved conversation: finding by finding, until the API would take its next turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from msgspec import structs

from why400.check.engine import run_check
from why400.check.options import Options, make_subject
from why400.conversations.choices import Choice, choices
from why400.conversations.list_store import ListStore
from why400.conversations.session_store import SessionStore
from why400.conversations.steps import entry_of
from why400.conversations.store import Plan, Store, with_splices
from why400.conversations.translated_forms import FORMS
from why400.conversations.translated_store import TranslatedStore
from why400.errors import FormatError
from why400.formats import claude_code
from why400.formats.conversation_body import as_input
from why400.formats.read_input import ReadInput
from why400.model import Edit, Finding

_ROUNDS = 200
_GUESSES = frozenset({"text-block-blank", "base64-invalid", "image-unprocessable", "thinking-block-last", "thinking-signature-invalid"})
"""Warnings that may be what a conversation fails on; looked at only where nothing certain is found."""
_REPAIRS = {
    "lone-surrogate": ("put a replacement character in place of half a character", "nothing that could be read"),
    "nan-or-infinity": ("wrote null for a number that JSON does not have", "whether it was NaN or infinite"),
    "control-character-in-string": ("wrote a raw control character as an escape", ""),
}
"""By rule, what a repair of the JSON does, and what is given up by it."""

_TO_DO = {
    "answered": "answer", "gave": "give", "made": "make", "moved": "move", "renamed": "rename",
    "repaired": "repair", "took": "take", "turned": "turn", "wrote": "write",
}  # fmt: skip
"""What was done, as what is to be done, where that is another word."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the file."""

    line: int
    """In the file as it was given, from 1."""
    rule: str
    """The finding that it mends."""
    did: str
    """What was done, in words."""
    lost: str
    """What is given up by it; empty where nothing is."""

    def __str__(self) -> str:
        return f"line {self.line}: {self.did} ({self.rule})" + (f"; given up: {self.lost}" if self.lost else "")


@dataclass(frozen=True, slots=True)
class Freed:
    """A conversation after mending."""

    data: bytes
    """The whole file; what had no part in a fault has its bytes. The caller keeps a copy of the original."""
    changes: tuple[Change, ...]
    remaining: tuple[Finding, ...]
    """Errors that are left, with places in the request and not in the file."""

    @property
    def given_up(self) -> tuple[str, ...]:
        """What the changes lose, with its line."""
        return tuple(f"line {change.line}: {change.lost}" for change in self.changes if change.lost)


def freed(data: bytes, source: str = "session", *, options: Options | None = None) -> Freed:
    """The saved conversation with the smallest change after which the API would take its next turn.

    `options` are those of the check; without `as_of` the conversation is looked at as of its last day, as `why400 check` does. Raises
    FormatError where the data is no conversation that can be read.
    """
    store = _store(data, source)
    tried: dict[tuple[str, int, int], int] = {}
    changes: list[Change] = []
    for _ in range(_ROUNDS):
        given, findings = _findings(store, options)
        done = _repaired(store, given, findings)
        if done is None:
            done = _mended(store, findings, tried)
        if done is None:
            break
        after = _followed(store, done[0])
        if after is None:
            break
        store = after
        changes += done[1]
    _, findings = _findings(store, options)
    return Freed(store.data, tuple(changes), tuple(finding for finding in findings if finding.severity == "error"))


def mends_of(data: bytes, findings: Sequence[Finding], source: str = "session") -> dict[int, str]:
    """By the finding's index, what `freed` does first about it, and what is given up by that; nothing for what it leaves alone.

    The findings are those of the conversation's next request. Raises FormatError as `freed` does.
    """
    store = _store(data, source)
    certain = any(finding.severity == "error" for finding in findings)
    found: dict[int, str] = {}
    for index, finding in enumerate(findings):
        if finding.severity != "error" if certain else finding.rule not in _GUESSES:
            continue
        edits = finding.fix.edits if finding.fix is not None else ()
        if edits and all(edit.op == "text" for edit in edits):
            did, lost = _repair_words(finding)
        elif entry_of(store.saved, finding.pointer or "") is None or (step := _next_steps(store, finding, 0)) is None:
            continue
        else:
            _, did, lost = step[1]
        verb, _, rest = did.partition(" ")
        found[index] = f"{_TO_DO.get(verb, verb)} {rest}" + (f"; given up: {lost}" if lost else "")
    return found


def _repair_words(finding: Finding) -> tuple[str, str]:
    return _REPAIRS.get(finding.rule, ("repaired what is no sound JSON", ""))


def _store(data: bytes, source: str) -> Store:
    """The file, as what it is kept by."""
    if claude_code.recognises(data):
        return SessionStore(data, source)
    form = next((form for form in FORMS if form.recognises(data)), None)
    return TranslatedStore(data, source, form) if form is not None else ListStore(data, source)


def _followed(store: Store, data: bytes) -> Store | None:
    """The changed file; None where it would not be the same conversation any more."""
    try:
        after = store.follow(data)
    except FormatError:
        return None
    return after if store.keeps_its_end(after) else None


def _findings(store: Store, options: Options | None) -> tuple[ReadInput, list[Finding]]:
    """The request, and its errors; where there are none, the warnings that may be why it is refused."""
    given = as_input(store.data, store.saved)
    own = options or Options()
    own = structs.replace(own, as_of=own.as_of or given.recorded or date.today())
    found = run_check(make_subject(given.request.body, own), own).findings
    errors = [finding for finding in found if finding.severity == "error"]
    return given, errors or [finding for finding in found if finding.rule in _GUESSES]


def _repaired(store: Store, given: ReadInput, findings: Sequence[Finding]) -> tuple[bytes, list[Change]] | None:
    """The file with repairs of what is no sound JSON; None where there is nothing of the kind."""
    splices: list[tuple[int, int, bytes]] = []
    made: list[Change] = []
    for finding in findings:
        edits = finding.fix.edits if finding.fix is not None else ()
        placed = [_in_file(edit, given) for edit in edits if edit.op == "text"]
        if placed and all(place is not None for place in placed):
            splices += [place for place in placed if place is not None]
            entry = _entry_at(store, splices[-1][0])
            did, lost = _repair_words(finding)
            made.append(Change(store.line(entry), finding.rule, did, lost))
    after = with_splices(store.data, splices)
    return (after, made) if after != store.data else None


def _in_file(edit: Edit, given: ReadInput) -> tuple[int, int, bytes] | None:
    start, _, end = edit.path.partition(":")
    first = given.source_offset(int(start))
    if first is None or not isinstance(edit.value, bytes):
        return None
    behind = given.source_offset(int(end))  # further away where the file escapes what the request does not
    return first, behind if behind is not None and behind > first else first + int(end) - int(start), edit.value


def _entry_at(store: Store, offset: int) -> int:
    parts = [part for message in store.saved.messages for part in message.parts]
    return next((part.entry for part in parts if part.holder[0] <= offset < part.holder[1]), parts[0].entry)


def _mended(store: Store, findings: Sequence[Finding], tried: dict[tuple[str, int, int], int]) -> tuple[bytes, list[Change]] | None:
    """The file after one round: every finding whose messages no other one of the round touches."""
    touched: set[int] = set()
    made: list[Change] = []
    for finding in findings:
        entry = entry_of(store.saved, finding.pointer or "")
        if entry is None:
            continue
        key = (finding.rule, store.origin(entry), _block_of(finding))
        found = _next_steps(store, finding, tried.get(key, 0))
        if found is None or not touched.isdisjoint(found[0].messages):
            continue
        plan, choice, attempts = found
        tried[key] = attempts
        touched |= plan.messages
        made.append(Change(store.line(entry), finding.rule, choice[1], choice[2]))
        plan.carry_out()
    if not made:
        return None
    try:
        after = store.changed()
    except (LookupError, ValueError):
        return None
    return (after, made) if after != store.data else None


def _next_steps(store: Store, finding: Finding, attempts: int) -> tuple[Plan, Choice, int] | None:
    """The first way not yet tried that the file can be changed in."""
    for number, choice in enumerate(islice(choices(finding, store.saved), attempts, None), attempts + 1):
        plan = store.plan(choice[0])
        if plan is not None:
            return plan, choice, number
    return None


def _block_of(finding: Finding) -> int:
    keys = (finding.pointer or "").split("/")
    return int(keys[4]) if len(keys) > 4 and keys[4].isdigit() else -1
