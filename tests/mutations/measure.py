"""Runs the mutators over the recorded requests and judges what a checker says. Derandomised: the figures repeat."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from .originals import Original, bases
from .planted import Mutator, Planted


class ApiError(Protocol):
    @property
    def message(self) -> str | None: ...


class Finding(Protocol):
    """What is read of a `why400.Finding`."""

    @property
    def rule(self) -> str: ...
    @property
    def severity(self) -> str: ...
    @property
    def first(self) -> bool: ...
    @property
    def where(self) -> str: ...
    @property
    def name(self) -> str | None: ...
    @property
    def pointer(self) -> str | None: ...
    @property
    def line(self) -> int | None: ...
    @property
    def api_error(self) -> ApiError | None: ...


Check = Callable[[Original, Planted], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One planted fault and why it counts as missed; `miss` None: found, in the right place and words, and first."""

    mutator: str
    original: str
    planted: Planted
    miss: str | None


def examples(mutator: Mutator, count: int | None = None) -> list[tuple[Original, Planted]]:
    """Up to `count` faults that the mutator plants, each in the next original that it applies to."""
    found: list[tuple[Original, Planted]] = []
    every = bases()

    @settings(
        max_examples=count or mutator.examples,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def run(data: st.DataObject) -> None:
        start = data.draw(st.integers(0, len(every) - 1))
        for original in (*every[start:], *every[:start]):
            planted = mutator(original.body, data.draw)
            if planted is not None:
                found.append((original, planted))
                return

    run()
    return found


def says(finding: Finding) -> str | None:
    """The API's sentence that a finding predicts."""
    return finding.api_error.message if finding.api_error is not None else None


def located(finding: Finding, planted: Planted) -> bool:
    """Whether the finding stands where the fault was planted."""
    if finding.where != planted.where:
        return False
    if planted.where == "header":
        return (finding.name or "").lower() in planted.names
    if planted.where == "path":
        return True
    if planted.raw is not None:
        return not planted.lines or finding.line in planted.lines
    return (finding.pointer or "") in planted.pointers


def shown(finding: Finding | None) -> str:
    if finding is None:
        return "nothing"
    place = finding.name if finding.where == "header" else finding.pointer if finding.line is None else f"line {finding.line}"
    return f"{finding.severity}[{finding.rule}] at {place!r}: {says(finding)!r}"


def judge(findings: Iterable[Finding], planted: Planted) -> str | None:
    """Why the planted fault counts as missed, or None."""
    every = list(findings)
    lenient = planted.severity == "any"
    hits = [f for f in every if (lenient or f.severity == "error") and located(f, planted)]
    lead = next((f for f in every if f.first), every[0] if every else None)
    if not hits:
        return f"not found; got {shown(lead)}"
    if lenient:
        return None
    hit = next((f for f in hits if f.first), None)
    if hit is None:
        return f"not first; first is {shown(lead)}"
    told = says(hit)
    if planted.message is not None and told != planted.message:
        return f"worded {told!r}"
    if not all(part in (told or "") for part in planted.parts):
        return f"worded {told!r}, without {planted.parts!r}"
    return None


def measure(mutators: Iterable[Mutator], check: Check) -> Iterator[Outcome]:
    """An outcome for each planted fault. A checker that raises has missed it."""
    for mutator in mutators:
        for original, planted in examples(mutator):
            try:
                miss = judge(check(original, planted), planted)
            except Exception as error:  # a crash is a miss to report, not the end of the measurement
                miss = f"raised {type(error).__name__}: {error}"
            yield Outcome(mutator.name, original.id, planted, miss)


def table(outcomes: Iterable[Outcome]) -> tuple[list[str], float]:
    """Lines that name each mutator with misses (hits of all, and one miss in full), and the share found."""
    by_name: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        by_name.setdefault(outcome.mutator, []).append(outcome)
    every = [outcome for group in by_name.values() for outcome in group]
    share = sum(outcome.miss is None for outcome in every) / len(every) if every else 0.0
    lines = []
    for name, group in sorted(by_name.items()):
        missed = [outcome for outcome in group if outcome.miss is not None]
        if missed:
            one = missed[0]
            wanted = one.planted.message or " … ".join(one.planted.parts) or "(no wording)"
            lines.append(f"{name}: {len(group) - len(missed)}/{len(group)} found")
            lines.append(f"    {one.original}: {one.miss}")
            lines.append(f"    wanted {wanted!r} at {', '.join(one.planted.pointers[:4]) or one.planted.names or one.planted.lines}")
    whole = sum(not any(o.miss for o in group) for group in by_name.values())
    lines.append(f"{len(by_name)} mutators, {whole} without a miss; {len(every)} faults, {share:.2%} found")
    return lines, share
