"""The subset for strict tools and the output format."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.json_schema.schema_strategies import schemas
from why400.json_schema import SchemaCounts, count_schema, structured_faults
from why400.json_schema.structured import SENTENCE, unsupported_feature

RECORDED = [json.loads(line) for line in (Path(__file__).parent / "recorded_schemas.jsonl").read_text().splitlines()]


def closed(**properties: object) -> dict[str, object]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def said(schema: object) -> list[str]:
    """The sentences of the sure faults."""
    lines = []
    for fault in structured_faults(schema):
        if fault.sure:
            detail = dict(fault.detail)
            if "cycle" in detail:
                detail["cycle"] = " -> ".join(detail["cycle"])
            lines.append(SENTENCE[fault.kind].format_map({"reason": "…", **detail}))
    return lines


STRINGS = {"type": "array", "items": {"type": "string"}}


@pytest.mark.parametrize(
    ("schema", "sentence"),
    [
        ({"type": "object", "properties": {}}, SENTENCE["open-object"]),
        (
            closed(a={"type": "object", "additionalProperties": {"type": "string"}}),
            SENTENCE["additional-properties-schema"].format(value="object"),
        ),
        (
            closed(a={"type": "object", "additionalProperties": True}),
            SENTENCE["additional-properties-schema"].format(value="true"),
        ),
        (closed(a=STRINGS | {"maxItems": 6}), "For 'array' type, property 'maxItems' is not supported"),
        (
            closed(a={"type": "integer", "minimum": 0, "maximum": 9}),
            "For 'integer' type, properties maximum, minimum are not supported",
        ),
        (
            closed(a=STRINGS | {"minItems": 2}, b=STRINGS | {"minItems": 5}),
            "For 'array' type, 'minItems' values other than 0 or 1 are not supported (got: [2, 5])",
        ),
        ({"oneOf": [{"type": "string"}, {"type": "integer"}]}, "Schema type 'oneOf' is not supported"),
        (
            closed(a={"type": ["string", "null"], "enum": ["face", None]}),
            "Invalid schema: Enum value 'face' does not match declared type '['string', 'null']'",
        ),
        ({"tipo": "invalido"}, "Invalid schema: Schema type is missing for schema: {'tipo': 'invalido'}"),
        (
            closed(a={"default": None, "title": "Value"}),
            "Invalid schema: Schema type is missing for schema: {'default': None, 'title': 'Value'}",
        ),
        (closed(a={}), SENTENCE["empty-schema"].format()),
        (closed(a={"title": "Anything"}), SENTENCE["empty-schema"].format()),
        (closed(a={"type": "string", "format": "regex"}), "Invalid schema: Unsupported format 'regex'."),
        (closed(a={"$ref": "#/$defs/x"}), "Invalid schema: Reference to non-existent definition: #/$defs/x"),
        (
            closed(a={"$ref": "#/$defs/N"}) | {"$defs": {"N": closed(n={"anyOf": [{"$ref": "#/$defs/N"}, {"type": "null"}]})}},
            "Circular reference detected in schema definitions: N -> N. "
            "Self-referencing or mutually-referencing definitions are not supported.",
        ),
        (
            closed(u={"anyOf": [{"type": "string"}], "type": "string", "description": "d"}),
            "For 'anyOf', 'type' is not supported",
        ),
        (closed(a={"type": "array", "items": [{"type": "string"}]}), SENTENCE["items-list"]),
        (closed(a={"type": "string", "not": {"type": "null"}}), "Schema keyword 'not' is not supported"),
    ],
)
def test_observed_sentences(schema: dict[str, object], sentence: str) -> None:
    """Each refusal that was observed is the only sure fault, in the API's words."""
    assert said(schema) == [sentence]


@pytest.mark.parametrize(
    "schema",
    [
        closed(a={"type": "string", "minLength": 1, "maxLength": 9}),  # xl-schema-min-length xl-schema-max-length
        closed(a={"type": "string", "pattern": "^a+$", "format": "date"}),  # xl-schema-pattern xl-schema-format
        closed(a={"type": "string", "enum": ["x", "y"]}),  # xl-schema-enum
        closed(a={"$ref": "#/$defs/n"}) | {"$defs": {"n": {"type": "string"}}},  # xl-schema-ref
        closed(a={"anyOf": [{"type": "string"}, {"type": "null"}], "title": "A", "default": None}),
        closed(a={"enum": ["x", None]}, b={"const": 1}, c=STRINGS | {"minItems": 1}),
        closed(a={"type": ["string", "null"]}) | {"$id": "x", "$async": True, "title": "T"},  # async-id-ref
    ],
)
def test_accepted(schema: dict[str, object]) -> None:
    """What was observed accepted has no fault, not even an unsure one."""
    assert list(structured_faults(schema)) == []


@pytest.mark.parametrize("record", [r for r in RECORDED if r["use"] != "tool"], ids=str)
def test_recorded_strict_schemas_are_clean(record: dict[str, object]) -> None:
    """Recorded strict tools and output formats have no fault."""
    assert list(structured_faults(record["schema"])) == []


DOCUMENTED = {"enum-not-scalar"}
"""What the documentation refuses and nobody has been seen to be answered."""


@given(schemas)
@example({"enum": [[]]})
def test_any_value_is_taken(schema: object) -> None:
    """Broken schemas cause no exception, and each sure fault has a sentence, or is documented only."""
    for fault in structured_faults(schema):
        assert not fault.sure or fault.kind in SENTENCE or fault.kind in DOCUMENTED
    count_schema(schema)


@given(st.text(alphabet="()?=!<[]\\b1B^$ak{}*", max_size=30))
def test_patterns_never_raise(pattern: str) -> None:
    """Any text may stand in `pattern`."""
    unsupported_feature(pattern)


def test_regex_features() -> None:
    """schema-pattern: these, and only outside of classes and escapes."""
    found = [unsupported_feature(p) for p in (r"^(?!a)b", r"(?<=x)y", r"\bword", r"(a)\1", r"[\b](?:a)\\b", r"(?<n>a)\d{2}")]
    assert found == ["(?!", "(?<=", r"\b", r"\1", None, None]


def test_counts() -> None:
    """Optional parameters and unions are counted in nested objects and once per definition."""
    inner = {"type": "object", "properties": {"x": {"type": ["string", "null"]}, "y": {}}, "required": ["y"]}
    schema = {
        "type": "object",
        "properties": {"a": {"$ref": "#/$defs/i"}, "b": {"$ref": "#/$defs/i"}, "c": {"anyOf": []}},
        "required": ["a"],
        "$defs": {"i": inner},
    }
    assert count_schema(schema) == SchemaCounts(optional=3, unions=2)
    assert count_schema(schema) + count_schema(inner) == SchemaCounts(optional=4, unions=3)


def test_mutual_circle_and_depth() -> None:
    """A circle over two definitions is found; a chain of 50,000 is walked without recursion."""
    two = {"A": closed(b={"$ref": "#/$defs/B"}), "B": closed(a={"$ref": "#/definitions/A"})}
    (fault,) = structured_faults(closed(a={"$ref": "#/$defs/B"}) | {"$defs": two, "definitions": two})
    assert fault.detail["cycle"] == ["B", "A", "B"]
    chain = {str(i): {"$ref": f"#/$defs/{i + 1}"} for i in range(50_000)} | {"50000": {"type": "string"}}
    assert list(structured_faults(closed(a={"$ref": "#/$defs/0"}) | {"$defs": chain})) == []
