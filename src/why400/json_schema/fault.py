"""One thing that is wrong with a JSON Schema."""

from dataclasses import dataclass, field

Path = tuple[str | int, ...]
# A path kept as a link to the parent's path: a walk of any depth makes each step in constant time.
Link = tuple["Link | None", str | int]


@dataclass(frozen=True, slots=True)
class SchemaFault:
    """A fault of the kind `kind` at `path` inside the schema; `detail` fills the slots of the kind's sentence.

    `sure` is False where nobody has seen the API refuse exactly this: such a fault may only warn.
    """

    kind: str
    path: Path
    detail: dict[str, object] = field(default_factory=dict)
    sure: bool = True


def unlink(link: Link | None) -> Path:
    """The path that a chain of links stands for."""
    steps: list[str | int] = []
    while link is not None:
        link, step = link
        steps.append(step)
    return tuple(reversed(steps))
