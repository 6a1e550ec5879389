"""The part of JSON Schema that strict tools and the output format may use.

Evidence: `measured` ids (`sc-…`, `xl-…`, `jc-…`, `s5-strict-tool-open-schema`), corpus ids (`dev-…`), rule records
(`schema-…`), and live refusals quoted in public code (`public-code:…`, the same kind of source that the evidence
itself cites). `minLength`, `maxLength`, `pattern`, `format`, `enum`, local `$ref`, `title`, `default`, `$schema` are
accepted (`xl-schema-…`, public-code:66256221862). What nobody has seen refused is `sure=False`.
"""

import re
from collections.abc import Iterator
from typing import Final

from why400.json_schema.draft2020 import TYPE_NAMES
from why400.json_schema.fault import Link, SchemaFault, unlink
from why400.json_schema.references import circles, resolve
from why400.json_schema.walk import extend, subschemas

# The API's sentence behind the path (`tools.N.custom`, `output_config.format.schema`, earlier `output_format.schema`;
# for `enum-type` in a strict tool, and for limits, without a path), with the slots of `detail`, braces doubled.
SENTENCE: Final = {
    # s5-strict-tool-open-schema sc-open-object format-additional-properties
    "open-object": "For 'object' type, 'additionalProperties' must be explicitly set to false",
    # dev-772; with the second sentence, of an object public-code:58966043293 public-code:51913918943
    # public-code:59694104557, of true public-code:71259356769 public-code:52719895200
    "additional-properties-schema": "For 'object' type, 'additionalProperties: {value}' is not supported. "
    "Please set 'additionalProperties' to false",
    # sc-max-items dev-191 dev-557 dev-774
    "unsupported-keyword": "For '{type}' type, property '{keywords}' is not supported",
    # dev-773 schema-no-numeric; sorted by name: public-code:58889250304 public-code:65876515689
    "unsupported-keywords": "For '{type}' type, properties {keywords} are not supported",
    # sc-min-items dev-769; without the bracket dev-547
    "min-items": "For 'array' type, 'minItems' values other than 0 or 1 are not supported (got: {values})",
    # rp-output-format-oneof dev-558
    "one-of": "Schema type 'oneOf' is not supported",
    # public-code:70228626766 public-code:66256221862
    "not": "Schema keyword 'not' is not supported",
    # public-code:70228626766 public-code:63139882355 public-code:68335332017 public-code:68724157085
    "combinator-sibling": "For 'anyOf', '{keywords}' is not supported",
    # jc-strict-nullable-enum-opus-5-5 sc-nullable-enum dev-444 dev-548 dev-549
    "enum-type": "Invalid schema: Enum value '{value}' does not match declared type '{type}'",
    # dev-552 schema-needs-type; with the node, printed as Python does, public-code:57983723375 public-code:61052707631
    # (beside a title a default) public-code:62453742871 (a description)
    "type-missing": "Invalid schema: Schema type is missing for schema: {schema}",
    # public-code:58226652136 public-code:69208872254 public-code:58531400491 public-code:59688603061; a title alone
    # counts as nothing: public-code:70228626766
    "empty-schema": "Empty schema ({{}}) that accepts any JSON value is not supported. Please specify a concrete type.",
    # public-code:58564292987 public-code:67640632806 public-code:70802648200
    "items-list": "Invalid schema: Array types must be specified with a single object schema for 'items'",
    # dev-553 schema-string-formats
    "format": "Invalid schema: Unsupported format '{format}'.",
    # schema-ref-internal
    "dangling-reference": "Invalid schema: Reference to non-existent definition: {reference}",
    # dev-017 schema-no-recursion
    "circular-reference": "Circular reference detected in schema definitions: {cycle}. "
    "Self-referencing or mutually-referencing definitions are not supported.",
    # schema-pattern dev-554; the second part is not known
    "pattern": "Unsupported regex feature in pattern field: {reason}",
}

FORMATS: Final = frozenset({"date-time", "time", "date", "duration", "email", "hostname", "uri", "ipv4", "ipv6", "uuid"})
# Keywords that no type minds. Names that begin with `$` are never reported (async-id-ref).
_ANNOTATIONS: Final = frozenset(
    {"title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly", "definitions", "type",
     "enum", "const", "format", "nullable", "then", "else"}
)  # fmt: skip
_OWN: Final[dict[str, frozenset[str]]] = {
    "object": frozenset({"properties", "required", "additionalProperties"}),
    "array": frozenset({"items", "minItems"}),
    "string": frozenset({"minLength", "maxLength", "pattern", "contentEncoding", "contentMediaType"}),
    "number": frozenset(),
    "integer": frozenset(),
    "boolean": frozenset(),
    "null": frozenset(),
}
# (type, keyword) pairs that the API has been seen to refuse; what is missing here and in `_OWN` is unsure.
_NUMERIC = ("maximum", "minimum", "exclusiveMaximum", "exclusiveMinimum", "multipleOf")  # schema-no-numeric
_REFUSED: Final[dict[str, frozenset[str]]] = {
    "number": frozenset(_NUMERIC),
    "integer": frozenset(_NUMERIC),
    # sc-max-items schema-no-array public-code:65876515689 public-code:70228626766
    "array": frozenset({"maxItems", "uniqueItems", "contains", "prefixItems"}),
    # public-code:66256221862 public-code:69579887702 public-code:62594536364 public-code:70228626766
    "object": frozenset({"minProperties", "maxProperties", "propertyNames", "if", "dependentRequired",
                         "unevaluatedProperties"}),
}  # fmt: skip
# Beside `anyOf`: refused by name / taken (public-code:70802648200). The sentence says `anyOf` for `allOf` too.
_SIBLINGS_REFUSED: Final = frozenset({"type", "additionalProperties", "properties", "required", "discriminator", "$ref", "$defs"})
_SIBLINGS_TAKEN: Final = frozenset({"anyOf", "allOf", "title", "description", "default", "enum", "const", "$schema"})
# Look-around, word boundaries, back references (schema-pattern), outside of character classes.
_REGEX_FEATURE = re.compile(r"\\[\s\S]|\[\^?\]?(?:[^\]\\]|\\[\s\S])*\]?|\(\?(?:=|!|<=|<!)")

# A counted repetition; escapes and character classes are stepped over. How large is too large is not said anywhere.
_COUNTED = re.compile(r"\\[\s\S]|\[\^?\]?(?:[^\]\\]|\\[\s\S])*\]?|\{(\d{1,9})?(?:,(\d{1,9})?)?\}")
_LARGE_COUNT: Final = 1000


def structured_faults(schema: object) -> Iterator[SchemaFault]:
    """What a strict tool or the output format may not contain, nodes in document order, a node's faults in order.

    Linear in the size of the schema, without recursion. A circle of definitions comes last.
    """
    if not isinstance(schema, dict):
        return
    counted = False
    stack: list[tuple[object, Link | None]] = [(schema, None)]
    while stack:
        node, link = stack.pop()
        if not isinstance(node, dict):
            continue
        for kind, key, detail, sure in _node_faults(node, schema):
            if kind == "min-items":
                if not counted:
                    yield SchemaFault(kind, unlink((link, key)), {"values": _min_items(schema)}, sure)
                    counted = True
                continue
            yield SchemaFault(kind, unlink((link, key) if key else link), detail, sure)
        if "$ref" in node and link is not None:
            continue
        stack.extend(reversed([(below, extend(link, steps)) for steps, below in subschemas(node)]))
    yield from circles(schema)


_Found = tuple[str, str, dict[str, object], bool]


def _node_faults(node: dict[str, object], root: dict[str, object]) -> Iterator[_Found]:
    """(kind, keyword, detail, sure) of one node."""
    if "oneOf" in node:
        yield "one-of", "oneOf", {}, True
        return
    if "not" in node:
        yield "not", "not", {}, True
        return
    if "anyOf" in node or "allOf" in node:
        yield from _combinator(node)
        return
    if "$ref" in node:
        yield from _reference(node["$ref"], root)
        return
    declared = node.get("type")
    if "enum" in node:
        what = _not_scalar(node["enum"])
        if what:
            yield "enum-not-scalar", "enum", {"what": what}, True  # schema-enum-scalars, documented
            return
    if declared is None:
        if "enum" not in node and "const" not in node:
            if node.keys() <= {"title", "$schema", "$defs", "definitions"}:
                yield "empty-schema", "", {}, True
            else:
                yield "type-missing", "", {"schema": _as_python_prints(node)}, True
        return
    if "enum" in node:
        yield from _enum(node["enum"], declared)
    for name in declared if isinstance(declared, list) else [declared]:
        if isinstance(name, str) and name in TYPE_NAMES:
            yield from _of_type(node, name, not isinstance(declared, list))


def _combinator(node: dict[str, object]) -> Iterator[_Found]:
    if "anyOf" not in node and node.keys() <= _SIBLINGS_TAKEN:
        branches = node["allOf"] if isinstance(node["allOf"], list) else []
        if any(isinstance(branch, dict) and "$ref" in branch for branch in branches):
            yield "all-of-reference", "allOf", {}, True  # schema-ref-internal, documented
        return
    refused = sorted(node.keys() & _SIBLINGS_REFUSED)
    other = node.keys() - _SIBLINGS_REFUSED - _SIBLINGS_TAKEN
    if refused or other:
        names = sorted([*refused, *other])
        detail: dict[str, object] = {"keywords": ", ".join(names), "names": names}
        yield "combinator-sibling", names[0], detail, bool(refused) and "anyOf" in node


def _reference(reference: object, root: dict[str, object]) -> Iterator[_Found]:
    if not isinstance(reference, str):
        return
    if not reference.startswith("#"):
        yield "external-reference", "$ref", {"reference": reference}, True  # schema-ref-internal, documented
    elif reference.startswith("#/") and resolve(root, reference) is None:
        yield "dangling-reference", "$ref", {"reference": reference}, True


def _not_scalar(values: object) -> str:
    """What the first value of an enum is that is no plain one; empty where all are."""
    for value in values if isinstance(values, list) else ():
        if isinstance(value, dict | list):
            return "an object" if isinstance(value, dict) else "an array"
    return ""


def _enum(values: object, declared: object) -> Iterator[_Found]:
    if not isinstance(values, list) or not values:
        return
    if isinstance(declared, list):
        # Values are compared with the list itself, so that none matches.
        yield "enum-type", "enum", {"value": values[0], "type": declared}, len(declared) > 1
        return
    wrong = next((value for value in values if not _is_of(value, declared)), _FINE)
    if wrong is not _FINE:
        yield "enum-type", "enum", {"value": wrong, "type": declared}, False


_FINE = object()


def _is_of(value: object, name: object) -> bool:
    """Whether a JSON value is of the named type; a type that does not exist has them all."""
    match name:
        case "string":
            return isinstance(value, str)
        case "boolean":
            return isinstance(value, bool)
        case "integer" | "number":
            return isinstance(value, (int, float)) and not isinstance(value, bool)
        case "null":
            return value is None
        case "array":
            return isinstance(value, list)
        case "object":
            return isinstance(value, dict)
        case _:
            return True


def _of_type(node: dict[str, object], name: str, alone: bool) -> Iterator[_Found]:
    if name == "object":
        extra = node.get("additionalProperties")
        if isinstance(extra, dict) or extra is True:
            value = "true" if extra is True else "object"
            yield "additional-properties-schema", "additionalProperties", {"value": value}, alone or value == "object"
        elif extra is not False:
            key = "additionalProperties" if "additionalProperties" in node else ""
            yield "open-object", key, {"exact": not key}, alone
    if name == "array":
        if _is_many(node.get("minItems")):
            yield "min-items", "minItems", {}, alone
        items = node.get("items")
        if isinstance(items, list):
            yield "items-list", "items", {}, True
        elif "items" not in node and "prefixItems" not in node:
            yield "items-list", "", {}, False
    taken = _OWN[name] | _ANNOTATIONS
    others = [key for key in node if key not in taken and not key.startswith("$")]
    if not alone:  # in a list of types a keyword belongs to whichever type has it
        others = [key for key in others if key in _REFUSED.get(name, ())]
    if others:
        others.sort()
        refused = _REFUSED.get(name, frozenset())
        kind = "unsupported-keyword" if len(others) == 1 else "unsupported-keywords"
        detail: dict[str, object] = {"type": name, "keywords": ", ".join(others), "names": others}
        yield kind, others[0], detail, alone and not refused.isdisjoint(others)
    if name == "string":
        yield from _string(node)


def _as_python_prints(node: dict[str, object]) -> str | None:
    """The node as Python prints it; None where it is nested too deeply for that."""
    try:
        return repr(node)
    except RecursionError:
        return None


def _string(node: dict[str, object]) -> Iterator[_Found]:
    named = node.get("format")
    if isinstance(named, str) and named not in FORMATS:
        yield "format", "format", {"format": named}, True
    pattern = node.get("pattern")
    if isinstance(pattern, str):
        feature = unsupported_feature(pattern)
        if feature:
            yield "pattern", "pattern", {"feature": feature}, True
        else:
            counted = next((found.group() for found in _COUNTED.finditer(pattern) if _count(found) > _LARGE_COUNT), None)
            if counted:
                yield "pattern", "pattern", {"feature": counted}, False


def unsupported_feature(pattern: str) -> str | None:
    r"""The first look-around, word boundary or back reference in a regular expression: `(?=`, `\b`, `\1`."""
    for found in _REGEX_FEATURE.finditer(pattern):
        text = found.group()
        if text.startswith("(?") or text[:2] in ("\\b", "\\B", "\\k") or (text[0] == "\\" and text[1] in "123456789"):
            return text
    return None


def _count(found: re.Match[str]) -> int:
    """The larger number of a counted repetition; 0 for whatever else was found."""
    return max(int(one) if one else 0 for one in found.groups())


def _is_many(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value not in (0, 1)


def _min_items(schema: dict[str, object]) -> list[object]:
    """Every `minItems` of an array that is neither 0 nor 1, in document order: the API reports them together."""
    values: list[object] = []
    stack: list[object] = [schema]
    while stack:
        node = stack.pop()
        if isinstance(node, dict):
            declared = node.get("type")
            if declared == "array" or (isinstance(declared, list) and "array" in declared):
                value = node.get("minItems")
                if _is_many(value):
                    values.append(value)
            stack.extend(reversed([below for _, below in subschemas(node)]))
    return values
