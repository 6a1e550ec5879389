"""Random requests that a schema permits, and random damage to them."""

from __future__ import annotations

import copy
import json
import random

from why400.contract.schema import (
    Anything,
    Array,
    Boolean,
    Choice,
    Enum,
    Integer,
    Node,
    Number,
    Object,
    Ref,
    Schema,
    String,
    Tagged,
)  # fmt: skip

WORDS = ("x", "web_search", "custom", "text", "srvtoolu_1", "toolu_1", "a b", "é", "1" * 20)
JUNK: tuple[object, ...] = (
    None, True, False, 0, 1, -1, 1.0, 0.5, 2**53, 2**63 - 1, 2**63, 2**64, -(2**63) - 1, 10**400, "", "text", "auto", [],
    {}, [None], [1], ["a"], {"type": "text"}, {"type": "text", "text": "x"}, {"type": None}, {"type": "?", "never": ""},
    {"type": "ephemeral"}, {"type": "custom", "name": "f", "input_schema": {"type": "object"}}, "x" * 300,
)  # fmt: skip


class Maker:
    """Makes bodies of one endpoint. `slow`: variants that are left out, as the views leave them to the slow path."""

    def __init__(self, schema: Schema, rng: random.Random, slow: frozenset[str] = frozenset()) -> None:
        self._schema, self._rng, self._slow = schema, rng, slow

    def body(self) -> dict:
        return self._make(self._schema.types[self._schema.root], 0)

    def _make(self, node: Node, depth: int):
        rng = self._rng
        if node.nullable and rng.random() < 0.15:
            return None
        match node:
            case Ref():
                return self._make(self._schema.types[node.to], depth)
            case String():
                word = "srvtoolu_1" if node.pattern and "srvtoolu" in node.pattern else rng.choice(WORDS)
                word = "toolu-1" if node.pattern and "srvtoolu" not in node.pattern else word
                return (word * (node.min or 1))[: node.max] if node.min or rng.random() < 0.9 else ""
            case Integer():
                return rng.randint(*_bounds(node))
            case Number():
                return rng.choice([0, 1, 0.5, rng.random()])
            case Boolean():
                return rng.random() < 0.5
            case Anything():
                return rng.choice(JUNK[:13])
            case Enum():
                return rng.choice(node.values)
            case Array():
                most = min(node.max or 3, 1 if depth > 6 else 3)
                return [self._make(node.items, depth + 1) for _ in range(rng.randint(node.min or 0, max(most, node.min or 0)))]
            case Tagged():
                tags = [tag for tag, variant in node.variants.items() if variant.to not in self._slow]
                tag = rng.choice(tags)
                made = self._make(self._schema.types[node.variants[tag].to], depth + 1)
                if tag == node.untagged:
                    return made
                return {node.by: tag, **{key: value for key, value in made.items() if key != node.by}}
            case Choice():
                return self._make(rng.choice(node.options), depth)
            case Object():
                made = {
                    key: self._make(member.node, depth + 1) for key, member in node.fields.items()
                    if member.required or rng.random() < (0.25 if depth < 3 else 0.1)
                }  # fmt: skip
                if not node.closed and rng.random() < 0.6:
                    made[rng.choice(("q", "other", "$defs"))] = self._make(node.rest or Anything(), depth + 1)
                keys = list(made)
                rng.shuffle(keys)
                return {key: made[key] for key in keys}


def _bounds(node: Integer) -> tuple[int, int]:
    low = int(node.ge) if node.ge is not None else int(node.gt) + 1 if node.gt is not None else -5
    return low, int(node.le) if node.le is not None else low + 1000


def damage(rng: random.Random, body: dict, times: int) -> dict:
    """The body with `times` random changes: values replaced, keys removed, added, renamed, subtrees moved."""
    body = copy.deepcopy(body)
    for _ in range(times):
        holders = list(_holders(body))
        holder = rng.choice(holders)
        keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        kind = rng.randrange(6)
        if kind == 0 and isinstance(holder, dict):
            other = rng.choice(holders)
            name = rng.choice(list(other)) if isinstance(other, dict) and other else "bogus"
            holder[name] = copy.deepcopy(rng.choice(JUNK))
        elif not keys:
            continue
        elif kind == 1:
            del holder[rng.choice(keys)]
        elif kind == 2 and isinstance(holder, dict):
            key = rng.choice(keys)
            holder[rng.choice((key.upper(), key + "s", "type"))] = holder.pop(key)
        elif kind == 3:
            other = rng.choice(holders)
            holder[rng.choice(keys)] = copy.deepcopy(other) if len(json.dumps(other)) < 3000 else "moved"
        elif kind == 4 and isinstance(holder, dict) and "type" in holder:
            other = rng.choice(holders)
            holder["type"] = copy.deepcopy(other.get("type", "text")) if isinstance(other, dict) else "text"
        else:
            holder[rng.choice(keys)] = copy.deepcopy(rng.choice(JUNK))
    return body


def _holders(value: object):
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, (dict, list)):
            yield one
            waiting.extend(one.values() if isinstance(one, dict) else one)


def spoil(rng: random.Random, raw: bytes) -> bytes:
    """Damage to the text itself: doubled keys, escapes, numbers and bytes that JSON parsers differ in."""
    at = rng.randrange(len(raw))
    match rng.randrange(5):
        case 0:
            return raw.replace(b'"type":', b'"type":"text","type":', 1)
        case 1:
            return raw[:at] + rng.choice((b"\x00", b"\xff", b" ", b"\\ud800", b"1e400", b"9" * 320, b",")) + raw[at:]
        case 2:
            return raw.replace(b"1", rng.choice((b"1.0", b"1e2", b"-0", b"01", b"9" * 330, b"0." + b"1" * 400)), 1)
        case 3:
            return raw.replace(b"{}", b'{"q":' + rng.choice((b"[" * 40 + b"]" * 40, b"9" * 400, b'"\\ud800"')) + b"}", 1)
        case _:
            return raw[:at]
