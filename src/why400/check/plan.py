"""Which rule is asked what: built from the catalogue; a rule is imported when a request has what it looks at."""

from functools import cache

from msgspec import Struct

from why400.contract.views import marks
from why400.contract.views.messages import MessagesRequest
from why400.rules import Conversation, Rule, Violation
from why400.rules.catalogue import Entry, catalogue
from why400.rules.features import Watch
from why400.rules.says import matches_glob


class Claim(Struct, frozen=True):
    """A kind of violation that a rule takes, perhaps only at some places."""

    entry: Entry
    at: str

    def fits(self, violation: Violation) -> bool:
        """Whether the violation is one of these."""
        return not self.at or matches_glob(violation.at, self.at, "/")


GATES = frozenset((
    *(name for struct, name in (*marks.BETA_FIELDS, *marks.VERSION_FIELDS) if struct == "MessagesRequest"),
    "tool_use.caller",
    "server_tool_use.caller",
    "message.clear_at",
    "message.output_config",
))  # fmt: skip
"""Features that only the full check can judge: a beta opens them, or their values have a pattern."""
_SHAPES = 10_000
"""Kinds of places for which the claims are remembered."""


class Plan:
    """The rules, sorted by what they look at."""

    def __init__(self, entries: dict[str, Entry]) -> None:
        self.entries = entries
        of = {subject: [entry for entry in entries.values() if entry.subject == subject] for subject in ("Call", "Conversation", "Batch")}
        self._calls, self._conversations, self._batches = of["Call"], of["Conversation"], of["Batch"]
        self._json_faults = {claim: entry for entry in entries.values() if entry.subject == "JsonFault" for claim in entry.claims}
        self._claims: dict[str, list[Claim]] = {}
        for entry in entries.values():
            if entry.subject == "Violation":
                for claim in entry.claims:
                    kind, _, at = claim.partition(" at=")
                    self._claims.setdefault(kind, []).append(Claim(entry, at))
        self._claimants: dict[tuple[str | int, ...], list[Rule]] = {}
        for claims in self._claims.values():
            claims.sort(key=lambda claim: claim_breadth(claim.at))
        needs = [need for entry in self._conversations for need in entry.needs]
        self._watch = Watch([*needs, *GATES], MessagesRequest.__struct_fields__)
        self._by_features: dict[frozenset[str], list[Rule]] = {}
        self._by_scope: dict[bool, list[Rule]] = {}

    def features(self, talk: Conversation) -> frozenset[str]:
        """What the request has of that which some rule needs."""
        return self._watch.features(talk)

    def for_features(self, present: frozenset[str]) -> list[Rule]:
        """The conversation rules whose trigger is there."""
        found = self._by_features.get(present)
        if found is None:
            found = [entry.load() for entry in self._conversations if _looks(entry.needs, present)]
            self._by_features[present] = found
        return found

    def for_call(self, *, size_only: bool) -> list[Rule]:
        """The rules over headers, URL and size; only those on size where nothing but a body is known."""
        found = self._by_scope.get(size_only)
        if found is None:
            found = [entry.load() for entry in self._calls if entry.phase == "size" or not size_only]
            self._by_scope[size_only] = found
        return found

    def for_batch(self) -> list[Rule]:
        """The rules over a batch as a whole."""
        return [entry.load() for entry in self._batches]

    def for_json_fault(self, kind: str) -> Rule:
        """The rule for that kind of fault of syntax."""
        return (self._json_faults.get(kind) or self._json_faults["not-json"]).load()

    def claimants(self, violation: Violation) -> list[Rule]:
        """The rules that may take the violation, the most specific claim first."""
        shape = (violation.kind, *[0 if isinstance(key, int) else key for key in violation.pointer])  # no claim names an index
        found = self._claimants.get(shape)
        if found is None:
            if len(self._claimants) >= _SHAPES:  # the keys are the caller's own
                self._claimants.clear()
            found = [claim.entry.load() for claim in self._claims.get(violation.kind, ()) if claim.fits(violation)]
            self._claimants[shape] = found
        return found


def _looks(needs: tuple[str, ...], present: frozenset[str]) -> bool:
    """Whether one of the alternatives is there, with all its parts."""
    return not needs or any(present.issuperset(need.split("+")) for need in needs)


def claim_breadth(at: str) -> tuple[int, int]:
    """Sorts claims from the most specific to the broadest."""
    return (at.count("**") + (2 if not at else 0), -len(at.replace("*", "")))


@cache
def plan() -> Plan:
    """The plan over the catalogue."""
    return Plan(catalogue())
