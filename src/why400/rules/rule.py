"""The rule: the single home of one way to be rejected. See `docs/adding-a-rule.md`.

`@rule(...)` above a function makes it a rule; slug, family and page come from where the module stands. What the function looks at is the
type of its one parameter; a rule that only answers show takes none.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from why400.rules.hit import Edit, Hit
from why400.rules.says import Says

PHASES = ("transport", "url", "size", "json", "schema", "conversation", "container", "model", "answer")
"""In the order in which the API reports; `answer`: never seen in a request."""
SUBJECTS = ("Call", "JsonFault", "Violation", "Conversation", "Batch")
SIDES = ("request", "credentials", "account", "limits", "service", "network", "client")
RETRIES = ("never", "backoff", "wait", "after-fix", "once")
EVIDENCES = ("observed", "documented", "derived", "inferred")

Check = Callable[..., "Hit | Iterable[Hit] | None"]
Mend = Callable[[Hit], "Edit | Iterable[Edit] | None"]
MendT = TypeVar("MendT", bound=Mend)


@dataclass(eq=False)
class Rule:
    """One way to be rejected: how to see it, what the API answers, why, and the mend."""

    check: Check
    module: str
    subject: str
    """What the check looks at; empty where only answers show the fault."""
    says: tuple[Says, ...]
    status: int | None
    error: str | None
    evidence: str
    side: str
    retry: str
    phase: str
    cause: str
    mend: str
    severity: str = "error"
    claims: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    """Block kinds, tool types or top-level fields of which one must be there for the check to be asked."""
    order: int = 50
    """Rank among the rules of one phase."""
    origin: str = "api"
    """Who words these sentences: api, platform, gateway, client, lookalike."""
    source: str = ""
    """Evidence ids of the rule as such, beyond those of its sentences."""
    codes: tuple[str, ...] = ()
    """Values of `error.details.error_code` that stand for this rule and no other, whatever the message says."""
    mending: Mend | None = None
    safe: bool = False

    @cached_property
    def slug(self) -> str:
        """The rule's name, from its file's."""
        return self.module.rpartition(".")[2].replace("_", "-")

    @cached_property
    def family(self) -> str:
        """The family, from its folder's name."""
        return self.module.split(".")[-2].replace("_", "-")

    @property
    def page(self) -> str:
        """The module's docstring: the rule's page."""
        return sys.modules[self.module].__doc__ or ""

    @property
    def title(self) -> str:
        """The page's first line without its final stop."""
        return self.page.strip().partition("\n")[0].rstrip(".")

    def mends(self, *, safe: bool) -> Callable[[MendT], MendT]:
        """Decorates the function that turns a hit into edits. Safe: the request means what it meant."""

        def keep(function: MendT) -> MendT:
            self.mending, self.safe = function, safe
            return function

        return keep

    def hits(self, subject: object) -> Iterator[Hit]:
        """The hits of this rule in what it looks at."""
        found = self.check(subject)
        if found is None:
            return
        if isinstance(found, Hit):
            yield found
        else:
            yield from found

    def finds_any(self, subject: object) -> bool:
        """Whether there is a hit at all."""
        found = self.check(subject)
        return found is not None and (isinstance(found, Hit) or next(iter(found), None) is not None)

    def edits(self, hit: Hit) -> list[Edit]:
        """The edits that mend the hit; empty where only a person can."""
        if self.mending is None:
            return []
        made = self.mending(hit)
        if made is None:
            return []
        return [made] if isinstance(made, Edit) else list(made)


@dataclass(slots=True)
class Registered:
    """The rules that have been imported, by slug."""

    rules: dict[str, Rule] = field(default_factory=dict)


REGISTERED = Registered()


def rule(
    *,
    says: Iterable[Says] = (),
    status: int | None,
    error: str | None,
    evidence: str,
    side: str,
    retry: str,
    phase: str,
    cause: str,
    mend: str,
    severity: str = "error",
    claims: str | Iterable[str] = (),
    needs: str = "",
    order: int = 50,
    origin: str = "api",
    source: str = "",
    codes: tuple[str, ...] = (),
) -> Callable[[Check], Rule]:
    """Makes the decorated function a rule; see `Rule` for the parameters."""

    def register(check: Check) -> Rule:
        subject = next((kind.__name__ for name, kind in check.__annotations__.items() if name != "return"), "")
        made = Rule(
            check=check,
            module=check.__module__,
            subject=subject,
            says=tuple(says),
            status=status,
            error=error,
            evidence=evidence,
            side=side,
            retry=retry,
            phase=phase,
            cause=cause,
            mend=mend,
            severity=severity,
            claims=(claims,) if isinstance(claims, str) and claims else tuple(claims),
            needs=tuple(needs.split()),
            order=order,
            origin=origin,
            source=source,
            codes=codes,
        )
        REGISTERED.rules[made.slug] = made
        return made

    return register
