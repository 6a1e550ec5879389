"""What differs between two contracts: endpoints, fields, values, models, betas."""

from __future__ import annotations

from collections import deque
from typing import Literal, cast

import msgspec

from why400.contract.build.node import PAST, Json
from why400.contract.build.plain import PlainContract

Area = Literal["endpoints", "fields", "values", "models", "betas"]
AREAS: tuple[Area, ...] = ("endpoints", "fields", "values", "models", "betas")
_LIMITS = {
    "min": "length at least", "max": "length at most", "pattern": "pattern", "ge": "at least", "le": "at most", "gt": "above", "lt": "below",
}  # fmt: skip
_CLASS = {"enum": "string", "integer": "number", "tagged": "object"}
_ARTICLE = {
    "string": "a string",
    "number": "a number",
    "boolean": "true or false",
    "array": "an array",
    "object": "an object",
    "any": "anything",
}


class Change(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One difference."""

    area: Area
    kind: Literal["added", "removed", "changed"]
    name: str
    """The endpoint, the model, the beta; of fields and values the JSON path in the body."""
    endpoint: str | None = None
    """Of fields and values: whose body has them; the first of those that share a type."""
    what: str = ""
    """The difference in words; empty where kind and name say all."""


def compare(old: PlainContract, new: PlainContract) -> list[Change]:
    """All differences, by area in the order of AREAS."""
    changes = _endpoints(old, new)
    walker = _Walker(old.types, new.types)
    for endpoint in {**old.roots, **new.roots}:
        walker.walk(endpoint, old.roots.get(endpoint), new.roots.get(endpoint))
    changes += walker.changes
    walker = _Walker(cast("dict[str, Json]", old.other["types"]), cast("dict[str, Json]", new.other["types"]))
    before, after = cast("dict[str, str]", old.other["roots"]), cast("dict[str, str]", new.other["roots"])
    for endpoint in sorted({**before, **after}):
        walker.walk(endpoint, before.get(endpoint), after.get(endpoint))
    changes += walker.changes
    changes += _models(old, new) + _betas(old, new)
    return sorted(changes, key=lambda one: AREAS.index(one.area))


def _endpoints(old: PlainContract, new: PlainContract) -> list[Change]:
    before = {f"{one['method']} {one['path']}": one for one in old.endpoints}
    after = {f"{one['method']} {one['path']}": one for one in new.endpoints}
    found: list[Change] = []
    for name in sorted({**before, **after}):
        a, b = before.get(name), after.get(name)
        listed = (a is not None and a["in_sdk"], b is not None and b["in_sdk"])
        if a is None or b is None:
            found.append(Change(area="endpoints", kind="added" if a is None else "removed", name=name))
            continue
        if listed[0] != listed[1]:
            what = "now in the SDK" if listed[1] else "no longer in the SDK"
            found.append(Change(area="endpoints", kind="added" if listed[1] else "removed", name=name, what=what))
        found.extend(_query(name, a, b))
        if a["betas"] != b["betas"]:
            what = f"needs the beta {_said(b['betas'])}, before {_said(a['betas'])}"
            found.append(Change(area="endpoints", kind="changed", name=name, what=what))
    return found


def _query(name: str, a: Json, b: Json) -> list[Change]:
    before = {str(one["name"]): one for one in cast("list[Json]", a["query"])}
    after = {str(one["name"]): one for one in cast("list[Json]", b["query"])}
    found = []
    for param in sorted({**before, **after}):
        if before.get(param) != after.get(param):
            verb = "takes" if param not in before else "no longer takes" if param not in after else "takes otherwise"
            found.append(Change(area="endpoints", kind="changed", name=name, what=f"{verb} the query parameter {param}"))
    return found


class _Walker:
    """Walks two schemas side by side from their roots; a pair of types is looked at once, where it is met first."""

    def __init__(self, old: dict[str, Json], new: dict[str, Json]) -> None:
        self.old, self.new = old, new
        self.changes: list[Change] = []
        self._seen: set[tuple[str, str]] = set()
        self._waiting: deque[tuple[Json, Json, str]] = deque()
        self._endpoint = ""

    def walk(self, endpoint: str, old: str | None, new: str | None) -> None:
        """Compares one body."""
        self._endpoint = endpoint
        if old is None or new is None:
            self._note(
                "fields", "added" if old is None else "removed", "$", "the body has a schema" if old is None else "its schema is gone"
            )
            return
        self._waiting.append(({"kind": "ref", "to": old}, {"kind": "ref", "to": new}, "$"))
        while self._waiting:
            a, b, path = self._waiting.popleft()
            self._parts(a, b, path)

    def _note(self, area: Area, kind: Literal["added", "removed", "changed"], path: str, what: str = "") -> None:
        self.changes.append(Change(area=area, kind=kind, name=path, endpoint=self._endpoint, what=what))

    def _parts(self, a: Json, b: Json, path: str) -> None:
        """Two places: the alternatives of each by JSON type."""
        if bool(a.get("nullable")) != bool(b.get("nullable")):
            self._note("fields", "changed", path, "takes null, too" if b.get("nullable") else "no longer takes null")
        before, after = _by_class(a, self.old), _by_class(b, self.new)
        for kind in [*before, *(one for one in after if one not in before)]:
            mine, theirs = before.get(kind), after.get(kind)
            if mine is not None and theirs is not None:
                self._same_class(mine, theirs, path)
            elif theirs is not None:
                self._note("fields", "changed", path, f"takes {_ARTICLE.get(kind, kind)}, too")
            else:
                self._note("fields", "changed", path, f"no longer takes {_ARTICLE.get(kind, kind)}")

    def _same_class(self, a: Json, b: Json, path: str) -> None:
        if "ref" in (a["kind"], b["kind"]):
            names = (str(a.get("to", "")), str(b.get("to", "")))
            if names in self._seen:
                return
            if all(names):
                self._seen.add(names)
            a = self.old[names[0]] if names[0] else a
            b = self.new[names[1]] if names[1] else b
        for key, words in _LIMITS.items():
            if a.get(key) != b.get(key):
                self._note("fields", "changed", path, f"{words}: {_said(a.get(key))} → {_said(b.get(key))}")
        self._values(a, b, path)
        if "integer" in (a["kind"], b["kind"]) and a["kind"] != b["kind"]:
            self._note("fields", "changed", path, f"{a['kind']} → {b['kind']}")
        if "items" in a and "items" in b:
            self._waiting.append((cast("Json", a["items"]), cast("Json", b["items"]), f"{path}[*]"))
        tagged = "tagged" in (a["kind"], b["kind"])
        if tagged:
            self._members(_variants(a), _variants(b), path, "({})")
        elif a["kind"] == b["kind"] == "object":
            if a.get("closed", True) != b.get("closed", True):
                self._note("fields", "changed", path, "closed to other members" if b.get("closed", True) else "open to other members")
            if a.get("rest") and b.get("rest"):
                self._waiting.append((cast("Json", a["rest"]), cast("Json", b["rest"]), f"{path}.*"))
            self._members(cast("dict[str, Json]", a.get("fields", {})), cast("dict[str, Json]", b.get("fields", {})), path, ".{}")

    def _values(self, a: Json, b: Json, path: str) -> None:
        if "enum" not in (a["kind"], b["kind"]):
            return
        if a["kind"] != b["kind"]:
            self._note("values", "changed", path, "any text → fixed values" if b["kind"] == "enum" else "fixed values → any text")
            return
        before, after = _listed(a), _listed(b)
        for value in [one for one in after if one not in before]:
            self._note("values", "added", path, f'"{value}"')
        for value in [one for one in before if one not in after]:
            kept = value in cast("list[str]", b["values"])
            self._note("values", "removed", path, f'"{value}"' + (": no longer in the SDK, still taken" if kept else ""))

    def _members(self, before: dict[str, Json], after: dict[str, Json], path: str, form: str) -> None:
        for name in [*before, *(one for one in after if one not in before)]:
            a, b = before.get(name), after.get(name)
            here = path + form.format(name)
            if not _there(a) and not _there(b):
                continue
            if not _there(a) or a is None:
                assert b is not None
                self._note("fields", "added", here, _described(b, self.new))
            elif not _there(b) or b is None:
                self._note("fields", "removed", here, "no longer in the SDK, still taken" if b is not None else "")
            else:
                self._member(a, b, here)

    def _member(self, a: Json, b: Json, path: str) -> None:
        if bool(a.get("required")) != bool(b.get("required")):
            self._note("fields", "changed", path, "required" if b.get("required") else "no longer required")
        if a.get("betas") != b.get("betas"):
            self._note("fields", "changed", path, f"beta: {_said(a.get('betas'))} → {_said(b.get('betas'))}")
        listed = ("both", "sdk")
        if a.get("in") in ("openapi", *listed) and b.get("in") in ("openapi", *listed) and (a["in"] in listed) != (b["in"] in listed):
            self._note("fields", "changed", path, "now in the SDK" if b["in"] in listed else "no longer in the SDK")
        forms = [cast("Json", one["node"]) if "node" in one else {"kind": "ref", "to": one["to"]} for one in (a, b)]
        self._waiting.append((forms[0], forms[1], path))


def _there(form: Json | None) -> bool:
    return form is not None and form.get("in") != PAST


def _by_class(form: Json, types: dict[str, Json]) -> dict[str, Json]:
    options = cast("list[Json]", form["options"]) if form["kind"] == "choice" else [form]
    found: dict[str, Json] = {}
    for option in options:
        if _there(option):
            kind = str(types[str(option["to"])]["kind"] if option["kind"] == "ref" else option["kind"])
            found[_CLASS.get(kind, kind)] = option
    return found


def _variants(form: Json) -> dict[str, Json]:
    """The variants of a tagged union; a lone object beside one counts under its own tag."""
    if form["kind"] == "tagged":
        return cast("dict[str, Json]", form["variants"])
    return {}


def _listed(form: Json) -> list[str]:
    unlisted = cast("list[str]", form.get("unlisted", []))
    return [value for value in cast("list[str]", form["values"]) if value not in unlisted]


def _described(form: Json, types: dict[str, Json]) -> str:
    words = ["an object"] if "to" in form else []
    if "node" in form:
        words.append(" or ".join(_kind(one, kind) for kind, one in _by_class(cast("Json", form["node"]), types).items()))
    if form.get("required"):
        words.append("required")
    betas = [one for one in cast("list[str]", form.get("betas", [])) if one != "?"]
    if form.get("betas"):
        words.append(f"beta {' or '.join(betas)}" if betas else "in the beta API")
    return ", ".join(words)


def _kind(form: Json, kind: str) -> str:
    if form["kind"] == "integer":
        return "an integer"
    if form["kind"] == "enum":
        return " or ".join(f'"{value}"' for value in _listed(form))
    return _ARTICLE.get(kind, kind)


def _models(old: PlainContract, new: PlainContract) -> list[Change]:
    before, after = ({str(one["id"]): one for one in each.models} for each in (old, new))
    found: list[Change] = []
    for name in [*(one for one in after if one not in before), *before]:
        a, b = before.get(name), after.get(name)
        if a is None or b is None:
            found.append(Change(area="models", kind="added" if a is None else "removed", name=name))
            continue
        for key in sorted({**a, **b}):
            if a.get(key) != b.get(key):
                what = f"{key}: {_said(a.get(key))} → {_said(b.get(key))}"
                found.append(Change(area="models", kind="changed", name=name, what=what))
    return found


def _betas(old: PlainContract, new: PlainContract) -> list[Change]:
    before, after = ({str(one["name"]): one for one in each.betas} for each in (old, new))
    found: list[Change] = []
    for name in sorted({**before, **after}):
        listed = tuple(one is not None and one.get("listed", True) for one in (before.get(name), after.get(name)))
        if listed[0] != listed[1]:
            known = name in before and name in after
            what = ("now in the SDK" if listed[1] else "no longer in the SDK") if known else ""
            found.append(Change(area="betas", kind="added" if listed[1] else "removed", name=name, what=what))
    return found


def _said(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    return {None: "none", True: "yes", False: "no"}.get(value, str(value)) if value is None or isinstance(value, bool) else str(value)
