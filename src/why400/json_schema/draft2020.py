"""Whether a value is a valid JSON Schema of draft 2020-12, as the API asks of every tool's `input_schema`.

The API names no place, only the tool; the faults here name it. What was measured: `items` as a list, boolean
`exclusiveMinimum`, boolean `required`, a name twice in `required` and upper-case type names are refused; a schema that
declares another draft in `$schema` is held to that one (boolean `exclusiveMinimum` under draft-04 is accepted), so of
such a schema only what no draft allows is reported, and as unsure. Regular expressions are not compiled: their dialect
is not known. Unknown keywords and unknown formats are fine in every draft.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from why400.json_schema.fault import Link, SchemaFault, unlink

# Sentence behind the path `tools.N.custom.input_schema`; dev-325 to dev-328. The last part is a link that moves.
SENTENCE: Final = "JSON schema is invalid. It must match JSON Schema draft 2020-12 (https://json-schema.org/draft/2020-12)."
EVIDENCE: Final = (
    "dev-325 dev-326 dev-327 dev-328 rx-draft04-tool-schema-haiku public-code:58564292987 public-code:54534793861 "
    "public-code:42578468915 public-code:4777617506 public-code:60466106204"
)
TYPE_NAMES: Final = frozenset({"array", "boolean", "integer", "null", "number", "object", "string"})
_DRAFT = re.compile(r"https?://json-schema\.org/draft/2020-12/schema#?")
_OLD_DRAFT = re.compile(r"https?://json-schema\.org/(?:draft-0[4-7]|draft/2019-09)/?(?:schema|hyper-schema)?#?")
_OLDER = re.compile(r"https?://json-schema\.org/draft-0[0-3]/.*", re.DOTALL)  # `required: true` and more of its own
_ID = re.compile(r"[^#]*#?")
_ANCHOR = re.compile(r"[A-Za-z_][-A-Za-z0-9._]*")

# What a keyword's value must be. The first four say where subschemas stand.
_SCHEMA, _SCHEMAS, _SCHEMA_MAP, _DEPENDENCIES = "schema", "list of schemas", "object of schemas", "dependencies"


def _is_string(value: object) -> bool:
    return isinstance(value, str)


def _is_boolean(value: object) -> bool:
    return isinstance(value, bool)


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_positive(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value > 0


def _is_count(value: object) -> bool:
    if isinstance(value, bool):
        return False
    return (isinstance(value, int) and value >= 0) or (isinstance(value, float) and value >= 0 and value.is_integer())


def _is_list(value: object) -> bool:
    return isinstance(value, list)


def _is_string_set(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value) and len(set(value)) == len(value)


def _is_type(value: object) -> bool:
    if isinstance(value, str):
        return value in TYPE_NAMES
    return isinstance(value, list) and value != [] and _is_string_set(value) and TYPE_NAMES.issuperset(value)


def _is_string_sets(value: object) -> bool:
    return isinstance(value, dict) and all(map(_is_string_set, value.values()))


def _is_booleans(value: object) -> bool:
    return isinstance(value, dict) and all(map(_is_boolean, value.values()))


def _is_id(value: object) -> bool:
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def _is_anchor(value: object) -> bool:
    return isinstance(value, str) and _ANCHOR.fullmatch(value) is not None


_Check = str | Callable[[object], bool]

_CHECKS: Final[dict[str, _Check]] = {
    **dict.fromkeys(
        ("additionalProperties", "contains", "contentSchema", "else", "if", "items", "not", "propertyNames", "then",
         "unevaluatedItems", "unevaluatedProperties"),
        _SCHEMA,
    ),
    **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), _SCHEMAS),
    **dict.fromkeys(("$defs", "definitions", "dependentSchemas", "patternProperties", "properties"), _SCHEMA_MAP),
    "dependencies": _DEPENDENCIES,
    **dict.fromkeys(
        ("$comment", "$dynamicRef", "$recursiveRef", "$ref", "$schema", "contentEncoding", "contentMediaType",
         "description", "format", "pattern", "title"),
        _is_string,
    ),
    **dict.fromkeys(("deprecated", "readOnly", "uniqueItems", "writeOnly"), _is_boolean),
    **dict.fromkeys(("exclusiveMaximum", "exclusiveMinimum", "maximum", "minimum"), _is_number),
    "multipleOf": _is_positive,
    **dict.fromkeys(
        ("maxContains", "maxItems", "maxLength", "maxProperties", "minContains", "minItems", "minLength",
         "minProperties"),
        _is_count,
    ),
    **dict.fromkeys(("enum", "examples"), _is_list),
    "required": _is_string_set,
    "type": _is_type,
    "dependentRequired": _is_string_sets,
    "$vocabulary": _is_booleans,
    "$id": _is_id,
    **dict.fromkeys(("$anchor", "$dynamicAnchor", "$recursiveAnchor"), _is_anchor),
}  # fmt: skip

_MEANT: Final[dict[Callable[[object], bool], str]] = {
    _is_string: "a string",
    _is_boolean: "a boolean",
    _is_number: "a number",
    _is_positive: "a number above 0",
    _is_count: "a whole number, 0 or more",
    _is_list: "an array",
    _is_string_set: "an array of different strings",
    _is_type: "one of " + ", ".join(sorted(TYPE_NAMES)) + ", or an array of different ones",
    _is_string_sets: "an object of arrays of different strings",
    _is_booleans: "an object of booleans",
    _is_id: "a URI without a fragment",
    _is_anchor: "a plain name",
}

# Keywords that every draft from 4 on has, with values that no draft takes otherwise.
_ANY_DRAFT: Final = {
    key: _CHECKS[key]
    for key in ("allOf", "anyOf", "description", "enum", "maxItems", "maxLength", "maximum", "minItems", "minLength",
                "minimum", "multipleOf", "not", "oneOf", "pattern", "patternProperties", "properties", "required",
                "title", "type")
}  # fmt: skip


def is_valid_draft2020(schema: object) -> bool:
    """Whether `draft_faults` has nothing to report."""
    return next(draft_faults(schema), None) is None


_TEXTS: Final = frozenset(key for key, check in _CHECKS.items() if check is _is_string and key != "$schema")


def _surely_valid(schema: object) -> bool:
    """The quick way through a schema in which only the usual stands; False is no answer."""
    stack = [schema]
    while stack:
        node = stack.pop()
        if type(node) is not dict:
            return False
        for key, value in node.items():
            if key == "type":
                if type(value) is not str or value not in TYPE_NAMES:
                    return False
            elif key in _TEXTS:
                if type(value) is not str:
                    return False
            elif key == "properties":
                if type(value) is not dict:
                    return False
                stack.extend(value.values())
            elif key == "items":
                stack.append(value)
            elif key == "additionalProperties":
                if type(value) is not bool:
                    stack.append(value)
            else:
                check = _CHECKS.get(key)
                if check is not None and (isinstance(check, str) or key == "$schema" or not check(value)):
                    return False
    return True


def draft_faults(schema: object) -> Iterator[SchemaFault]:
    """Every place where the value is not a JSON Schema, in the order of the document.

    Kinds: `not-a-schema` (a subschema that is neither object nor boolean), `keyword-value` (detail `keyword`, `got`,
    `expected`). Linear in the size of the schema, without recursion.
    """
    if _surely_valid(schema):
        return
    declared = schema.get("$schema") if isinstance(schema, dict) else None
    checks, sure = _CHECKS, True
    if isinstance(declared, str) and not _DRAFT.fullmatch(declared):
        if _OLDER.fullmatch(declared):
            return
        sure = False
        if _OLD_DRAFT.fullmatch(declared):
            checks = _ANY_DRAFT
    # A node is (value, its path); what it yields goes on the stack in reverse, so that the order is the document's.
    stack: list[tuple[object, Link | None]] = [(schema, None)]
    while stack:
        node, link = stack.pop()
        if not isinstance(node, dict):
            if not isinstance(node, bool):
                yield SchemaFault("not-a-schema", unlink(link), {"got": node, "expected": _EXPECTED[_SCHEMA]}, sure)
            continue
        below: list[tuple[object, Link | None]] = []
        for key, value in node.items():
            check = checks.get(key)
            if check is None:
                continue
            if not isinstance(check, str):
                if not check(value):
                    detail = {"keyword": key, "got": value, "expected": _MEANT[check]}
                    yield SchemaFault("keyword-value", unlink((link, key)), detail, sure)
            elif not _descend(check, key, value, link, below):
                detail = {"keyword": key, "got": value, "expected": _EXPECTED[check]}
                yield SchemaFault("keyword-value", unlink((link, key)), detail, sure)
        below.reverse()
        stack += below


_EXPECTED: Final = {
    _SCHEMA: "an object or a boolean",
    _SCHEMAS: "an array of at least one schema",
    _SCHEMA_MAP: "an object of schemas",
    _DEPENDENCIES: "an object of schemas or arrays of different strings",
}


def _descend(kind: str, key: str, value: object, link: Link | None, below: list[tuple[object, Link | None]]) -> bool:
    """Put the subschemas of a keyword's value into `below`; False where the value cannot hold any."""
    if kind is _SCHEMA:
        if not isinstance(value, (dict, bool)):
            return False
        below.append((value, (link, key)))
        return True
    if kind is _SCHEMAS:
        if not isinstance(value, list) or not value:
            return False
        here: Link = (link, key)
        below.extend((item, (here, index)) for index, item in enumerate(value))
        return True
    if not isinstance(value, dict):
        return False
    here = (link, key)
    if kind is _DEPENDENCIES:
        schemas = [(name, item) for name, item in value.items() if not _is_string_set(item)]
        below.extend((item, (here, name)) for name, item in schemas)
        return True
    below.extend((item, (here, name)) for name, item in value.items())
    return True
