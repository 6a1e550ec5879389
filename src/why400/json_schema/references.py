"""References inside a strict schema: what they point to, and whether definitions go in a circle."""

from collections.abc import Iterator
from urllib.parse import unquote

from why400.json_schema.fault import SchemaFault
from why400.json_schema.walk import subschemas

_MISSING = object()


def resolve(root: dict[str, object], reference: str) -> object:
    """What a local reference (`#/…`) points to, or `None` where there is nothing."""
    if reference == "#":
        return root
    node: object = root
    for token in reference[2:].split("/"):
        step = unquote(token).replace("~1", "/").replace("~0", "~")
        if isinstance(node, dict):
            node = node.get(step, _MISSING)
        elif isinstance(node, list) and step.isascii() and step.isdigit() and len(step) < 8 and int(step) < len(node):
            node = node[int(step)]
        else:
            return None
        if node is _MISSING:
            return None
    return node


def circles(root: dict[str, object]) -> Iterator[SchemaFault]:
    """One `circular-reference` for the first circle of definitions that the schema reaches; detail `cycle`.

    The API prints the names (`Node -> Node`). Circles over several definitions are unsure only in their wording.
    """
    definitions = {
        f"#/{home}/{name}": (home, name, node)
        for home in ("$defs", "definitions")
        if isinstance(found := root.get(home), dict)
        for name, node in found.items()
    }
    edges = {reference: _references(node) for reference, (_, _, node) in definitions.items()}
    without = {key: value for key, value in root.items() if key not in ("$defs", "definitions")}
    start = _references(without)
    if "#" in start or any("#" in below for below in edges.values()):
        yield SchemaFault("circular-reference", (), {"cycle": ["#", "#"], "exact": False})
        return
    edges["#"] = start
    cycle = _first_cycle(edges)
    if cycle:
        home, name, _ = definitions[cycle[0]]
        names = [definitions[reference][1] for reference in cycle]
        yield SchemaFault("circular-reference", (home, name), {"cycle": names, "exact": len(names) == 2})


def _references(node: object) -> list[str]:
    """The `$ref` strings at and below a node, in order."""
    found: list[str] = []
    stack = [node]
    while stack:
        here = stack.pop()
        if isinstance(here, dict):
            reference = here.get("$ref")
            if isinstance(reference, str):
                found.append(reference)
            stack.extend(reversed([below for _, below in subschemas(here)]))
    return found


def _first_cycle(edges: dict[str, list[str]]) -> list[str]:
    """A path from a node back to itself, found depth first from `#` without recursion; empty if there is none."""
    done: set[str] = set()
    trail: list[str] = ["#"]
    on_trail = {"#"}
    ahead = [iter(edges["#"])]
    while ahead:
        following = next(ahead[-1], None)
        if following is None:
            ahead.pop()
            left = trail.pop()
            on_trail.discard(left)
            done.add(left)
        elif following in on_trail:
            return [*trail[trail.index(following) :], following]
        elif following in edges and following not in done:
            trail.append(following)
            on_trail.add(following)
            ahead.append(iter(edges[following]))
    return []
