"""Broken JSON of any length, each of one kind: what a forward pass must read without going back."""

from __future__ import annotations

from collections.abc import Callable

REPAIRED: dict[str, Callable[[int], bytes]] = {
    "closing brackets of the wrong kind": lambda n: b"[{" * 50 + b"]" * n,
    "objects closed twice": lambda n: b'{"m":[' + b",".join([b'{"a":1}}'] * n) + b"]}",
    "typographic quotes": lambda n: b"[" + "“a”,".encode() * n,
    "strings without an opening quote": lambda n: b'{"a": x y' + b", z" * n + b'", "b": [' + b'one", ' * n,
    "strings without a closing quote": lambda n: b'{"a": "x' + b"}],{" * n + b'"b": 1}',
    "a path": lambda n: b'["C:' + b"\\new\\dir" * n + b'"]',
    "indented lines": lambda n: b"{\n" + b' "a": {\n' * n + b' "b": 1\n' + b"}\n" * n,
    "lines that contradict the brackets": lambda n: b"[\n" + b' {"a":\n[\n' * n,
    "keys without a bracket": lambda n: b'"a": 1' + b',\n"b": 2' * n,
    "missing commas": lambda n: b"[" + b" ".join([b'"a"'] * n) + b"]",
    "missing commas in objects": lambda n: b'{"m":[' + b" ".join([b'{"a":1}'] * n) + b"]}",
    "open arrays": lambda n: b"[" * n,
    "open objects": lambda n: b'{"a":' * n,
    "closing brackets": lambda n: b"{" + b"]" * n,
    "quotes": lambda n: b'["' + b'"' * n,
    "odd quotes": lambda n: b'{"a":"' + b', " x' * n,
    "backslashes": lambda n: b'["' + b"\\" * n,
    "wrong escapes": lambda n: b'["' + b"\\x" * n + b'"]',
    "line breaks in a string": lambda n: b'["' + b"\n" * n + b'"]',
    "foreign bytes": lambda n: b'["' + b"\xffa" * n + b'"]',
    "open comment": lambda n: b"[1, /*" + b"*" * n,
    "spaces": lambda n: b"[1" + b" " * n + b",]",
    "digits": lambda n: b"[0" + b"1" * n,
    "words": lambda n: b'{"a": ' + b"word " * n,
    "repr": lambda n: b"{" + b"'a': 'b', " * n + b"'c': None}",
    "flat messages, cut": lambda n: b'{"m":[' + b",".join([b'{"role":"user","content":"x"}'] * n),
}
